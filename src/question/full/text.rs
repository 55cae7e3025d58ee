//! One line: words, a number, a date, an address, a telephone number.

use mot_cua_survey::model::Field;

use super::{Asked, typed};
use crate::html::{El, nothing};

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Field) -> El {
    let raw = asked.element().map(|element| element.raw.clone()).unwrap_or_default();
    let input = typed::input(asked, model, &raw, move || asked.value(), move |value| asked.typed(value));
    asked.single(None, input, nothing())
}

//! A value that the survey works out: shown, not asked for.

use super::Asked;
use crate::html::{El, el};

pub(crate) fn view(asked: Asked) -> El {
    let words = move || asked.run().live(|session| session.answer_words(asked.at));
    asked.plain(el("output").class("mc-output").live(words))
}

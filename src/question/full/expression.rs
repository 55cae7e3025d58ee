//! A value that the survey works out: shown, not asked for.

use super::Asked;
use crate::html::{El, el};

#[inline(never)]
pub(crate) fn view(asked: Asked) -> El {
    let words = move || asked.run().live(|session| session.answer_words(asked.at));
    let named = asked.has("title").map(|()| asked.part("title"));
    asked.plain(el("output").class("mc-output").maybe("aria-labelledby", named).live(words))
}

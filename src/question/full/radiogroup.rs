//! One of several: full-width rows, or chips where all words are short.

use mot_cua_survey::session::Offer;

use super::Asked;
use super::choices::one;
use crate::html::El;

#[inline(never)]
pub(crate) fn view(asked: Asked, offers: Vec<Offer>) -> El {
    asked.group(one(asked, &offers, "mc-rows"))
}

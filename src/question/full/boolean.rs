//! Yes or no.

use mot_cua_survey::question::boolean::Boolean;
use mot_cua_survey::session::Offer;

use super::Asked;
use super::choices::one;
use crate::html::El;

#[inline(never)]
pub(crate) fn view(asked: Asked, model: &Boolean) -> El {
    let words = |member: &str, key: &str| {
        asked.run().with(|session| session.words(asked.at, member)).unwrap_or_else(|| asked.app.word(key))
    };
    let offers = [
        Offer { value: model.yes.clone(), words: words("labelTrue", "choice.yes"), enabled: true },
        Offer { value: model.no.clone(), words: words("labelFalse", "choice.no"), enabled: true },
    ];
    asked.group(one(asked, &offers, "mc-rows mc-two"))
}

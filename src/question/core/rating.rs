//! A rating after the first: rows with words, never a dropdown. Levels without words show their number, and the ends
//! their descriptions.

use mot_cua_contract::Text;
use mot_cua_survey::question::rating::Rating;

use super::Asked;
use super::choices::one;
use crate::html::{El, el};

pub(crate) fn view(asked: &Asked, model: Rating) -> El {
    let app = asked.app;
    let worded = model.levels.iter().all(|level| level.text.is_some());
    let end = |text: Option<Text>| text.map(|text| el("p").class("mc-hint").live(move || app.text(&text)));
    let body = el("div")
        .class("mc-group")
        .add_some(end(model.least))
        .add(one(asked, model.levels, if worded { "mc-rows" } else { "mc-chips" }))
        .add_some(end(model.most));
    asked.group(body)
}

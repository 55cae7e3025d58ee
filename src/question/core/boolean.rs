//! Yes or no: two rows.

use mot_cua_contract::Text;
use mot_cua_survey::question::boolean::Boolean;
use mot_cua_survey::question::choice::Choice;

use super::Asked;
use super::choices::rows;
use crate::html::El;

pub(crate) fn view(asked: &Asked, model: Boolean) -> El {
    let words = |own: Option<Text>, key| Some(own.unwrap_or_else(|| Text::One(asked.app.word(key))));
    let choices = vec![
        Choice { value: model.yes, text: words(model.yes_text, "choice.yes") },
        Choice { value: model.no, text: words(model.no_text, "choice.no") },
    ];
    asked.group(rows(asked, choices))
}

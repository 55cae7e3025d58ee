//! One of several: full-width rows.

use mot_cua_survey::question::choice::Choice;

use super::Asked;
use super::choices::rows;
use crate::html::El;

pub(crate) fn view(asked: &Asked, choices: Vec<Choice>) -> El {
    asked.group(rows(asked, choices))
}

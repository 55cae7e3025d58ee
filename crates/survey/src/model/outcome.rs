//! `completedHtmlOnCondition`: what is said at the end, depending on the answers.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use super::read::expression;
use crate::expression::Expression;
use crate::member::text;

#[derive(Debug, Clone)]
pub struct Ending {
    pub when: Expression,
    /// Markup of the designer's; whoever shows it sanitises it.
    pub html: Text,
}

impl Ending {
    pub(super) fn of(object: &Map<String, Value>) -> Option<Self> {
        Some(Self { when: expression(object, "expression")?, html: text(object, "html")? })
    }
}

//! One step, and the state after it.

use mot_cua_sheets::judge::state;
use mot_cua_survey::session::{Errors, Session};
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Debug, Default, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "the step as a line of JSON spells it")]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Step {
    set: Map<String, Value>,
    next_page: bool,
    prev_page: bool,
    validate: bool,
    complete: bool,
}

impl Step {
    /// Answers, then moves; the state after both.
    pub(crate) fn run(self, session: &mut Session) -> Value {
        for (name, value) in self.set {
            session.set(&name, value);
        }
        let mut errors = Errors::new();
        if self.next_page {
            errors = session.next_page().err().unwrap_or_default();
        }
        if self.prev_page {
            session.back();
        }
        if self.complete {
            errors = session.complete().err().unwrap_or_default();
        }
        if self.validate {
            errors = session.validate();
        }
        state(session, &errors)
    }
}

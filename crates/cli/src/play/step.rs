//! One step, and the state after it.

use mot_cua_survey::session::{Error, Errors, Session};
use serde::Deserialize;
use serde_json::{Map, Value, json};

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

/// As SurveyJS's model would show it. `errors` are of the last move; those of panels, and within dynamic ones, stand apart in `panelErrors`.
pub(crate) fn state(session: &Session, errors: &[(String, Vec<Error>)]) -> Value {
    let shown = session.shown();
    let (inner, outer): (Vec<_>, Vec<_>) =
        errors.iter().partition(|(place, found)| place.contains("].") || found.contains(&Error::RequireOne));
    let by_name = |errors: Vec<&(String, Vec<Error>)>| {
        let types = |errors: &[Error]| -> Vec<Value> {
            errors.iter().map(|error| json!({"type": error.as_str()})).collect()
        };
        errors
            .into_iter()
            .map(|(name, found)| (name.clone(), types(found).into()))
            .collect::<Map<String, Value>>()
    };
    let mut state = json!({
        "page": shown.page,
        "visiblePages": shown.visible_pages,
        "visible": shown.visible,
        "required": shown.required,
        "readOnly": shown.read_only,
        "choices": shown.choices.into_iter().map(|(name, values)| (name, Value::Array(values))).collect::<Map<_, _>>(),
        "errors": by_name(outer),
        "data": shown.data,
        "state": shown.state.as_str(),
        "completedHtml": shown.completed_html,
    });
    if let (Some(state), false) = (state.as_object_mut(), inner.is_empty()) {
        state.insert("panelErrors".to_owned(), by_name(inner).into());
    }
    state
}

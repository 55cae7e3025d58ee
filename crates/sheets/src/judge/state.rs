//! What a survey shows at one moment, as `mot-cua play` prints it and tests beside a survey expect it.

use mot_cua_survey::session::{Error, Session};
use serde_json::{Map, Value, json};

/// As SurveyJS's model would show it. `errors` are of the last move; those of panels, and within dynamic ones, stand apart in `panelErrors`.
pub fn state(session: &Session, errors: &[(String, Vec<Error>)]) -> Value {
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

//! How somebody can be reached who wants an answer: by these names in a survey, apart from everything else that is asked.

use serde_json::{Map, Value};

/// The question of several choices by which one agrees that the rest is kept; it measures nothing.
pub const CONSENT: &str = "consent";
/// Its choice that says so.
const AGREED: &str = "contact";

/// Questions whose answers say who somebody is.
pub const DETAILS: [&str; 3] = ["person", "phone", "email"];

/// Whether there is something to be forgotten, agreed to or not.
pub fn held(answers: &Map<String, Value>) -> bool {
    DETAILS.iter().any(|name| said(answers, name).is_some())
}

/// Name of the question and what was written; empty without consent.
pub fn details(answers: &Map<String, Value>) -> Vec<(&'static str, &str)> {
    let agreed = answers.get(CONSENT).and_then(Value::as_array);
    if !agreed.is_some_and(|agreed| agreed.iter().any(|item| item == AGREED)) {
        return Vec::new();
    }
    DETAILS.iter().filter_map(|name| Some((*name, said(answers, name)?))).collect()
}

/// Takes them out, and the consent with them.
pub fn erase(answers: &mut Map<String, Value>) {
    answers.retain(|name, _| name != CONSENT && !DETAILS.contains(&name.as_str()));
}

fn said<'a>(answers: &'a Map<String, Value>, name: &str) -> Option<&'a str> {
    answers.get(name)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nobody_is_shown_who_did_not_agree_and_everybody_can_be_forgotten() {
        let mut answers =
            json!({"words": "x", "person": " An ", "phone": "", "email": 5, "consent": ["contact"]});
        let answers = answers.as_object_mut().unwrap();
        assert_eq!(details(answers), [("person", "An")]);
        answers["consent"] = json!([]);
        assert!(details(answers).is_empty() && held(answers));
        answers["consent"] = json!("contact");
        assert!(details(answers).is_empty());
        erase(answers);
        assert_eq!((json!(answers), held(answers)), (json!({"words": "x"}), false));
    }
}

//! A locked core: the same questions give the same bytes wherever they stand, any change to what is asked gives others.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::locked::Core;
use serde_json::{Value, json};

fn bytes(survey: &Value) -> Result<String, Vec<String>> {
    let survey = survey.as_object().unwrap();
    Core::of(survey).unwrap().canonical(survey)
}

fn survey() -> Value {
    json!({"core": {"id": "c", "hash": "", "questions": ["a", "b"]}, "pages": [
        {"name": "p", "elements": [{"type": "boolean", "name": "a", "title": "A"}, {"type": "comment", "name": "b", "title": "B"}]}]})
}

#[test]
fn a_ward_may_add_around_it() {
    let own = bytes(&survey()).unwrap();
    let mut around = survey();
    let moved = around["pages"][0]["elements"].as_array_mut().unwrap().remove(1);
    around["pages"][0]["title"] = json!("Ours");
    let more = json!({"name": "q", "elements": [{"type": "text", "name": "mine", "title": "M", "visibleIf": "{a} = true"}, moved]});
    around["pages"].as_array_mut().unwrap().push(more);
    around["triggers"] =
        json!([{"type": "setvalue", "expression": "{a} = true", "setToName": "mine", "setValue": 1}]);
    assert_eq!(bytes(&around).unwrap(), own);
}

type Change = fn(&mut Value);

#[test]
fn whatever_changes_what_is_asked_changes_the_bytes() {
    let own = bytes(&survey()).unwrap();
    let changes: [(&str, Change); 6] = [
        ("words", |s| s["pages"][0]["elements"][0]["title"] = json!("Aa")),
        ("a rule", |s| s["pages"][0]["elements"][1]["visibleIf"] = json!("{a} = true")),
        ("a page's rule", |s| s["pages"][0]["visibleIf"] = json!("{x} = 1")),
        ("a trigger", |s| {
            s["triggers"] =
                json!([{"type": "setvalue", "expression": "{b} = 1", "setToName": "A", "setValue": true}]);
        }),
        ("the id", |s| s["core"]["id"] = json!("d")),
        ("a question less", |s| s["core"]["questions"] = json!(["a"])),
    ];
    for (what, change) in changes {
        let mut other = survey();
        change(&mut other);
        assert_ne!(bytes(&other).unwrap(), own, "{what}");
    }
    let mut gone = survey();
    gone["pages"][0]["elements"].as_array_mut().unwrap().remove(0);
    assert_eq!(bytes(&gone), Err(vec!["a".to_owned()]));
}

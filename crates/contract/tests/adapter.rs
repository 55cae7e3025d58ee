//! What adapters send and believe, as data decides it.
#![allow(clippy::unwrap_used)]

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Response, Submit, Verdict};
use serde_json::{Value, json};

const ID: &str = "3f2b8c4e-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

fn submit(value: Value) -> Submit {
    serde_json::from_value(value).unwrap()
}

fn answer() -> Answer {
    serde_json::from_value(
        json!({"v": 1, "id": ID, "rev": 2, "survey": "quick", "surveyVersion": "sha256:ab",
        "place": {"unit": "04795"}, "answers": {"overall": 5, "deep": {"b": "x"}}, "complete": true,
        "savedAt": "2026-11-21T09:00:00+07:00", "lang": "vi", "app": "0.1.0"}),
    )
    .unwrap()
}

fn judge(submit: &Submit, status: u16, content_type: &str, body: &str) -> Verdict {
    let response =
        Response { status, content_type: content_type.into(), body: body.into(), retry_after: None };
    submit.judge(&answer(), &response)
}

fn codes(value: Value) -> Vec<&'static str> {
    submit(value).mistakes().iter().map(|mistake| mistake.code).collect()
}

#[test]
fn form_bodies_are_those_of_the_first_script() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/form-bodies.json");
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for case in cases {
        let mut form = json!({"kind": "form", "url": "/form"});
        form["body"] = case["template"].clone();
        let answer: Answer = serde_json::from_value(case["answer"].clone()).unwrap();
        let request = submit(form).request(&answer, &answer.to_json());
        assert_eq!(request.body, case["body"].as_str().unwrap(), "{}", case["what"]);
        assert_eq!(request.headers[0].1, "application/x-www-form-urlencoded");
    }
}

#[test]
fn placeholders_are_typed_or_text() {
    let body = json!({"key": "{key}", "rev": "{rev}", "whole": "{answer}", "unit": "{place.unit}", "dot": "{answers.deep.b}",
        "done": "{complete}", "none": "{answers.none}", "odd": "{x", "two": "{id} {rev}"});
    let request =
        submit(json!({"kind": "json", "url": "/a/{key}?r={rev}", "headers": {"If-Match": "\"{rev}\""}, "body": body}))
            .request(&answer(), &answer().to_json());
    let sent: Value = serde_json::from_str(&request.body).unwrap();
    assert_eq!(request.url, format!("/a/{ID}-2?r=2"));
    assert_eq!(request.headers, [("content-type", "application/json"), ("if-match", "\"2\"")].map(own));
    assert_eq!(sent["whole"].to_string(), answer().to_json());
    let rest = json!([format!("{ID}-2"), 2, "04795", "x", true, null, "{x", format!("{ID} 2")]);
    let found = ["key", "rev", "unit", "dot", "done", "none", "odd", "two"].map(|name| sent[name].clone());
    assert_eq!(Value::from(found.to_vec()), rest);
}

fn own((name, value): (&str, &str)) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[test]
fn postgrest_needs_no_more_than_an_address() {
    let submit = submit(json!({"kind": "postgrest", "url": "https://db.example/answers"}));
    assert!(submit.mistakes().is_empty());
    let request = submit.request(&answer(), &answer().to_json());
    assert_eq!(request.body, format!("{{\"id\":\"{ID}\",\"rev\":2,\"body\":{}}}", answer().to_json()));
    assert!(request.headers.contains(&own(("prefer", "return=minimal"))));
    let problem = |code: &str| json!({"code": code, "details": null, "message": "m"}).to_string();
    assert_eq!(judge(&submit, 201, "", ""), Verdict::Acked);
    assert_eq!(judge(&submit, 201, "text/html", "<html>"), Verdict::LoginPage);
    assert_eq!(judge(&submit, 200, "application/json", "{}"), Verdict::Later { after_ms: None });
    assert_eq!(judge(&submit, 409, "application/json", &problem("23505")), Verdict::Already);
    assert_eq!(judge(&submit, 409, "application/json", &problem("23503")), Verdict::Later { after_ms: None });
    assert_eq!(judge(&submit, 401, "application/json", &problem("42501")), Verdict::Paused { status: 401 });
}

#[test]
fn html_never_acks_whatever_the_rules_say() {
    let rule = |status: u16| json!({"status": [status], "text": "Error: Insert failed, duplicate id"});
    let submit = submit(
        json!({"kind": "json", "url": "/a", "body": {"id": "{key}"}, "ack": rule(200), "duplicate": rule(500)}),
    );
    let words = "Error: Insert failed, duplicate id\n  at x";
    assert_eq!(judge(&submit, 200, "text/html", words), Verdict::LoginPage);
    assert_eq!(judge(&submit, 200, "text/html", "<html>"), Verdict::LoginPage);
    assert_eq!(judge(&submit, 200, "text/plain", words), Verdict::Acked);
    // One line of words that a server labels as HTML, at a status that no login page has.
    assert_eq!(judge(&submit, 500, "text/html", words), Verdict::Already);
    assert_eq!(judge(&submit, 500, "text/html", "<html>Error: Insert"), Verdict::Later { after_ms: None });
}

#[test]
fn rules_look_into_the_body() {
    let submit = submit(json!({"kind": "json", "url": "/a", "body": {"id": "{key}"},
        "ack": {"status": [200, 201], "contentType": "application/json", "body": {"/data/id": "{key}", "/data/at": null}}}));
    let body = |id: &str| json!({"data": {"id": id, "at": 5}}).to_string();
    let of = |id: &str, media: &str| judge(&submit, 200, media, &body(id)) == Verdict::Acked;
    assert!(of(&format!("{ID}-2"), "Application/JSON; charset=utf-8"));
    assert!(!of(&format!("{ID}-1"), "application/json"));
    assert!(!of(&format!("{ID}-2"), "text/plain"));
    // Cut off, or somebody else's.
    assert_eq!(
        judge(&submit, 201, "application/json", "{\"data\":{\"id\":"),
        Verdict::Later { after_ms: None }
    );
    assert_eq!(judge(&submit, 200, "application/json", "{}"), Verdict::Later { after_ms: None });
}

#[test]
fn every_wrong_combination_is_told() {
    let ack = json!({"status": [201]});
    let of_key = json!({"id": "{key}"});
    let cases = [
        (json!({}), vec![]),
        (json!({"revisions": "final"}), vec![]),
        (json!({"revisions": "replace"}), vec!["not-for-kind"]),
        (
            json!({"body": {}, "ack": ack, "duplicate": {"status": [409]}, "method": "PUT"}),
            vec!["not-for-kind"; 4],
        ),
        (json!({"kind": "json"}), vec!["no-ack", "no-duplicate"]),
        (json!({"kind": "json", "ack": ack, "url": "/a/{key}", "method": "PUT"}), vec![]),
        // The id alone: revision 2 would be swallowed.
        (json!({"kind": "json", "ack": ack, "duplicate": {"status": [409]}}), vec!["duplicate-by-id"]),
        (
            json!({"kind": "json", "ack": ack, "duplicate": {"status": [409]}, "body": {"id": "{id}"}}),
            vec!["duplicate-by-id"],
        ),
        (
            json!({"kind": "json", "ack": ack, "duplicate": {"status": [409]}, "body": {"id": "{id}", "n": "{rev}"}}),
            vec![],
        ),
        (
            json!({"kind": "json", "ack": ack, "duplicate": {"status": [201]}, "body": of_key}),
            vec!["same-rule"],
        ),
        (
            json!({"kind": "json", "ack": ack, "revisions": "replace", "url": "/a/{id}", "method": "PUT"}),
            vec!["no-guard"],
        ),
        (
            json!({"kind": "json", "ack": ack, "revisions": "replace", "url": "/a/{id}?version={rev}", "method": "PUT"}),
            vec![],
        ),
        (
            json!({"kind": "json", "ack": ack, "revisions": "replace", "url": "/a/{id}", "headers": {"If-Match": "{rev}"}}),
            vec![],
        ),
        (json!({"kind": "json", "ack": ack, "revisions": "replace", "guard": "server"}), vec![]),
        (
            json!({"kind": "json", "ack": ack, "revisions": "final", "guard": "server"}),
            vec!["not-for-revisions"],
        ),
        (json!({"kind": "json", "ack": {"status": [200]}, "revisions": "final"}), vec!["weak-rule"]),
        (json!({"kind": "json", "ack": {"status": [302, 99]}, "revisions": "final"}), vec!["bad-status"; 2]),
        (
            json!({"kind": "json", "ack": {"status": [], "contentType": "text/html", "body": {"id": 1}, "text": "<p>"}, "revisions": "final"}),
            vec!["no-status", "html-ack", "bad-text", "bad-pointer"],
        ),
        (
            json!({"kind": "form", "method": "PUT", "body": [], "revisions": "final"}),
            vec!["not-for-kind", "no-ack", "bad-body"],
        ),
        (json!({"kind": "postgrest", "url": "/a", "repliesFrom": "https://x.example"}), vec!["not-for-kind"]),
        (json!({"url": "ftp://x"}), vec!["bad-endpoint"]),
        (json!({"url": "/a/{key}"}), vec!["bad-placeholder"]),
        (json!({"kind": "postgrest", "url": "/a/{answers.overall}"}), vec!["bad-placeholder"]),
        (json!({"headers": {"Origin": "x", "a b": "x"}}), vec!["forbidden-header", "bad-header"]),
        (json!({"headers": {"x-rev": "{rev}"}}), vec!["bad-placeholder"]),
        (
            json!({"kind": "json", "ack": ack, "revisions": "final", "repliesFrom": "https://x.example/a"}),
            vec!["bad-origin"],
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(codes(value.clone()), expected, "{value}");
    }
}

#[test]
fn rules_mean_what_they_mean_to_the_first_script() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/rules.json");
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    for case in cases {
        let answer: Answer = serde_json::from_value(case["answer"].clone()).unwrap();
        let submit = submit(json!({"kind": "form", "url": "/a", "ack": case["rule"]}));
        let text = |name: &str| case[name].as_str().unwrap().to_owned();
        let response = Response {
            status: u16::try_from(case["status"].as_u64().unwrap()).unwrap(),
            content_type: text("type"),
            body: text("body"),
            retry_after: None,
        };
        let holds = submit.judge(&answer, &response) == Verdict::Acked;
        assert_eq!(holds, case["holds"].as_bool().unwrap(), "{}", case["what"]);
    }
}

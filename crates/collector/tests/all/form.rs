//! The form, with and without script.

use crate::desk::{ID, On, Server, answer};
use serde_json::json;

const PLACE: &str = "survey=quick&unit=04795&counter=3&field=&procedure=&lang=vi";

on_both!(
    a_form_without_script_is_an_answer,
    whichever_comes_first_the_tap_is_one_row,
    a_form_without_a_face_says_what_to_do,
    an_old_form_loses_nothing,
    a_deleted_answer_does_not_come_back_by_form,
);

fn a_form_without_script_is_an_answer(on: On) {
    let server = Server::start(on);
    let reply = server.form(&format!("{PLACE}&id=&rev=&overall=4&why=fast&why=kind&words=T%E1%BB%91t"));
    assert_eq!(reply.status, 303, "{}", reply.body);
    let to = reply.header("location").to_owned();
    let page = server.get(&to);
    assert!(
        to.starts_with("/thanks/") && page.body.contains(to.trim_start_matches("/thanks/")),
        "{to}: {}",
        page.body
    );
    assert!(page.body.contains("lang=\"vi\"") && page.body.contains("Thank you"));
    assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
    let stored = server
        .body("SELECT body FROM responses WHERE shape = 'form' AND validated AND rev = 1 AND counter = '3'");
    assert_eq!(stored["answers"], json!({"overall": 4, "why": ["fast", "kind"], "words": "Tốt"}));
}

fn whichever_comes_first_the_tap_is_one_row(on: On) {
    let server = Server::start(on);
    let form = format!("{PLACE}&id={ID}&rev=1&overall=5");
    assert_eq!(server.form(&form).status, 303);
    assert_eq!(server.form(&form).status, 303);
    assert_eq!(server.post(&answer(ID, 1, json!({"overall": 5.0}))).status, 200, "the same words as JSON");
    assert_eq!(server.post(&answer(ID, 1, json!({"overall": 4}))).status, 422);
    // And the other way round, at the next revision.
    assert_eq!(server.post(&answer(ID, 2, json!({"overall": 3}))).status, 201);
    assert_eq!(server.form(&format!("{PLACE}&id={ID}&rev=2&overall=3")).status, 303);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 2);
    assert_eq!(server.count("SELECT count(*) FROM conflicts"), 1);
}

fn a_form_without_a_face_says_what_to_do(on: On) {
    let server = Server::start(on);
    let reply = server.form(PLACE);
    assert_eq!((reply.status, reply.header("content-type")), (422, "text/html; charset=utf-8"));
    assert!(reply.body.contains("chọn một khuôn mặt") && reply.body.contains("choose a face"));
    for (body, field) in [
        ("survey=quick&unit=04795&overall=9", "overall"),
        ("survey=quick&unit=<b>&overall=5", "unit"),
        ("survey=x&unit=04795&overall=5", "survey"),
        ("survey=quick&unit=04795&overall=5&id=7", "id"),
    ] {
        let reply = server.form(body);
        assert_eq!(reply.status, 422, "{body}");
        assert!(reply.body.contains(&format!("<code>{field}</code>")), "{body}: {}", reply.body);
    }
    assert_eq!(server.count("SELECT count(*) FROM responses"), 0);
}

fn an_old_form_loses_nothing(on: On) {
    let server = Server::start(on);
    assert_eq!(server.form(&format!("{PLACE}&overall=5&__proto__=x")).status, 303);
    let kept = "SELECT count(*) FROM responses WHERE NOT validated AND body LIKE '%\"__proto__\":\"x\"%'";
    assert_eq!(server.count(kept), 1);
}

fn a_deleted_answer_does_not_come_back_by_form(on: On) {
    let server = Server::start(on);
    server.send("DELETE", &format!("/api/responses/{ID}"), &[], "");
    let reply = server.form(&format!("{PLACE}&id={ID}&rev=1&overall=5"));
    assert_eq!((reply.status, reply.header("content-type")), (410, "text/html; charset=utf-8"));
}

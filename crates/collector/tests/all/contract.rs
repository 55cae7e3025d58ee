//! The table of the design, "The default backend's HTTP", row by row.

use crate::desk::{ID, On, Server, answer, id};
use mot_cua_collector::Limits;
use serde_json::json;
use sha2::{Digest, Sha256};

on_both!(
    a_tap_is_stored_once,
    the_same_tap_from_everywhere_at_once_is_one_row,
    another_body_is_kept_aside_and_counts_as_delivered,
    deleted_stays_deleted,
    a_refusal_names_the_field,
    what_is_no_answer_is_refused_before_it_is_parsed,
    old_phones_and_old_posters_are_welcome,
    other_origins_may_ask_without_credentials,
    errors_under_api_are_problems,
);

fn a_tap_is_stored_once(on: On) {
    let server = Server::start(on);
    let tap = answer(ID, 1, json!({"overall": 5}));
    let first = server.post(&tap);
    assert_eq!(first.status, 201, "{}", first.body);
    let sha256 = hex::encode(Sha256::digest(tap.to_string()));
    let receipt = mot_cua_contract::receipt::receipt(ID);
    assert_eq!(first.json(), json!({"id": ID, "rev": 1, "receipt": receipt, "sha256": sha256}));
    let again = server.post(&tap);
    assert_eq!((again.status, again.json()), (200, first.json()));
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE validated AND place_known"), 1);
    assert_eq!(first.header("access-control-allow-origin"), "*");
    assert_eq!(first.header("x-content-type-options"), "nosniff");
    assert!(server.get("/metrics").body.contains("outcome=\"same\"} 1"));
}

fn the_same_tap_from_everywhere_at_once_is_one_row(on: On) {
    let server = Server::start(on);
    let tap = answer(ID, 1, json!({"overall": 4}));
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let posts: Vec<_> = (0..20).map(|_| scope.spawn(|| server.post(&tap).status)).collect();
        posts.into_iter().map(|post| post.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 201).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 19, "{statuses:?}");
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

fn another_body_is_kept_aside_and_counts_as_delivered(on: On) {
    let server = Server::start(on);
    server.post(&answer(ID, 1, json!({"overall": 5})));
    for _ in 0..2 {
        let other = server.post(&answer(ID, 1, json!({"overall": 1})));
        assert_eq!(other.status, 422);
        assert_eq!(other.header("content-type"), "application/problem+json");
        assert_eq!(
            (&other.json()["type"], &other.json()["stored"]),
            (&json!("/problems/conflict"), &json!(true))
        );
    }
    assert_eq!(server.body("SELECT body FROM responses")["answers"]["overall"], json!(5));
    assert_eq!(server.count("SELECT count(*) FROM conflicts"), 1);
    for overall in 0..20 {
        server.post(&answer(ID, 1, json!({"overall": 2, "words": overall.to_string()})));
    }
    assert_eq!(server.count("SELECT count(*) FROM conflicts"), 8, "whoever knows an id cannot fill the disk");
}

fn deleted_stays_deleted(on: On) {
    let server = Server::start(on);
    for rev in 1..=2 {
        assert_eq!(server.post(&answer(ID, rev, json!({"overall": rev}))).status, 201);
    }
    server.post(&answer(ID, 1, json!({"overall": 3})));
    for path in
        [format!("/api/responses/{ID}"), format!("/api/responses/{}", id(9)), "/api/responses/x".to_owned()]
    {
        assert_eq!(server.send("DELETE", &path, &[], "").status, 204, "{path}");
    }
    let retry = server.post(&answer(ID, 2, json!({"overall": 2})));
    assert_eq!((retry.status, retry.json()["type"].as_str()), (410, Some("/problems/deleted")));
    assert_eq!(server.post(&answer(&id(9), 1, json!({"overall": 2}))).status, 410);
    assert_eq!(server.count("SELECT (SELECT count(*) FROM responses) + (SELECT count(*) FROM conflicts)"), 0);
}

fn a_refusal_names_the_field(on: On) {
    let server = Server::start(on);
    let with = |pointer: &str, value: serde_json::Value| {
        let mut answer = answer(ID, 1, json!({"overall": 5}));
        *answer.pointer_mut(pointer).unwrap() = value;
        answer
    };
    for (body, field) in [
        (with("/survey", json!("nope")), "survey"),
        (with("/surveyVersion", json!("1")), "surveyVersion"),
        (with("/id", json!("FFFFFFFF-FFFF-4FFF-BFFF-FFFFFFFFFFFF")), "id"),
        (with("/rev", json!(0)), "rev"),
        (with("/rev", json!("1")), "rev"),
        (with("/v", json!(2)), "v"),
        (with("/place/unit", json!("../x")), "place.unit"),
        (with("/place/counter", json!("quầy")), "place.counter"),
        (with("/place", json!({"counter": "3"})), "place.unit"),
        (with("/savedAt", json!("today")), "savedAt"),
        (with("/answers/overall", json!(6)), "overall"),
        (with("/answers/overall", json!([5])), "overall"),
        (with("/answers", json!({"other": 1})), "other"),
        (with("/answers", json!([])), "answers"),
    ] {
        let reply = server.post(&body);
        assert_eq!(reply.status, 422, "{field}: {}", reply.body);
        assert_eq!(
            (reply.json()["field"].as_str(), reply.json()["type"].as_str()),
            (Some(field), Some("/problems/invalid"))
        );
        assert!(reply.json().get("stored").is_none());
    }
    let mut done = answer(ID, 1, json!({"why": ["fast"]}));
    assert_eq!(server.post(&done).status, 201, "an unfinished answer may lack what is required");
    done["complete"] = json!(true);
    done["rev"] = json!(2);
    assert_eq!(server.post(&done).json()["field"], json!("overall"));
}

fn what_is_no_answer_is_refused_before_it_is_parsed(on: On) {
    let server = Server::start(on);
    let json = [("content-type", "application/json; charset=utf-8")];
    let status = |body: String| server.send("POST", "/api/responses", &json, body).status;
    assert_eq!(status("{".to_owned()), 400);
    assert_eq!(status("[".repeat(60_000)), 400);
    let mut deep = answer(ID, 1, json!({"overall": 5})).to_string();
    deep.insert_str(deep.len() - 1, &format!(",\"more\":{}{}", "[".repeat(32), "]".repeat(32)));
    assert_eq!(status(deep), 400);
    assert_eq!(status(answer(ID, 1, json!({"words": "x".repeat(70_000)})).to_string()), 413);
    assert_eq!(status("x".repeat(900_000)), 413, "told, not cut off");
    assert_eq!(server.send("POST", "/api/responses", &[("content-type", "text/plain")], "{}").status, 415);
    let tap = answer(ID, 1, json!({"overall": 5})).to_string();
    let wrong = [json[0], ("idempotency-key", "\"x:1\"")];
    let reply = server.send("POST", "/api/responses", &wrong, tap.clone());
    assert_eq!((reply.status, reply.json()["field"].as_str()), (400, Some("Idempotency-Key")));
    let key = format!("\"{ID}:1\"");
    assert_eq!(server.send("POST", "/api/responses", &[json[0], ("idempotency-key", &key)], tap).status, 201);
}

fn old_phones_and_old_posters_are_welcome(on: On) {
    let mut server = Server::start(on);
    let mut old = answer(ID, 1, json!({"overall": 77}));
    old["surveyVersion"] = json!(format!("sha256:{}", "0".repeat(64)));
    assert_eq!(server.post(&old).status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE NOT validated"), 1);
    let mut gone = answer(&id(1), 1, json!({"overall": 5}));
    gone["place"] = json!({"unit": "99999", "counter": "9", "field": "X", "procedure": "9.999999"});
    assert_eq!(server.post(&gone).status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE NOT place_known"), 1);
    // Tomorrow's survey has three levels; who was shown five is checked by those five.
    server.stop();
    let three = crate::desk::QUICK.replace("\"rateMax\":5", "\"rateMax\":3");
    let server = Server::start_asking(&server.database, "/", Limits::default(), 8, &three);
    assert_eq!(server.post(&answer(&id(2), 1, json!({"overall": 5}))).status, 201);
    assert_eq!(server.post(&answer(&id(3), 1, json!({"overall": 6}))).status, 422);
    assert_eq!(
        server.form("survey=quick&unit=04795&overall=5").status,
        422,
        "a form is checked by what is served now"
    );
    assert_eq!(
        server.count(&format!("SELECT count(*) FROM responses WHERE validated AND id = '{}'", id(2))),
        1
    );
}

fn other_origins_may_ask_without_credentials(on: On) {
    let server = Server::start(on);
    let asked = [("origin", "https://portal.example"), ("access-control-request-method", "POST")];
    for path in ["/api/responses".to_owned(), format!("/api/responses/{ID}")] {
        let reply = server.send("OPTIONS", &path, &asked, "");
        assert_eq!((reply.status, reply.header("access-control-allow-origin")), (204, "*"));
        assert!(reply.header("access-control-allow-headers").contains("idempotency-key"));
        assert_eq!(reply.header("access-control-allow-credentials"), "");
    }
    let tap = answer(ID, 1, json!({"overall": 5})).to_string();
    let from = [("content-type", "application/json"), ("sec-fetch-site", "cross-site")];
    server.send("POST", "/api/responses", &from, tap);
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE fetch_site = 'cross-site'"), 1);
}

fn errors_under_api_are_problems(on: On) {
    let server = Server::start(on);
    for (method, path, status) in
        [("GET", "/api/nothing", 404), ("GET", "/api/responses", 405), ("PUT", "/api/results", 405)]
    {
        let reply = server.send(method, path, &[], "");
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (status, "application/problem+json"),
            "{path}"
        );
    }
    assert_eq!(server.get("/healthz").status, 200);
    let document = server.get("/openapi.json").json();
    let body =
        &document["paths"]["/api/responses"]["post"]["requestBody"]["content"]["application/json"]["schema"];
    assert_eq!(body["properties"]["v"]["const"], json!(1));
}

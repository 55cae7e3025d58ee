//! Photos and contact details: for the desk alone, and no longer than they are needed.

use mot_cua_collector::Limits;
use serde_json::{Value, json};

use crate::desk::{NOW, On, Server, answer, fresh, id, version_of};
use crate::door::{form, keyed};
use crate::keeping::with;

on_both!(a_photo_is_the_desks_alone, contact_details_go_by_their_owner_with_the_answer_and_in_time);

const SURVEY: &str = r#"{"elements": [{"type": "comment", "name": "words"}, {"type": "file", "name": "photo"},
  {"type": "checkbox", "name": "consent", "choices": ["contact"]}, {"type": "text", "name": "person"}, {"type": "text", "name": "phone"}]}"#;
const MONTH: i64 = 30 * 24 * 3_600_000;

/// The server, and the cookie of whoever is in.
fn inside(on: On) -> (Server, String) {
    let database = fresh(on);
    let key = keyed(&database);
    let server = Server::start_asking(&database, "/", Limits::default(), 64, SURVEY);
    let opened = form(&server, "/results/door", "", &format!("key={key}"));
    let cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    (server, cookie)
}

fn said(n: u32, answers: Value) -> Value {
    let mut answer = answer(&id(n), 1, answers);
    answer["surveyVersion"] = version_of(SURVEY).into();
    answer
}

fn a_photo_is_the_desks_alone(on: On) {
    use sha2::{Digest, Sha256};
    let (server, cookie) = inside(on);
    let bytes = [&[0xff, 0xd8, 0xff, 0xe0][..], b"<script>alert(1)</script>"].concat();
    let hash = hex::encode(Sha256::digest(&bytes));
    let photo = json!({"name": "photo-1.jpg", "type": "image/jpeg", "content": format!("sha256:{hash}")});
    assert_eq!(server.post(&said(1, json!({"photo": [photo]}))).status, 201);
    let jpeg = [("content-type", "image/jpeg")];
    assert_eq!(server.send("PUT", &format!("/api/attachments/{hash}"), &jpeg, bytes).status, 201);
    let path = format!("/results/photo/{hash}");
    assert_eq!(server.get(&path).header("location"), "/results/door");
    let see = |path: &str| server.send("GET", path, &[("cookie", &cookie)], "");
    let inbox = see("/results/inbox");
    assert!(inbox.body.contains(&format!("<img src=\"{path}\" alt=\"Ảnh 1\"")), "{}", inbox.body);
    assert!(inbox.body.contains("img-src &#39;self&#39;"));
    let shown = see(&path);
    assert_eq!((shown.status, shown.header("content-type")), (200, "image/jpeg"));
    assert_eq!(
        shown.header("content-security-policy"),
        "default-src 'none'; sandbox; frame-ancestors 'none'"
    );
    assert_eq!(
        (shown.header("cache-control"), shown.header("access-control-allow-origin")),
        ("no-store", "")
    );
    assert_eq!(see(&format!("/results/photo/{}", "0".repeat(64))).status, 404);
}

fn contact_details_go_by_their_owner_with_the_answer_and_in_time(on: On) {
    let (server, cookie) = inside(on);
    let reach = json!({"words": "Ghế hỏng", "consent": ["contact"], "person": "Nguyễn An <b>", "phone": "0912345678"});
    server.set_clock(NOW - 2 * MONTH);
    server.post(&said(4, reach.clone()));
    server.set_clock(NOW);
    for n in 1..=2 {
        assert_eq!(server.post(&said(n, reach.clone())).status, 201);
    }
    let mut silent = reach.clone();
    silent["consent"] = json!([]);
    server.post(&said(3, silent));
    let see = |path: &str| server.send("GET", path, &[("cookie", &cookie)], "").body;
    let left = || server.count("SELECT count(*) FROM responses WHERE body LIKE '%0912345678%'");
    let inbox = see("/results/inbox");
    assert_eq!(inbox.matches("<dd>Nguyễn An &lt;b&gt;</dd>").count(), 2, "not of whoever did not agree");
    assert!(!see("/results").contains("0912345678") && !see("/results").contains("Nguyễn An"));

    let receipt = |n: u32| mot_cua_contract::receipt::receipt(&id(n)).unwrap();
    let page = |n: u32| server.get(&format!("/receipt?code={}", receipt(n))).body;
    assert!(page(1).contains("Xoá thông tin liên hệ") && !page(1).contains("0912"));
    let foreign = [("sec-fetch-site", "cross-site")];
    server.send("POST", "/receipt", &foreign, format!("code={}", receipt(1)));
    assert_eq!(left(), 4);
    let gone = form(&server, "/receipt", "", &format!("code={}", receipt(1).to_lowercase()));
    assert_eq!((gone.status, left()), (303, 3));
    assert!(!page(1).contains("Xoá thông tin liên hệ"));
    let body = server.body(&format!("SELECT body FROM responses WHERE id = '{}'", id(1)));
    assert_eq!(body["answers"], json!({"words": "Ghế hỏng"}));
    // The phone did not hear that it had arrived: the same bytes are there already, and bring nothing back.
    assert_eq!((server.post(&said(1, reach.clone())).status, left()), (200, 3));

    let to = format!("receipt={}&words=Đã thay ghế&do=say&month=2026-11", receipt(2));
    form(&server, "/results/inbox", &cookie, &to);
    assert_eq!((left(), see("/results/inbox").contains("0912345678")), (2, false), "answered");
    let purged = with(&server.database, async |store| store.forget_contacts_before("2026-10").await.unwrap());
    assert_eq!((purged, left()), (1, 1));
    let to = format!("receipt={}&do=forget&month=2026-11", receipt(3));
    form(&server, "/results/inbox", &cookie, &to);
    assert_eq!((left(), server.count("SELECT count(*) FROM replies")), (0, 1));
}

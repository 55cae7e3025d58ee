//! The desk's own pages: who gets in, what they see there, and what reaches the one who wrote.

use std::time::Duration;

use mot_cua_collector::{Limits, Store, keys, store::Absent};
use serde_json::json;

use crate::desk::{ID, NOW, On, Reply, Server, answer, fresh, id};

on_both!(only_a_key_opens_the_inbox_and_the_answer_reaches_its_writer);

/// Puts a key into a database that a server is to open.
pub(crate) fn keyed(database: &mot_cua_collector::Address) -> String {
    let key = keys::new_key();
    let hash = keys::hash(&key).unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(database, Absent::Create, 8).await.unwrap();
        store.set_desk_key("leader", &hash).await.unwrap();
        store.close().await;
    });
    key
}

pub(crate) fn form(server: &Server, path: &str, cookie: &str, body: &str) -> Reply {
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("cookie", cookie)];
    server.send("POST", path, &headers, body)
}

fn only_a_key_opens_the_inbox_and_the_answer_reaches_its_writer(on: On) {
    let database = fresh(on);
    let key = keyed(&database);
    let server = Server::start_with(&database, "/", Limits::default(), 64);
    let words = "Chờ lâu, gọi tôi 0912 345 678 <script>";
    for n in 1..=12 {
        server.post(&answer(&id(n), 1, json!({"overall": 5})));
    }
    server.post(&answer(ID, 1, json!({"overall": 2, "why": ["slow"], "words": words})));
    let receipt = mot_cua_contract::receipt::receipt(ID).unwrap();

    // Outside: nothing of single counters, nothing that was written, no frame.
    let outside = server.get("/results");
    assert_eq!(outside.status, 200);
    assert!(!outside.body.contains("Quầy 3") && !outside.body.contains("Chờ lâu"), "{}", outside.body);
    assert!(outside.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert!(server.get("/results/public").header("content-security-policy").contains("frame-ancestors *"));
    assert_eq!(server.get("/results/inbox").header("location"), "/results/door");
    let forged =
        form(&server, "/results/inbox", "mot-cua-desk=6c.9.9", &format!("receipt={receipt}&words=x"));
    assert_eq!((forged.status, forged.header("location")), (303, "/results/door"));
    assert_eq!(form(&server, "/results/door", "", "key=AAAAA").status, 403);

    let opened = form(&server, "/results/door", "", &format!("key={}", key.to_lowercase()));
    assert_eq!((opened.status, opened.header("location")), (303, "/results"));
    let cookie = opened.header("set-cookie").to_owned();
    assert!(cookie.contains("; HttpOnly; SameSite=Strict") && cookie.contains("Path=/results;"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap().to_owned();
    let see = |path: &str| server.send("GET", path, &[("cookie", &cookie)], "");

    let inside = see("/results");
    assert!(
        inside.body.contains("Quầy 3") && inside.body.contains("Chờ lâu, gọi tôi ••• &lt;script&gt;"),
        "{}",
        inside.body
    );
    assert!(inside.header("content-security-policy").contains("frame-ancestors 'none'"));
    assert_eq!(
        (inside.header("access-control-allow-origin"), inside.header("cache-control")),
        ("", "no-store")
    );
    let inbox = see("/results/inbox").body;
    assert!(inbox.contains(&receipt) && inbox.contains("1 chưa đọc") && !inbox.contains(ID), "{inbox}");

    // Another site's form does nothing, though the browser had sent the cookie.
    let foreign = [("cookie", cookie.as_str()), ("sec-fetch-site", "cross-site")];
    server.send("POST", "/results/inbox", &foreign, format!("receipt={receipt}&words=x&do=say"));
    assert_eq!(server.get(&format!("/api/replies/{receipt}")).status, 404);
    let said = form(&server, "/results/inbox", &cookie, &format!("receipt={receipt}&do=read&month=2026-11"));
    assert_eq!(said.header("location"), format!("/results/inbox?month=2026-11#{receipt}"));
    assert!(server.get(&format!("/receipt?code={receipt}")).body.contains("đã đọc góp ý"));
    let told = "words=Đã thêm một quầy. Gọi 0987654321&do=say&shown=all";
    form(&server, "/results/inbox", &cookie, &format!("receipt={receipt}&{told}"));
    let reply = server.get(&format!("/api/replies/{}", receipt.to_lowercase())).json();
    assert_eq!(
        reply,
        json!({"receipt": receipt, "day": "2026-11-21", "words": "Đã thêm một quầy. Gọi •••", "public": true})
    );
    assert!(server.get("/results/tv").body.contains("Đã thêm một quầy"));

    // What its owner deletes takes the answer to it along.
    assert_eq!(server.send("DELETE", &format!("/api/responses/{ID}"), &[], "").status, 204);
    assert_eq!(server.get(&format!("/api/replies/{receipt}")).status, 404);
    assert!(!server.get("/results/tv").body.contains("Đã thêm"));

    let left = form(&server, "/results/leave", &cookie, "");
    assert!(
        left.header("set-cookie").contains("mot-cua-desk=; ")
            && left.header("set-cookie").contains("Max-Age=0")
    );
    // Ten tries for everybody; two are used.
    let tries: Vec<u16> = (0..10).map(|_| form(&server, "/results/door", "", "key=A").status).collect();
    assert_eq!(tries, [[403; 8].as_slice(), &[429; 2]].concat());
}

/// A clerk who sees an answer come in knows whose it is.
#[test]
fn a_young_answer_is_stored_at_once_and_shown_later() {
    let database = fresh(On::Sqlite);
    let key = keyed(&database);
    let limits = Limits { shown_after: Duration::from_hours(2), ..Limits::default() };
    let server = Server::start_with(&database, "/", limits, 64);
    assert_eq!(server.post(&answer(ID, 1, json!({"overall": 2, "words": "Chờ lâu"}))).status, 201);
    let opened = form(&server, "/results/door", "", &format!("key={key}"));
    let cookie = opened.header("set-cookie").split(';').next().unwrap().to_owned();
    let is_shown = || {
        let see = |path: &str| server.send("GET", path, &[("cookie", &cookie)], "").body.contains("Chờ lâu");
        (see("/results"), see("/results/inbox"))
    };
    for (minutes, shown) in [(0, false), (119, false), (181, true)] {
        server.set_clock(NOW + minutes * 60_000);
        assert_eq!(is_shown(), (shown, shown), "after {minutes} minutes");
    }
}

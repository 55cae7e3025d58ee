//! Items of the security list (SECURITY.md) that a stranger can try from outside.

use serde_json::json;

use crate::desk::{ID, On, Reply, Server, answer, ask, id};

on_both!(
    item_5_no_parameter_leads_to_another_host,
    item_10_no_origin_is_trusted_and_none_gets_credentials,
    item_13_a_reply_says_nothing_of_what_was_stored,
    item_16_three_hundred_behind_one_address_are_all_taken,
    item_18_a_forged_address_changes_nothing_and_is_kept_nowhere,
);

const EVIL: [&str; 6] = [
    "//evil.example",
    "https:evil.example",
    "\\\\evil.example",
    "https://ward.example@evil.example",
    "https://xn--vil-9na.example",
    "javascript:alert(1)",
];

fn item_5_no_parameter_leads_to_another_host(on: On) {
    let server = Server::start(on);
    for evil in EVIL {
        for name in ["next", "return", "redirect", "api", "endpoint", "submit"] {
            let reply = server.form(&format!("survey=quick&unit=04795&overall=5&{name}={evil}"));
            let to = reply.header("location");
            assert!(to.is_empty() || to.starts_with("/thanks/"), "{name}={evil}: {to}");
            let page = server.get(&format!("/?{name}={}", evil.replace('\\', "%5C")));
            assert_eq!((page.status, page.header("location")), (200, ""), "{name}={evil}");
        }
    }
    // An address that begins like another host's.
    for path in ["//evil.example/", "//evil.example/Q/04795-3", "/%2F%2Fevil.example"] {
        assert_eq!(server.get(path).header("location"), "", "{path}");
    }
}

fn item_10_no_origin_is_trusted_and_none_gets_credentials(on: On) {
    let server = Server::start(on);
    server.post(&answer(ID, 1, json!({"overall": 5})));
    for origin in ["https://portal.example", "null", "https://ward.example.evil.example"] {
        for path in [
            "/",
            "/api/responses",
            "/api/results?unit=04795&month=2026-10",
            "/healthz",
            "/metrics",
            "/nothing",
        ] {
            for method in ["GET", "OPTIONS"] {
                let asked =
                    [("origin", origin), ("cookie", "a=b"), ("access-control-request-method", "POST")];
                let reply = server.send(method, path, &asked, "");
                assert_eq!(reply.header("access-control-allow-credentials"), "", "{method} {path}");
                assert!(["", "*"].contains(&reply.header("access-control-allow-origin")), "{method} {path}");
                assert_eq!(reply.header("set-cookie"), "");
                assert_eq!(reply.header("x-content-type-options"), "nosniff");
            }
        }
    }
    // A form of another site can post a form, as it always could; JSON needs a preflight.
    let plain = [("content-type", "text/plain")];
    let tap = answer(&id(1), 1, json!({"overall": 1})).to_string();
    assert_eq!(server.send("POST", "/api/responses", &plain, tap).status, 415);
}

fn item_13_a_reply_says_nothing_of_what_was_stored(on: On) {
    let server = Server::start(on);
    let words = "chờ lâu, 0912 345 678";
    let mut tap = answer(ID, 1, json!({"overall": 2, "words": words}));
    tap["admin"] = json!(true);
    tap["tier"] = json!("token");
    let replies: Vec<Reply> = vec![server.post(&tap), server.post(&tap), {
        tap["answers"]["overall"] = json!(5);
        server.post(&tap)
    }];
    for reply in replies {
        assert!(!reply.body.contains("0912") && !reply.body.contains("overall"), "{}", reply.body);
    }
    // What it says of itself is not believed.
    let tier: String = ask(&server.database, "SELECT tier FROM responses");
    assert_eq!(tier, "poster");
    for path in [format!("/api/responses/{ID}"), "/api/responses".to_owned()] {
        assert!(server.get(&path).status >= 400, "{path}");
    }
}

/// A ward's own network, or a provider's: hundreds of phones with one address.
fn item_16_three_hundred_behind_one_address_are_all_taken(on: On) {
    let server = Server::start(on);
    let refused: usize = std::thread::scope(|scope| {
        let server = &server;
        let crowd = |part: u32| {
            scope.spawn(move || {
                let mine = (0..75).map(|n| part * 75 + n);
                let taps = mine.flat_map(|n| [1, 2].map(|rev| answer(&id(n), rev, json!({"overall": 5}))));
                taps.filter(|tap| server.post(tap).status != 201).count()
            })
        };
        let parts: Vec<_> = (0..4).map(crowd).collect();
        parts.into_iter().map(|part| part.join().unwrap()).sum()
    });
    assert_eq!(refused, 0);
    assert_eq!(server.count("SELECT count(DISTINCT id) FROM responses"), 300);
}

fn item_18_a_forged_address_changes_nothing_and_is_kept_nowhere(on: On) {
    let server = Server::start(on);
    let forged = "203.0.113.77";
    let headers = [
        ("content-type", "application/json"),
        ("x-forwarded-for", forged),
        ("x-real-ip", forged),
        ("forwarded", "for=203.0.113.77"),
    ];
    let tap = answer(ID, 1, json!({"overall": 5})).to_string();
    let reply = server.send("POST", "/api/responses", &headers, tap.clone());
    assert_eq!(reply.status, 201);
    // The same from elsewhere is the same answer.
    assert_eq!(server.send("POST", "/api/responses", &headers[..1], tap).status, 200);
    let row = match on {
        On::Sqlite => "SELECT body || received_at || coalesce(fetch_site, '') || app || lang FROM responses",
        On::Postgres => "SELECT responses::text FROM responses",
    };
    let row: String = ask(&server.database, row);
    assert!(!row.contains(forged) && !row.contains("127.0.0.1"), "{row}");
    assert!(!server.get("/metrics").body.contains(forged));
}

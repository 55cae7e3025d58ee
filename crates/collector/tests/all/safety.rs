//! Items of the security list (SECURITY.md) that a stranger can try from outside.

use mot_cua_collector::{Limits, Reached};
use serde_json::json;

use crate::desk::{ID, NOW, On, Reply, Server, answer, ask, fresh, id};
use crate::visits::token;

on_both!(
    item_5_no_parameter_leads_to_another_host,
    item_10_no_origin_is_trusted_and_none_gets_credentials,
    item_13_a_reply_says_nothing_of_what_was_stored,
    item_16_three_hundred_behind_one_address_are_all_taken,
    item_16_a_flood_at_one_place_keeps_out_neither_the_others_nor_a_ticket,
    item_16_what_is_unusual_is_marked_and_stored,
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
                assert_eq!(reply.header("cross-origin-resource-policy"), "cross-origin");
                // Over http a browser that keeps to https would be locked out.
                assert_eq!(reply.header("strict-transport-security"), "");
            }
        }
    }
    // A form of another site can post a form, as it always could; JSON needs a preflight.
    let plain = [("content-type", "text/plain")];
    let tap = answer(&id(1), 1, json!({"overall": 1})).to_string();
    assert_eq!(server.send("POST", "/api/responses", &plain, tap).status, 415);
    let limits = Limits { reached: Reached::HttpsOnly, ..Limits::default() };
    let server = Server::start_with(&fresh(on), "/", limits, 8);
    let door = server.get("/results/door");
    let told = ["strict-transport-security", "cross-origin-opener-policy", "cross-origin-resource-policy"];
    assert_eq!(told.map(|name| door.header(name)), ["max-age=15552000", "same-origin", "same-origin"]);
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

fn item_16_a_flood_at_one_place_keeps_out_neither_the_others_nor_a_ticket(on: On) {
    let limits = Limits { place: 5, ..Limits::default() };
    let server = Server::start_with(&fresh(on), "/", limits, 512);
    let tap = |n: u32, counter: &str| {
        let mut tap = answer(&id(n), 1, json!({"overall": 1}));
        tap["place"]["counter"] = json!(counter);
        tap
    };
    let flood: Vec<Reply> = (0..8).map(|n| server.post(&tap(n, "3"))).collect();
    assert_eq!(flood.iter().filter(|reply| reply.status == 201).count(), 5);
    let refused = flood.last().unwrap();
    let wait: u32 = refused.header("retry-after").parse().unwrap();
    assert!(refused.status == 429 && (60..120).contains(&wait), "{} {wait}", refused.status);
    assert_eq!(server.form("survey=quick&unit=04795&counter=3&overall=5").status, 429);
    // Counters that nobody set up share one limit: inventing names gives a flood nothing.
    let invented = (10..20).map(|n| server.post(&tap(n, &format!("X{n}"))).status);
    assert_eq!(invented.filter(|status| *status == 201).count(), 5);
    let mut visitor = tap(30, "3");
    visitor["token"] = json!(token(7, NOW));
    assert_eq!(server.post(&visitor).status, 201);
    server.set_clock(NOW + 10 * 60_000);
    assert_eq!(server.post(&tap(7, "3")).status, 201, "kept on the phone, and sent again");
}

fn item_16_what_is_unusual_is_marked_and_stored(on: On) {
    let server = Server::start(on);
    for n in 0..70 {
        assert_eq!(server.post(&answer(&id(n), 1, json!({"overall": 5}))).status, 201);
    }
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE rate = 64"), 7);
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE rate = 0"), 63);
    for trap in ["", "https://spam.example"] {
        assert_eq!(server.form(&format!("survey=quick&unit=04795&overall=2&mc-website={trap}")).status, 303);
    }
    let trapped = match on {
        On::Sqlite => "SELECT count(*) FROM responses WHERE trap = 1",
        On::Postgres => "SELECT count(*) FROM responses WHERE trap",
    };
    assert_eq!(server.count(trapped), 1);
    assert_eq!(server.count("SELECT count(*) FROM responses WHERE body LIKE '%spam%'"), 0);
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

//! Visit tokens: one visit, one answer that counts as such; nothing is ever refused because of one.

use mot_cua_contract::Place;
use mot_cua_link::visit::{GRACE_HOURS, Ring, issue};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::desk::{KEYS, NOW, On, Server, answer, id};

on_both!(
    item_14_a_token_is_bound_to_its_first_answer,
    item_14_a_bad_token_costs_the_tier_and_never_the_answer,
    item_15_what_a_phone_kept_comes_late_and_is_marked,
    item_15_the_file_does_not_lead_from_a_ticket_to_an_answer,
    a_replaced_key_still_counts_and_one_taken_out_does_not,
);

const HOUR: i64 = 3_600_000;

fn hour() -> u32 {
    u32::try_from(NOW / HOUR).unwrap()
}

fn desk(counter: &str) -> Place {
    Place { counter: Some(counter.into()), ..Place::unit("04795") }
}

/// Of the counter 3, good for two hours.
pub(crate) fn token(nonce: u8, now: i64) -> String {
    let hour = u32::try_from(now / HOUR).unwrap();
    issue(Ring::read(KEYS).unwrap().newest().unwrap(), &desk("3"), hour + 2, [nonce; 8])
}

fn with(token: &str, id: &str, rev: u32) -> Value {
    let mut answer = answer(id, rev, json!({"overall": 5}));
    answer["token"] = token.into();
    answer
}

/// The tiers of all rows, in the order of ids and revisions.
fn tiers(server: &Server) -> String {
    let all = "SELECT tier FROM responses ORDER BY id, rev";
    let tiers: Vec<String> = (0..server.count("SELECT count(*) FROM responses"))
        .map(|n| crate::desk::ask(&server.database, &format!("{all} LIMIT 1 OFFSET {n}")))
        .collect();
    tiers.join(" ")
}

fn item_14_a_token_is_bound_to_its_first_answer(on: On) {
    let server = Server::start(on);
    let token = token(1, NOW);
    assert_eq!(server.post(&with(&token, &id(1), 1)).status, 201);
    assert_eq!(server.post(&with(&token, &id(2), 1)).status, 201);
    // The same answer goes on, and a retry is a retry.
    assert_eq!(server.post(&with(&token, &id(1), 2)).status, 201);
    assert_eq!(server.post(&with(&token, &id(1), 1)).status, 200);
    assert_eq!(server.post(&answer(&id(3), 1, json!({"overall": 4}))).status, 201);
    let mut embedded = answer(&id(4), 1, json!({"overall": 4}));
    embedded["context"]["mode"] = "embed".into();
    assert_eq!(server.post(&embedded).status, 201);
    assert_eq!(tiers(&server), "token token token-reused poster embed");
    // Deleting the first answer does not set the token free.
    server.send("DELETE", &format!("/api/responses/{}", id(1)), &[], "");
    server.post(&with(&token, &id(5), 1));
    assert_eq!(tiers(&server), "token-reused poster embed token-reused");
}

fn item_14_a_bad_token_costs_the_tier_and_never_the_answer(on: On) {
    let server = Server::start(on);
    let good = token(1, NOW);
    let elsewhere = issue(Ring::read(KEYS).unwrap().newest().unwrap(), &desk("4"), hour() + 2, [1; 8]);
    let long_over =
        issue(Ring::read(KEYS).unwrap().newest().unwrap(), &desk("3"), hour() - GRACE_HOURS, [1; 8]);
    let bad = [&good[..44], "ABC", &good.replace(&good[20..22], "77"), &elsewhere, &long_over];
    for (n, token) in (1..).zip(bad) {
        assert_eq!(server.post(&with(token, &id(n), 1)).status, 201, "{token}");
    }
    assert_eq!(tiers(&server), "poster poster poster poster poster");
    assert_eq!(server.count("SELECT count(*) FROM visits"), 0);
    // What no link can say is no token at all.
    assert_eq!(server.post(&with("not base 32!", &id(9), 1)).status, 422);
}

fn item_15_what_a_phone_kept_comes_late_and_is_marked(on: On) {
    let server = Server::start(on);
    server.post(&with(&token(1, NOW), &id(1), 1));
    server.set_clock(NOW + 5 * 24 * HOUR);
    // The first revision came in time: the later one belongs to it.
    server.post(&with(&token(1, NOW), &id(1), 2));
    assert_eq!(server.post(&with(&token(2, NOW), &id(2), 1)).status, 201);
    server.post(&with(&token(2, NOW), &id(3), 1));
    assert_eq!(tiers(&server), "token token token-late token-reused");
}

fn item_15_the_file_does_not_lead_from_a_ticket_to_an_answer(on: On) {
    let server = Server::start(on);
    let token = token(1, NOW);
    let sent = with(&token, &id(1), 1);
    let reply = server.post(&sent);
    // The phone compares the hash of what it sent; the one that is kept is of what is kept.
    assert_eq!(reply.json()["sha256"], hex::encode(Sha256::digest(sent.to_string())));
    let body = server.body("SELECT body FROM responses");
    assert_eq!(body, answer(&id(1), 1, json!({"overall": 5})));
    let sha256: String = crate::desk::ask(&server.database, "SELECT sha256 FROM responses");
    assert_ne!(reply.json()["sha256"], sha256);
    for column in ["mark", "holder"] {
        let kept: String = crate::desk::ask(&server.database, &format!("SELECT {column} FROM visits"));
        assert!(kept.len() == 32 && !kept.contains(&id(1)) && !token.eq_ignore_ascii_case(&kept), "{kept}");
    }
}

fn a_replaced_key_still_counts_and_one_taken_out_does_not(on: On) {
    let server = Server::start(on);
    let of = |line: &str| {
        let ring = Ring::read(line).unwrap();
        issue(ring.newest().unwrap(), &desk("3"), hour() + 2, [1; 8])
    };
    server.post(&with(&of(KEYS.lines().next().unwrap()), &id(1), 1));
    let gone = KEYS.lines().next().unwrap().replace("6 ", "5 ");
    server.post(&with(&of(&gone), &id(2), 1));
    assert_eq!(tiers(&server), "token poster");
}

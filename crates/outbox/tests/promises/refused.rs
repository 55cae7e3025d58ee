//! What the backend will not take: it stays, visible, until its owner decides.

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Response, Revisions, Submit, Verdict};
use mot_cua_outbox::{Input, Keeping, When};

use crate::phone::{ID, Phone, answer, json};

#[test]
fn f20_a_refused_answer_stays_until_a_person_tries_again() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.reply(1, Verdict::Refused { status: 422, field: Some("overall".into()) });
    phone.pass(86_400_000);
    assert_eq!(phone.sent.len(), 1);
    assert!(matches!(phone.outbox.pending()[0].keeping, Keeping::Refused { status: 422, .. }));
    phone.give(Input::Retry { id: Some("another".into()) });
    assert_eq!(phone.sent.len(), 1);
    phone.give(Input::Retry { id: Some(ID.into()) });
    assert_eq!(phone.sent.len(), 2);
    assert_eq!(phone.sent[0].1, phone.sent[1].1);
}

#[test]
fn f26_the_same_key_with_another_body_is_kept_aside_by_the_backend_and_counts_as_delivered() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    let body = r#"{"type":"/problems/conflict","title":"","status":422,"stored":true}"#.to_owned();
    let reply =
        Response { status: 422, content_type: "application/problem+json".into(), body, retry_after: None };
    phone.reply(1, Submit::default().judge(&answer(5), &reply));
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
}

const TOO_LARGE: Verdict = Verdict::Refused { status: 413, field: None };

fn long(words: &str) -> Answer {
    let mut long = answer(2);
    long.answers.insert("words".into(), words.repeat(1_000).into());
    long.complete = true;
    long
}

#[test]
fn f23_too_large_the_rating_arrives_and_the_long_text_stays_visible() {
    let mut phone = Phone::new(&Submit::default());
    phone.give(Input::Change { answer: Box::new(long("chờ lâu")), when: When::Now });
    phone.reply(1, TOO_LARGE);
    assert_eq!(phone.last(), "1", "the backend has no such revision");
    assert!(phone.sent[1].1.contains("\"overall\":2") && !phone.sent[1].1.contains("chờ"));
    assert_eq!(phone.keeping(), Keeping::Sending, "nothing has arrived yet");
    assert!(phone.outbox.latest(ID).unwrap().contains("chờ lâu"));
    phone.reply(1, Verdict::Acked);
    assert_eq!(phone.keeping(), Keeping::Shortened);
    assert!(phone.outbox.latest(&phone.outbox.pending()[0].id).unwrap().contains("chờ lâu"));
    phone.pass(86_400_000);
    assert_eq!(phone.sent.len(), 2);
    // The ward raised its limit: all of it counts, under a higher number than the short one.
    phone.retry();
    assert_eq!(phone.last(), "2");
    assert!(phone.sent[2].1.contains("chờ lâu"));
    phone.reply(2, Verdict::Acked);
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
    assert!(phone.outbox.pending().is_empty());
}

#[test]
fn f23_the_citizen_shortens_the_text_and_it_goes() {
    let mut phone = Phone::new(&Submit::default());
    phone.give(Input::Change { answer: Box::new(long("chờ")), when: When::Now });
    phone.reply(1, TOO_LARGE);
    phone.reply(1, Verdict::Acked);
    phone.tap(2, When::Now);
    assert_eq!(phone.last(), "3");
    phone.reply(3, Verdict::Acked);
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
}

#[test]
fn f23_what_cannot_be_shortened_is_refused_and_in_mode_final_nothing_is_counted_twice() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.reply(1, TOO_LARGE);
    assert_eq!(phone.sent.len(), 1);
    assert!(matches!(phone.keeping(), Keeping::Refused { status: 413, .. }));

    let mut phone = Phone::new(&json(Revisions::Final));
    phone.give(Input::Change { answer: Box::new(long("chờ")), when: When::Now });
    phone.reply(1, TOO_LARGE);
    phone.reply(1, Verdict::Acked);
    phone.retry();
    assert_eq!(phone.sent.len(), 2);
    assert_eq!(phone.keeping(), Keeping::Shortened);
}

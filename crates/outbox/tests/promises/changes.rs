//! Revisions: when a change is sent, under which number, and when an answer is closed.

use mot_cua_contract::adapter::{Revisions, Submit, Verdict};
use mot_cua_outbox::{Changes, Failure, Input, Keeping, When};

use crate::phone::{ID, Phone, json};

#[test]
fn a_retry_sends_the_same_bytes_and_a_change_takes_the_next_number() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.fail(1, Failure::TimedOut);
    phone.pass(1_000);
    assert_eq!(phone.sent.len(), 2);
    assert_eq!(phone.sent[0].1, phone.sent[1].1);
    phone.tap(1, When::Now);
    phone.reply(1, Verdict::Acked);
    assert!(phone.sent[2].1.starts_with(&format!("{ID}:2 ")), "{:?}", phone.sent);
    assert_eq!(phone.keeping(), Keeping::Sending);
    phone.reply(2, Verdict::Already);
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
}

#[test]
fn changes_within_two_seconds_are_one_revision() {
    let mut phone = Phone::new(&Submit::default());
    for number in 1..=5 {
        phone.tap(number, When::Idle);
        phone.pass(1_500);
    }
    assert!(phone.sent.is_empty());
    phone.pass(500);
    assert_eq!(phone.sent.len(), 1);
    assert!(phone.sent[0].1.contains("\"overall\":5"));
}

#[test]
fn mode_final_sends_once_and_then_is_closed() {
    let mut phone = Phone::new(&json(Revisions::Final));
    phone.tap(5, When::Now);
    phone.give(Input::Flush);
    phone.pass(600_000);
    assert!(phone.sent.is_empty());
    assert_eq!(phone.outbox.changes(ID), Changes::Open);
    phone.give(Input::Hide);
    assert_eq!(phone.sent.len(), 1);
    assert_eq!(phone.outbox.changes(ID), Changes::Closed);
    phone.tap(1, When::Now);
    phone.reply(1, Verdict::Acked);
    phone.pass(600_000);
    assert_eq!(phone.sent.len(), 1);
}

/// With `replace` an older request that comes late would write over the newer answer.
#[test]
fn mode_replace_never_sends_an_earlier_revision_after_a_later_one() {
    for (mode, revisions) in
        [(Revisions::Append, vec!["1", "2", "1"]), (Revisions::Replace, vec!["1", "2", "2"])]
    {
        let mut phone = Phone::new(&json(mode));
        phone.tap(5, When::Now);
        phone.fail(1, Failure::TimedOut);
        phone.tap(4, When::Now);
        phone.pass(10_000);
        phone.fail(2, Failure::TimedOut);
        phone.pass(10_000);
        let sent: Vec<&str> = phone.sent.iter().map(|(_, sent)| &sent[ID.len() + 1..ID.len() + 2]).collect();
        assert_eq!(sent, revisions, "{mode:?}");
    }
}

/// F30: the phone's clock jumps ten years ahead and back. Order and waiting go by the sequence and the steady clock.
#[test]
fn f30_a_clock_that_jumps_changes_nothing() {
    let mut phone = Phone::new(&Submit::default());
    for wall in [4.0e11, -4.0e11, f64::NAN, 0.0] {
        phone.wall = wall;
        phone.tap(phone.sent.len() as u64, When::Idle);
        phone.pass(1_999);
        assert!(phone.sent.is_empty());
    }
    phone.pass(1);
    assert_eq!(phone.sent.len(), 1);
    phone.wall = -4.0e11;
    phone.reply(1, Verdict::Acked);
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
}

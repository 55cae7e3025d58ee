//! One test a promise, by hand: what the simulator cannot name.
#![allow(clippy::unwrap_used, missing_debug_implementations, reason = "tests")]

use mot_cua_contract::adapter::{Kind, Revisions, Rule, Submit, Verdict};
use mot_cua_contract::{Answer, Context, Place};
use mot_cua_outbox::{
    Changes, Durability, Failure, Input, Job, Keeping, Now, Outbox, Outcome, Output, Row, Trouble, When,
    Write,
};
use proptest::prelude::*;

const ID: &str = "00000000-0000-4000-8000-000000000001";

/// A phone on which all writes succeed at once and the right to send is always given.
struct Phone {
    outbox: Outbox,
    time: u64,
    sent: Vec<(u64, String)>,
    wait: Option<u64>,
}

impl Phone {
    fn new(submit: &Submit) -> Self {
        let mut phone = Self { outbox: Outbox::new(submit), time: 0, sent: Vec::new(), wait: None };
        phone.give(Input::Load { rows: Vec::new(), facts: Vec::new(), durability: Durability::Durable });
        phone
    }

    fn give(&mut self, input: Input) {
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let input = inputs.remove(0);
            for order in self.outbox.step(input, Now { mono: self.time, wall: 5.0 }, u32::MAX / 2) {
                match order {
                    Output::Store { ticket, .. } => inputs.push(Input::Stored { ticket }),
                    Output::Acquire => inputs.push(Input::Granted),
                    Output::Send { key, job: Job::Post { bytes, .. }, .. } => {
                        self.sent.push((self.time, key + " " + &bytes));
                    }
                    Output::Wait { until } => self.wait = until,
                    _ => {}
                }
            }
        }
    }

    fn tap(&mut self, number: u64, when: When) {
        self.give(Input::Change { answer: Box::new(answer(number)), when });
    }

    fn reply(&mut self, rev: u32, verdict: Verdict) {
        self.give(Input::Reply { key: format!("{ID}:{rev}"), outcome: Outcome::Judged(verdict) });
    }

    /// Lets time pass, waking it when it asked to be woken.
    fn pass(&mut self, ms: u64) {
        let end = self.time + ms;
        while let Some(until) = self.wait.filter(|until| *until <= end) {
            self.time = self.time.max(until);
            self.wait = None;
            self.give(Input::Due);
        }
        self.time = end;
    }
}

fn answer(number: u64) -> Answer {
    let mut answers = serde_json::Map::new();
    answers.insert("overall".into(), number.into());
    Answer {
        v: 1,
        id: ID.to_owned(),
        rev: 1,
        survey: "quick".into(),
        survey_version: String::new(),
        place: Place::unit("04795"),
        answers,
        complete: false,
        saved_at: "2026-11-21T09:00:00+07:00".into(),
        seconds: None,
        lang: "vi".into(),
        app: "0.1.0".into(),
        context: Context::default(),
        token: None,
    }
}

#[test]
fn a_retry_sends_the_same_bytes_and_a_change_takes_the_next_number() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.give(Input::Reply { key: format!("{ID}:1"), outcome: Outcome::Failed(Failure::TimedOut) });
    phone.pass(1_000);
    assert_eq!(phone.sent.len(), 2);
    assert_eq!(phone.sent[0].1, phone.sent[1].1);
    phone.tap(1, When::Now);
    phone.reply(1, Verdict::Acked);
    assert!(phone.sent[2].1.starts_with(&format!("{ID}:2 ")), "{:?}", phone.sent);
    assert_eq!(phone.outbox.keeping(ID), Keeping::Sending);
    phone.reply(2, Verdict::Already);
    assert!(matches!(phone.outbox.keeping(ID), Keeping::Sent { .. }));
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
fn what_the_server_asks_for_is_waited_for_and_hints_do_not_help() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.reply(1, Verdict::Later { after_ms: Some(120_000) });
    assert_eq!(phone.outbox.keeping(ID), Keeping::Kept { trouble: Some(Trouble::Busy) });
    for hint in [Input::Online, Input::Wake, Input::Flush, Input::Retry, Input::Hide, Input::Wake] {
        phone.pass(19_000);
        phone.give(hint);
    }
    phone.pass(5_000);
    assert_eq!(phone.sent.len(), 1);
    phone.pass(3_000);
    assert_eq!(phone.sent.len(), 2);
}

#[test]
fn a_network_that_returns_is_used_within_five_seconds() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    for _ in 0..12 {
        phone.give(Input::Reply { key: format!("{ID}:1"), outcome: Outcome::Failed(Failure::NoConnection) });
        phone.pass(300_000);
    }
    phone.give(Input::Reply { key: format!("{ID}:1"), outcome: Outcome::Failed(Failure::NoConnection) });
    let before = phone.sent.len();
    phone.pass(10);
    phone.give(Input::Online);
    phone.pass(5_000);
    assert_eq!(phone.sent.len(), before + 1);
}

#[test]
fn a_refused_answer_stays_until_a_person_tries_again() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.reply(1, Verdict::Refused { status: 422, field: Some("overall".into()) });
    phone.pass(86_400_000);
    assert_eq!(phone.sent.len(), 1);
    assert!(matches!(phone.outbox.pending()[0].keeping, Keeping::Refused { status: 422, .. }));
    phone.give(Input::Retry);
    assert_eq!(phone.sent.len(), 2);
    assert_eq!(phone.sent[0].1, phone.sent[1].1);
}

#[test]
fn mode_final_sends_once_and_then_is_closed() {
    let ack = Some(Rule { status: vec![201], ..Rule::default() });
    let submit = Submit { kind: Kind::Json, revisions: Revisions::Final, ack, ..Submit::default() };
    let mut phone = Phone::new(&submit);
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

#[test]
fn where_nothing_can_be_stored_it_is_said_and_sent_at_once() {
    let mut outbox = Outbox::new(&Submit::default());
    let mut step = |input| outbox.step(input, Now { mono: 0, wall: 0.0 }, 0);
    step(Input::Load { rows: Vec::new(), facts: Vec::new(), durability: Durability::Durable });
    step(Input::Change { answer: Box::new(answer(5)), when: When::Now });
    let told = step(Input::StoreFailed { ticket: 1 });
    assert!(
        told.contains(&Output::Tell { id: ID.into(), keeping: Keeping::Unkept { trouble: None } }),
        "{told:?}"
    );
    step(Input::Granted);
    let sent = step(Input::StoreFailed { ticket: 2 });
    assert!(sent.iter().any(|order| matches!(order, Output::Send { .. })), "{sent:?}");
}

#[test]
fn a_damaged_row_is_shown_and_left_alone() {
    let mut outbox = Outbox::new(&Submit::default());
    let row = Row { key: format!("{ID}:1"), text: "{\"id\":".into() };
    let load =
        Input::Load { rows: vec![row.clone()], facts: vec!["x".into()], durability: Durability::Durable };
    let orders = outbox.step(load, Now { mono: 0, wall: 0.0 }, 0);
    assert_eq!(outbox.damaged()[0].text, row.text);
    let leaves = |order: &Output| matches!(order, Output::Store { write: Write::Leave { .. }, .. });
    assert!(!orders.iter().any(leaves));
}

#[test]
fn a_deletion_waits_for_the_backend_and_the_answer_does_not_come_back() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.give(Input::Delete { id: ID.into() });
    assert!(matches!(phone.outbox.keeping(ID), Keeping::Deleting { .. }));
    phone.reply(1, Verdict::Acked);
    phone.tap(1, When::Now);
    assert!(matches!(phone.outbox.keeping(ID), Keeping::Deleting { .. }));
    phone.reply(0, Verdict::Acked);
    assert_eq!(phone.outbox.keeping(ID), Keeping::Deleted);
    assert_eq!(phone.sent.len(), 1);
}

fn any_input() -> impl Strategy<Value = Input> {
    let text = "\\PC{0,12}";
    let key = prop_oneof![Just(format!("{ID}:1")), Just(format!("{ID}:0")), text.prop_map(String::from)];
    let bytes = prop_oneof![Just(serde_json::to_string(&answer(3)).unwrap()), text.prop_map(String::from)];
    let rows = (key.clone(), bytes.clone()).prop_map(|(key, bytes)| {
        let text = format!(r#"{{"id":"{ID}","rev":1,"seq":18446744073709551615,"edit":4294967295,"bytes":{bytes:?},"phase":"draft","attempts":4294967295}}"#);
        let load = |rows| Input::Load { rows, facts: vec![bytes.clone()], durability: Durability::Durable };
        load(vec![Row { key: key.clone(), text }, Row { key, text: bytes.clone() }])
    });
    let outcome = prop_oneof![
        Just(Outcome::Failed(Failure::Broken)),
        Just(Outcome::Judged(Verdict::Acked)),
        Just(Outcome::Judged(Verdict::Paused { status: 0 })),
        any::<u64>().prop_map(|ms| Outcome::Judged(Verdict::Later { after_ms: Some(ms) })),
    ];
    let simple = [
        Input::Due,
        Input::Flush,
        Input::Online,
        Input::Wake,
        Input::Hide,
        Input::Granted,
        Input::Denied,
        Input::LockLost,
        Input::Retry,
    ];
    prop_oneof![
        2 => rows,
        2 => (0..4u64, any::<u32>()).prop_map(|(number, rev)| Input::Change {
            answer: Box::new(Answer { rev, ..answer(number) }),
            when: When::Now,
        }),
        1 => (bytes, any::<bool>()).prop_map(|(bytes, acked)| Input::Import {
            source: "mc.tap".into(),
            bytes,
            how: if acked { mot_cua_outbox::Taken::Acked } else { mot_cua_outbox::Taken::Waiting },
        }),
        2 => (0..9u64).prop_map(|ticket| Input::Stored { ticket }),
        1 => (0..9u64).prop_map(|ticket| Input::StoreFailed { ticket }),
        2 => (key.clone(), outcome).prop_map(|(key, outcome)| Input::Reply { key, outcome }),
        1 => key.prop_map(|id| Input::Delete { id }),
        4 => proptest::sample::select(simple.to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Inputs in any order and of any content, as no driver would give them.
    #[test]
    fn nothing_makes_it_panic(inputs in proptest::collection::vec((any_input(), prop_oneof![0..9_000u64, Just(u64::MAX)], any::<u32>()), 0..40)) {
        let mut outbox = Outbox::new(&Submit::default());
        for (input, mono, random) in inputs {
            outbox.step(input, Now { mono, wall: f64::NAN }, random);
            outbox.pending();
        }
    }
}

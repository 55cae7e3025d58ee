//! Inputs in any order and of any content, as no driver would give them.

use std::collections::BTreeSet;

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Kind, Revisions, Submit, Verdict};
use mot_cua_outbox::{Durability, Failure, Input, Keeping, Now, Outbox, Outcome, Phase, Record, Row, When};
use proptest::prelude::*;

use crate::phone::{ID, answer};

const OTHER: &str = "00000000-0000-4000-8000-0000000000ff";

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
        Just(Outcome::Judged(Verdict::Refused { status: 413, field: None })),
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
        Input::Retry { id: None },
        Input::Moved { kind: Kind::Form, revisions: Revisions::Final },
        Input::Moved { kind: Kind::Json, revisions: Revisions::Replace },
    ];
    prop_oneof![
        2 => rows,
        2 => (0..4u64, any::<u32>()).prop_map(|(number, rev)| Input::Change {
            answer: Box::new(Answer { rev, ..long(number) }),
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

    #[test]
    fn nothing_makes_it_panic(inputs in proptest::collection::vec((any_input(), prop_oneof![0..9_000u64, Just(u64::MAX)], any::<u32>()), 0..40)) {
        let mut outbox = Outbox::new(&Submit::default());
        for (input, mono, random) in inputs {
            outbox.step(input, Now { mono, wall: f64::NAN }, random);
            outbox.pending();
        }
    }

    /// What storage holds may be anything: another program's rows, half a row, a row with a foreign phase.
    #[test]
    fn f34_any_stored_row_is_read_or_shown(rows in proptest::collection::vec(any_row(), 0..6), fact in any_text()) {
        let mut outbox = Outbox::new(&Submit::default());
        let keys: BTreeSet<String> = rows.iter().map(|row| row.key.clone()).collect();
        let load = Input::Load { rows: rows.clone(), facts: vec![fact], durability: Durability::Durable };
        outbox.step(load, Now { mono: 0, wall: 0.0 }, 0);
        let shown: BTreeSet<String> = outbox.damaged().iter().map(|row| row.key.clone()).collect();
        for key in keys {
            let id = key.rsplit_once(':').map_or("", |(id, _)| id);
            let known = outbox.latest(id).is_some() || outbox.highest(id) > 0 || !matches!(outbox.keeping(id), Keeping::Nothing);
            prop_assert!(shown.contains(&key) || known, "{key} vanished");
        }
        // And a new answer goes its way.
        outbox.step(Input::Change { answer: Box::new(Answer { id: OTHER.into(), ..answer(5) }), when: When::Now }, Now { mono: 0, wall: 0.0 }, 0);
        prop_assert!(outbox.latest(OTHER).is_some());
    }
}

fn any_text() -> impl Strategy<Value = String> {
    let well = Record {
        id: ID.into(),
        rev: 1,
        seq: 1,
        edit: 1,
        bytes: answer(3).to_json(),
        phase: Phase::Draft,
        attempts: 0,
        whole: None,
    }
    .text();
    let cut = (Just(well.clone()), 0..well.len()).prop_map(|(text, at)| text.chars().take(at).collect());
    let swapped = (Just(well), any::<proptest::sample::Index>(), any::<u8>()).prop_map(|(text, at, byte)| {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        String::from_utf8_lossy(&bytes).into_owned()
    });
    let bytes = proptest::collection::vec(any::<u8>(), 0..64)
        .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    prop_oneof![cut, swapped, bytes, "\\PC{0,12}".prop_map(String::from)]
}

fn any_row() -> impl Strategy<Value = Row> {
    let key =
        prop_oneof![Just(format!("{ID}:1")), "\\PC{0,6}:[0-9]{0,11}".prop_map(String::from), any_text()];
    (key, any_text()).prop_map(|(key, text)| Row { key, text })
}

fn long(number: u64) -> Answer {
    let mut answer = answer(number);
    answer.answers.insert("words".into(), "ữ".repeat(100).into());
    answer
}

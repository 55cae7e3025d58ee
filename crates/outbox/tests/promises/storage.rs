//! Storage that fails, comes late, or holds rubbish.

use mot_cua_contract::adapter::{Submit, Verdict};
use mot_cua_outbox::{Durability, Failure, Input, Job, Keeping, Now, Outbox, Output, Row, When, Write};

use crate::phone::{ID, Phone, answer};

const NOW: Now = Now { mono: 0, wall: 0.0 };

fn load(rows: Vec<Row>, durability: Durability) -> Input {
    Input::Load { rows, facts: vec!["x".into()], durability }
}

#[test]
fn f31_f32_where_nothing_can_be_stored_it_is_said_and_sent_at_once() {
    let mut outbox = Outbox::new(&Submit::default());
    let mut step = |input| outbox.step(input, NOW, 0);
    step(load(Vec::new(), Durability::Durable));
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
fn f33_storage_that_comes_to_life_gets_what_memory_held_and_only_then_it_is_kept() {
    let mut outbox = Outbox::new(&Submit::default());
    let mut step = |input| outbox.step(input, NOW, 0);
    step(load(Vec::new(), Durability::Volatile));
    step(Input::Change { answer: Box::new(answer(5)), when: When::Idle });
    let told = step(Input::Stored { ticket: 1 });
    assert!(told.contains(&Output::Tell { id: ID.into(), keeping: Keeping::Unkept { trouble: None } }));
    let orders = step(load(Vec::new(), Durability::Durable));
    let again = orders.iter().find_map(|order| match order {
        Output::Store { ticket, write: Write::Keep(record) } if record.id == ID => Some(*ticket),
        _ => None,
    });
    assert!(orders.contains(&Output::Tell { id: ID.into(), keeping: Keeping::Saving }), "{orders:?}");
    step(Input::Stored { ticket: again.unwrap() });
    assert_eq!(outbox.keeping(ID), Keeping::Kept { trouble: None });
}

#[test]
fn f34_a_damaged_row_is_shown_and_left_alone_until_its_owner_removes_it() {
    let mut outbox = Outbox::new(&Submit::default());
    let row = Row { key: format!("{ID}:7"), text: "{\"id\":".into() };
    let orders = outbox.step(load(vec![row.clone()], Durability::Durable), NOW, 0);
    assert_eq!(outbox.damaged()[0].text, row.text);
    let leaves = |order: &Output| matches!(order, Output::Store { write: Write::Leave { .. }, .. });
    assert!(!orders.iter().any(leaves));
    // Its number may have been used: a new revision of the same answer does not take it.
    outbox.step(Input::Change { answer: Box::new(answer(5)), when: When::Now }, NOW, 0);
    assert_eq!(outbox.highest(ID), 8);
    let orders = outbox.step(Input::Delete { id: row.key.clone() }, NOW, 0);
    assert!(outbox.damaged().is_empty());
    assert!(
        orders.iter().any(|order| matches!(order, Output::Store { write: Write::Leave { remove, .. }, .. } if *remove == [row.key.clone()])),
        "{orders:?}"
    );
    assert_eq!(outbox.pending().len(), 1, "the answer itself stays");
}

/// F35: a later version of the page wrote a phase that this one does not know. The row stays, and all others go.
#[test]
fn f35_rows_of_a_later_version_are_kept_and_do_not_hold_up_the_others() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Idle);
    let text =
        format!(r#"{{"id":"{ID}","rev":3,"seq":1,"edit":1,"bytes":"","phase":"folded","attempts":0}}"#);
    let later = Row { key: format!("{ID}:3"), text };
    phone.give(load(vec![later], Durability::Durable));
    assert_eq!(phone.outbox.damaged().len(), 1);
    phone.pass(3_000);
    phone.reply(1, Verdict::Acked);
    assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
}

/// F36: nobody heard of the write's end. It is not called kept, and what may stand in storage is not sent under one number
/// with another text.
#[test]
fn f36_a_write_without_an_end_is_no_promise() {
    let mut outbox = Outbox::new(&Submit::default());
    let mut step = |input| outbox.step(input, NOW, 0);
    step(load(Vec::new(), Durability::Durable));
    step(Input::Change { answer: Box::new(answer(5)), when: When::Idle });
    step(Input::Stored { ticket: 1 });
    step(Input::Change { answer: Box::new(answer(4)), when: When::Idle });
    let orders = step(Input::StoreFailed { ticket: 2 });
    let renumbered =
        |order: &Output| matches!(order, Output::Store { write: Write::Keep(record), .. } if record.rev == 2);
    assert!(orders.iter().any(renumbered), "{orders:?}");
    assert_eq!(outbox.keeping(ID), Keeping::Saving);
}

/// F37: another tab holds the lease. The attempt whose note was refused is not made, and is made later.
#[test]
fn f37_a_refused_note_is_no_attempt() {
    let mut outbox = Outbox::new(&Submit::default());
    let mut step = |input, mono| outbox.step(input, Now { mono, wall: 0.0 }, 0);
    step(load(Vec::new(), Durability::Durable), 0);
    step(Input::Change { answer: Box::new(answer(5)), when: When::Now }, 0);
    step(Input::Stored { ticket: 1 }, 0);
    let noted = step(Input::Granted, 0);
    assert!(matches!(noted[0], Output::Store { write: Write::Note(_), .. }), "{noted:?}");
    let orders = step(Input::Denied, 0);
    assert!(!orders.iter().any(|order| matches!(order, Output::Send { .. })));
    assert!(orders.contains(&Output::Wait { until: Some(1_000) }), "{orders:?}");
    assert!(step(Input::Due, 1_000).contains(&Output::Acquire));
    step(Input::Granted, 1_000);
    let sent = step(Input::Stored { ticket: 3 }, 1_000);
    assert!(sent.iter().any(|order| matches!(order, Output::Send { job: Job::Post { .. }, .. })), "{sent:?}");
    step(
        Input::Reply { key: format!("{ID}:1"), outcome: mot_cua_outbox::Outcome::Failed(Failure::TimedOut) },
        1_000,
    );
}

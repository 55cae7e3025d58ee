//! F38: a thousand answers wait.

use std::time::Instant;

use mot_cua_contract::adapter::{Submit, Verdict};
use mot_cua_outbox::{Durability, Failure, Input, Job, Now, Outbox, Outcome, Output, Record, Row};

use crate::phone::answer;

const BACKLOG: u64 = 1_000;

fn rows() -> Vec<Row> {
    let row = |number: u64| {
        let id = format!("{number:08x}-0000-4000-8000-000000000000");
        let mut answer = answer(number % 5 + 1);
        answer.id.clone_from(&id);
        answer.answers.insert("words".into(), "chờ hơi lâu nhưng cán bộ tận tình ".repeat(5).into());
        let record = Record {
            id,
            rev: 1,
            seq: BACKLOG - number,
            edit: 1,
            bytes: answer.to_json(),
            phase: mot_cua_outbox::Phase::Frozen,
            attempts: 0,
            whole: None,
        };
        Row { key: record.key(), text: record.text() }
    };
    (0..BACKLOG).map(row).collect()
}

/// The network is there two seconds in five, and every third request fails. `MC_LONG=1` says how long it took.
#[test]
fn f38_a_thousand_answers_drain_one_at_a_time() {
    let mut outbox = Outbox::new(&Submit::default());
    let (mut time, mut flying, mut arrived, mut requests, mut steps) = (0_u64, 0_u32, 0_u64, 0_u64, 0_u32);
    let mut wait = None;
    let mut inputs = vec![Input::Load { rows: rows(), facts: vec![], durability: Durability::Durable }];
    let (start, mut slowest) = (Instant::now(), 0);
    while arrived < BACKLOG {
        if inputs.is_empty() {
            let due: u64 = wait.unwrap_or_else(|| panic!("{arrived} arrived, and nothing is planned"));
            let online = (time / 5_000 + 1) * 5_000;
            inputs.push(if due < online { Input::Due } else { Input::Online });
            time = time.max(due.min(online));
        }
        let begin = Instant::now();
        let orders = outbox.step(inputs.remove(0), Now { mono: time, wall: 0.0 }, u32::MAX / 3);
        slowest = slowest.max(begin.elapsed().as_micros());
        steps += 1;
        for order in orders {
            match order {
                Output::Store { ticket, .. } => inputs.push(Input::Stored { ticket }),
                Output::Acquire => inputs.push(Input::Granted),
                Output::Send { key, job: Job::Post { .. }, .. } => {
                    assert_eq!(flying, 0);
                    flying += 1;
                    requests += 1;
                    time += 20;
                    let well = time % 5_000 < 2_000 && requests % 3 > 0;
                    arrived += u64::from(well);
                    let failed = Outcome::Failed(Failure::NoConnection);
                    let outcome = if well { Outcome::Judged(Verdict::Acked) } else { failed };
                    inputs.push(Input::Reply { key, outcome });
                }
                Output::Wait { until } => wait = until,
                _ => {}
            }
        }
        if inputs.iter().any(|input| matches!(input, Input::Reply { .. })) {
            flying = 0;
        }
    }
    for input in inputs {
        outbox.step(input, Now { mono: time, wall: 0.0 }, 0);
    }
    assert!(outbox.pending().is_empty());
    println!(
        "{BACKLOG} answers, {requests} requests, {steps} steps in {} ms; the slowest step {slowest} µs; {} s on the virtual clock",
        start.elapsed().as_millis(),
        time / 1_000
    );
}

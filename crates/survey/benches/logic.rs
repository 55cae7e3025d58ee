//! Loads a survey and answers it, over and over: `cargo bench --bench logic -- WORK.json`, which `bench/survey/run.mjs` writes.
//! Prints microseconds as JSON. Without a file there is nothing to do.
#![allow(clippy::unwrap_used)]

use std::rc::Rc;
use std::time::Instant;

use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Work {
    definition: String,
    loads: usize,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    name: String,
    value: Value,
}

fn load(text: &str) -> Session {
    let clock = Clock { now: 1_794_700_000_000.0, offset: 420 };
    Session::new(Rc::new(Model::parse(text).unwrap()), clock, 1, "vi")
}

fn micros(work: impl FnOnce()) -> f64 {
    let start = Instant::now();
    work();
    start.elapsed().as_secs_f64() * 1e6
}

fn at(mut times: Vec<f64>, percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() * percent / 100]
}

fn main() {
    let Some(file) = std::env::args().skip(1).find(|one| !one.starts_with("--")) else { return };
    let work: Work = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let loads = (0..work.loads).map(|_| micros(|| drop(load(&work.definition)))).collect();
    let mut end = None;
    for _warm in 0..2 {
        let mut session = load(&work.definition);
        let times: Vec<f64> = work
            .steps
            .iter()
            .map(|step| (&step.name, step.value.clone()))
            .map(|(name, value)| micros(|| session.set(name, value)))
            .collect();
        end = Some((session, times));
    }
    let (session, times) = end.unwrap();
    println!(
        "{}",
        json!({"load": at(loads, 50), "answer": at(times.clone(), 50), "slow": at(times, 95),
            "visible": session.shown().visible.len(), "data": session.data()})
    );
}

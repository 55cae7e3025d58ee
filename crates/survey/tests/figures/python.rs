//! Against `reckon.py`, which shares no line with the crate.

use std::io::Write;
use std::process::{Command, Stdio};

use mot_cua_survey::figures::{Group, Shape, Tally};
use serde_json::{Value, json};

use crate::answers::{NINE, count, lines, month, three};

#[test]
fn another_computation_finds_the_same() {
    let lines = lines(7, 6000);
    let definitions: [(&str, Value); 2] =
        [("v5", serde_json::from_str(NINE).unwrap()), ("v3", serde_json::from_str(&three()).unwrap())];
    let given = json!({"definitions": {"v5": definitions[0].1, "v3": definitions[1].1}, "lines": lines});
    let Some(expected) = python(&given) else {
        eprintln!("skipped: no python3");
        return;
    };
    let figures = count(&lines);
    let mut compared = 0;
    for (at, (version, _)) in definitions.iter().enumerate() {
        for (group, tally) in figures.groups(at) {
            let name = match group {
                Group::All => "all".to_owned(),
                Group::Unit(unit) => format!("unit {unit}"),
                Group::Counter { unit, counter } => format!("counter {unit} {counter}"),
                Group::Came(came) => format!("came {}", came.name()),
                Group::Tier(_) | Group::Field(_) | Group::Procedure(_) => continue,
            };
            same(&figures.series()[at], tally, &expected[format!("{version} {name}")], &name);
            compared += 1;
        }
    }
    assert_eq!(compared, expected.as_object().unwrap().len());
    let tier = figures.tally(0, &Group::Tier(mot_cua_survey::figures::Tier::Above), month("2026-11"));
    assert_eq!(json!(tier.unwrap().n), expected["v5 unit H26"]["n"]);
}

fn same(series: &mot_cua_survey::figures::Series, tally: &Tally, expected: &Value, name: &str) {
    let close = |found: f64, expected: &Value| {
        let expected = expected.as_f64().unwrap();
        assert!((found - expected).abs() < 1e-9, "{name}: {found}, expected {expected}");
    };
    let measure = &series.measures[0];
    let index = tally.index(measure, &series.columns).unwrap();
    assert_eq!(json!([tally.n, index.n]), json!([expected["n"], expected["people"]]), "{name}");
    close(index.value, &expected["value"]);
    close(index.interval.low, &expected["interval"][0]);
    close(index.interval.high, &expected["interval"][1]);
    for at in 0..3 {
        close(tally.factor(measure, at, &series.columns).unwrap().value, &expected["factors"][at]);
    }
    let of = |question: &str| tally.values(series.column(question).unwrap());
    assert_eq!(json!(of("why")), expected["why"], "{name}");
    assert_eq!(json!(of("onTime")[..2]), expected["onTime"], "{name}");
    let words = series.shaped(Shape::Words).next().unwrap();
    assert_eq!(json!(tally.answered(words)), expected["words"], "{name}");
}

/// `None`: there is no Python here.
fn python(given: &Value) -> Option<Value> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/figures/reckon.py");
    let started = Command::new("python3").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = started.ok()?;
    child.stdin.take().unwrap().write_all(given.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

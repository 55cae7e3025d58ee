//! `mot-cua eval`: expressions in, values out, a JSON line each.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_survey::expression::{
    Datum, Expression, MOST_BYTES, MOST_DEEP as MOST_BRACKETS, Reason, Refusal, Values,
};
use mot_cua_survey::lint::inspect::{MOST_DEEP, too_deep};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::play::clock;

/// Evaluate expressions, a JSON line each: {"id","kind","expression","values"} → {"id","value"} or {"id","error"}
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  echo '{\"id\":1,\"kind\":\"condition\",\"expression\":\"{a} > 1\",\"values\":{\"a\":2}}' | mot-cua eval

The kind `condition` gives true or false, `expression` any value. Undefined is {\"$undefined\":true}, NaN and infinities are
{\"$nonfinite\":\"NaN\"}. An error means that the expression does not parse.")]
pub(crate) struct Args {}

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    kind: Kind,
    expression: String,
    #[serde(default)]
    values: Map<String, Value>,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Condition,
    #[default]
    Expression,
}

pub(crate) fn run(_: &Args) -> anyhow::Result<ExitCode> {
    let mut out = std::io::stdout().lock();
    let mut outcome = ExitCode::SUCCESS;
    for (at, line) in std::io::stdin().lock().split(b'\n').enumerate() {
        let line = line.context("cannot read the expressions")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let reply = match serde_json::from_slice::<Line>(&line) {
            Ok(line) => answer(&line),
            Err(error) => {
                outcome = ExitCode::FAILURE;
                json!({"id": null, "error": format!("line {}: {}", at + 1, unread(&line, &error))})
            }
        };
        // Line by line, so that a program may wait for each answer.
        writeln!(out, "{reply}").and_then(|()| out.flush()).context("cannot write the answers")?;
    }
    Ok(outcome)
}

fn unread(line: &[u8], error: &serde_json::Error) -> String {
    const EXPECTED: &str = "{\"id\":…,\"kind\":\"condition|expression\",\"expression\":\"…\",\"values\":{…}}";
    match too_deep(&String::from_utf8_lossy(line)) {
        Some((depth, way)) => {
            format!("found lists and objects nested {depth} deep at {way}, expected at most {MOST_DEEP}")
        }
        None => format!("found {error}, expected {EXPECTED}"),
    }
}

fn refused(text: &str, refusal: Refusal) -> String {
    let code = refusal.reason.as_str();
    match refusal.reason {
        Reason::TooLong => format!("{code}: found {} bytes, expected at most {MOST_BYTES}", text.len()),
        Reason::TooDeep => {
            let at = refusal.at + 1;
            format!("{code} at character {at}: expected at most {MOST_BRACKETS} brackets within one another")
        }
        _ => format!("{code} at character {}", refusal.at + 1),
    }
}

fn answer(line: &Line) -> Value {
    let expression = match Expression::parse(&line.expression) {
        Ok(expression) => expression,
        Err(refusal) => return json!({"id": line.id, "error": refused(&line.expression, refusal)}),
    };
    let scope = Values::new(&line.values, clock());
    let value = match line.kind {
        Kind::Condition => expression.holds(&scope).map(Value::Bool),
        Kind::Expression => expression.value(&scope).map(|datum| spelled(&datum)),
    };
    match value {
        Ok(value) => json!({"id": line.id, "value": value}),
        Err(_) => json!({"id": line.id, "error": "it takes too long"}),
    }
}

/// JSON has no undefined and no NaN.
fn spelled(datum: &Datum) -> Value {
    match datum {
        Datum::Number(number) if number.is_nan() => json!({"$nonfinite": "NaN"}),
        Datum::Number(number) if number.is_infinite() => {
            json!({"$nonfinite": if *number > 0.0 { "Infinity" } else { "-Infinity" }})
        }
        Datum::List(items) => items.iter().map(spelled).collect(),
        Datum::Object(members) => {
            Value::Object(members.iter().map(|(name, member)| (name.clone(), spelled(member))).collect())
        }
        other => other.to_json().unwrap_or_else(|| json!({"$undefined": true})),
    }
}

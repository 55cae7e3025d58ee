//! CSV as Excel reads it: RFC 4180, UTF-8 with its mark, one column a question.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;

use mot_cua_collector::{Store, store::Line};
use mot_cua_contract::receipt::receipt;
use mot_cua_survey::Definition;
use serde_json::{Map, Value};

use super::{Stop, cell};

const FIXED: [&str; 19] = [
    "receipt",
    "rev",
    "survey",
    "surveyVersion",
    "validated",
    "unit",
    "counter",
    "field",
    "procedure",
    "placeKnown",
    "complete",
    "savedAt",
    "receivedAt",
    "seconds",
    "lang",
    "app",
    "mode",
    "assisted",
    "tapMs",
];

pub(super) async fn write(store: &Store, out: &mut (impl Write + Send)) -> Result<(), Stop> {
    let mut columns = Columns::of(store).await?;
    let mut latest = store.latest().await?;
    // Two passes over one view: the columns must be known before the first row, and no answer is held for it.
    let result = latest.each(|line| {
        columns.see(&answers(&parse(&line)));
        Ok::<_, Stop>(())
    });
    result.await?;
    out.write_all("\u{feff}".as_bytes())?;
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    let names = columns.names();
    let heads = names
        .iter()
        .map(|name| if FIXED.contains(&name.as_str()) { format!("answers.{name}") } else { name.clone() });
    table.write_record(FIXED.iter().map(|name| (*name).to_owned()).chain(heads.map(cell::safe)))?;
    let result = latest.each(|line| Ok::<_, Stop>(table.write_record(row(&line, &names))?));
    result.await?;
    latest.close().await;
    table.flush()?;
    Ok(())
}

fn parse(line: &Line) -> Map<String, Value> {
    serde_json::from_str(&line.body).unwrap_or_default()
}

/// Questions and values; of a matrix, one a row: `name.row`.
fn answers(answer: &Map<String, Value>) -> Vec<(String, &Value)> {
    let given = answer.get("answers").and_then(Value::as_object).into_iter().flatten();
    let expand = |(name, value): (&String, &'_ Value)| -> Vec<String> {
        match value {
            Value::Object(rows) => rows.keys().map(|row| format!("{name}.{row}")).collect(),
            _ => vec![name.clone()],
        }
    };
    let pair = |(name, value)| {
        let names = expand((name, value));
        let values: Vec<&Value> = match value {
            Value::Object(rows) => rows.values().collect(),
            value => vec![value],
        };
        names.into_iter().zip(values).collect::<Vec<_>>()
    };
    given.flat_map(pair).collect()
}

fn row(line: &Line, names: &[String]) -> Vec<String> {
    let answer = parse(line);
    let at = |pointer: &str| answer.get(pointer).map(cell::of).unwrap_or_default();
    let inside = |part: &str, name: &str| {
        answer.get(part).and_then(|part| part.get(name)).map(cell::of).unwrap_or_default()
    };
    let receipt = answer.get("id").and_then(Value::as_str).and_then(receipt).unwrap_or_default();
    let mut row = vec![
        receipt,
        at("rev"),
        at("survey"),
        at("surveyVersion"),
        line.validated.to_string(),
        inside("place", "unit"),
        inside("place", "counter"),
        inside("place", "field"),
        inside("place", "procedure"),
        line.place_known.to_string(),
        at("complete"),
        at("savedAt"),
        line.received_at.clone(),
        at("seconds"),
        at("lang"),
        at("app"),
        inside("context", "mode"),
        inside("context", "assisted"),
        inside("context", "tapMs"),
    ];
    let given: BTreeMap<String, &Value> = answers(&answer).into_iter().collect();
    row.extend(names.iter().map(|name| given.get(name).map(|value| cell::of(value)).unwrap_or_default()));
    row
}

/// Question columns: in the order of the definitions, then what no definition names.
#[derive(Debug, Default)]
struct Columns {
    /// Name → place in the definitions.
    order: BTreeMap<String, usize>,
    seen: BTreeSet<(usize, String)>,
}

impl Columns {
    async fn of(store: &Store) -> Result<Self, Stop> {
        let mut columns = Self::default();
        for (_, _, text) in store.archived().await? {
            let Some(definition) = Definition::parse(&text) else { continue };
            for question in definition.questions() {
                let next = columns.order.len();
                columns.order.entry(question.name.clone()).or_insert(next);
            }
        }
        Ok(columns)
    }

    fn see(&mut self, answers: &[(String, &Value)]) {
        for (name, _) in answers {
            let question = name.split('.').next().unwrap_or(name);
            let place =
                self.order.get(name).or_else(|| self.order.get(question)).copied().unwrap_or(usize::MAX);
            self.seen.insert((place, name.clone()));
        }
    }

    fn names(&self) -> Vec<String> {
        self.seen.iter().map(|(_, name)| name.clone()).collect()
    }
}

//! National records → [`Procedure`]s. Nothing invented, nothing dropped.
//!
//! Three shapes are read, and told apart record by record: what community crawls of the national portal publish
//! (`record.rs`), the national database's own interface (`official.rs`), and the portal of 2026 (`portal.rs`). A member that
//! is not mapped goes, as it is, to [`Procedure::extra`].

mod change;
mod loose;
mod members;
mod official;
mod portal;
mod record;
mod replaced;

use std::collections::BTreeSet;
use std::fmt;

use serde_json::{Map, Value};

use crate::doubts::{DoubtCode, doubts};
use crate::model::Procedure;

pub use change::{Change, changes};
pub use replaced::{Replacement, replacements};

/// All that some files gave.
#[derive(Debug, Default)]
pub struct Import {
    /// Each code once, in the order read.
    pub procedures: Vec<Procedure>,
    pub notes: Vec<Note>,
    /// What was not taken. The rest was.
    pub refused: Vec<Refusal>,
    /// Records left out by [`Which::CounterOnly`].
    pub left_out: usize,
    options: Options,
    codes: BTreeSet<String>,
}

/// How to import.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// When the files were read from the source, `2026-11-21`. `None`: not known.
    pub retrieved: Option<String>,
    pub which: Which,
}

/// Which records are wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    All,
    /// Those that the source marks as offered at a ward's counter.
    CounterOnly,
}

/// Something doubtful that was imported nevertheless.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Code of the procedure.
    pub procedure: String,
    pub path: String,
    pub doubt: DoubtCode,
    /// What stands there, as JSON; empty where nothing does.
    pub found: String,
}

/// Something that could not be imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub file: String,
    /// Where in the file: `[12].cach_thuc[0].hinh_thuc`; empty: the file as a whole.
    pub path: String,
    pub found: String,
    pub expected: &'static str,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, path, found, expected } = self;
        let at = if path.is_empty() { "" } else { " at " };
        write!(f, "{file}{at}{path}: found {found}, expected {expected}")
    }
}

impl Import {
    pub fn new(options: Options) -> Self {
        Self { options, ..Self::default() }
    }

    /// Reads one file's text. What is wrong in it is noted; the rest is taken.
    pub fn file(&mut self, file: &str, text: &[u8]) {
        let refuse =
            |path: String, found: String, expected| Refusal { file: file.to_owned(), path, found, expected };
        let whole: Value = match serde_json::from_slice(text) {
            Ok(whole) => whole,
            Err(error) => {
                self.refused.push(refuse(String::new(), error.to_string(), "JSON, an array of records"));
                return;
            }
        };
        let Some((within, records)) = list_of(&whole) else {
            self.refused.push(refuse(String::new(), members::shown(&whole), "an array of records"));
            return;
        };
        for (at, value) in records.iter().enumerate() {
            match read(value, &self.options) {
                Ok(procedure) => self.record(procedure),
                Err(wrong) => {
                    let path = format!("{within}[{at}]{}", wrong.path);
                    self.refused.push(refuse(path, wrong.found, wrong.expected));
                }
            }
        }
    }

    fn record(&mut self, procedure: Procedure) {
        if self.options.which == Which::CounterOnly && !procedure.at_ward_counter {
            self.left_out += 1;
            return;
        }
        let json = serde_json::to_value(&procedure).unwrap_or_default();
        if !self.codes.insert(procedure.code.clone()) {
            // In full: what is not taken is at least written down.
            self.note(&procedure, "", DoubtCode::CodeTwice, json.to_string());
            return;
        }
        for doubt in doubts(&procedure) {
            let found = at_path(&json, &doubt.path).map_or_else(String::new, Value::to_string);
            self.note(&procedure, &doubt.path, doubt.code, found);
        }
        self.procedures.push(procedure);
    }

    fn note(&mut self, procedure: &Procedure, path: &str, doubt: DoubtCode, found: String) {
        self.notes.push(Note { procedure: procedure.code.clone(), path: path.to_owned(), doubt, found });
    }

    /// How often each doubt occurs and in how many procedures, by code; those that do not occur are left out.
    pub fn counts(&self) -> Vec<(DoubtCode, usize, usize)> {
        let count = |code: &DoubtCode| {
            let mut procedures: Vec<&str> =
                self.notes.iter().filter(|n| n.doubt == *code).map(|n| n.procedure.as_str()).collect();
            let times = procedures.len();
            procedures.dedup();
            (*code, times, procedures.len())
        };
        DoubtCode::ALL.iter().map(count).filter(|(_, times, _)| *times > 0).collect()
    }
}

/// The records, and the path to them: an array, or what an interface wraps around one.
fn list_of(whole: &Value) -> Option<(String, &[Value])> {
    const WRAPS: [&str; 6] = ["data", "result", "results", "content", "items", "records"];
    let mut path = String::new();
    let mut value = whole;
    loop {
        match value {
            Value::Array(records) => return Some((path, records)),
            Value::Object(members) if is_record(members) => return Some((path, std::slice::from_ref(value))),
            Value::Object(members) => {
                let name = WRAPS.iter().find(|name| members.contains_key(**name))?;
                path = if path.is_empty() { (*name).to_owned() } else { [&path, ".", name].concat() };
                value = members.get(*name)?;
            }
            _ => return None,
        }
    }
}

fn is_record(members: &Map<String, Value>) -> bool {
    ["ma", "MATTHC"].iter().any(|name| members.contains_key(*name)) || is_of_portal(members)
}

fn is_of_portal(members: &Map<String, Value>) -> bool {
    ["executionMethods", "executionCases"].iter().any(|name| members.contains_key(*name))
}

fn read(value: &Value, options: &Options) -> Result<Procedure, members::Wrong> {
    match value.as_object() {
        Some(members) if members.contains_key("MATTHC") => official::read(value, options),
        Some(members) if is_of_portal(members) => portal::read(value, options),
        _ => record::read(value, options),
    }
}

/// The value at a path like `channels[0].fees[1]` or `extra[cach_thuc[0].x]`.
fn at_path<'a>(json: &'a Value, path: &str) -> Option<&'a Value> {
    if let Some(name) = path.strip_prefix("extra[").and_then(|rest| rest.strip_suffix(']')) {
        return json.get("extra")?.get(name);
    }
    path.split(['.', '[']).try_fold(json, |value, step| match step.strip_suffix(']') {
        Some(number) => value.get(number.parse::<usize>().ok()?),
        None => value.get(step),
    })
}

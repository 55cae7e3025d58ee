//! National records → [`Procedure`]s. Nothing invented, nothing dropped.
//!
//! The shape read is the JSON array of records that community crawls of the national portal publish (Vietnamese member
//! names). What maps to what is in `record.rs`; a member that is not mapped goes, as it is, to [`Procedure::extra`].

mod members;
mod record;

use std::collections::BTreeSet;
use std::fmt;

use serde_json::Value;

use crate::doubts::{DoubtCode, doubts};
use crate::model::Procedure;

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
        let records = match serde_json::from_slice(text) {
            Ok(Value::Array(records)) => records,
            Ok(other) => {
                self.refused.push(refuse(String::new(), members::shown(&other), "an array of records"));
                return;
            }
            Err(error) => {
                self.refused.push(refuse(String::new(), error.to_string(), "JSON, an array of records"));
                return;
            }
        };
        for (at, value) in records.iter().enumerate() {
            match record::read(value, &self.options) {
                Ok(procedure) => self.record(procedure),
                Err(wrong) => {
                    self.refused.push(refuse(format!("[{at}]{}", wrong.path), wrong.found, wrong.expected));
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

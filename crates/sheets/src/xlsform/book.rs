//! A workbook as rows of texts, wherever it came from.

mod comma;
mod envelope;
mod first;
mod lines;
mod markdown;
mod workbook;

use mot_cua_catalogue::fold::fold;

use super::finding::{Code, Found, Place};

/// A larger file is refused.
pub const MOST_BYTES: usize = 10 << 20;
/// Rows of one sheet, the head's among them.
pub(crate) const MOST_ROWS: usize = 10_000;
pub(crate) const MOST_COLUMNS: usize = 200;

/// The three sheets that are read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    pub(crate) survey: Sheet,
    pub(crate) choices: Sheet,
    pub(crate) settings: Sheet,
}

/// Rows that hold something, without those that are blank.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Sheet {
    /// As the file spells it. Empty: there is none.
    pub(crate) name: String,
    pub(crate) rows: Vec<Line>,
}

/// Number (from 1, as Excel counts) and cells.
pub(crate) type Line = (usize, Vec<String>);

/// What the file is, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Csv,
    Markdown,
}

impl Kind {
    /// `None`: nothing that is read here.
    pub fn of(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        Some(match ending.to_lowercase().as_str() {
            // What is in it decides: an old workbook is told as one.
            "xlsx" | "xlsm" | "xls" => Self::Xlsx,
            "csv" => Self::Csv,
            "md" => Self::Markdown,
            _ => return None,
        })
    }
}

impl Book {
    /// What is wrong with the file as a whole comes to `found`.
    pub(crate) fn read(kind: Kind, bytes: &[u8], found: &mut Found) -> Self {
        if bytes.len() > MOST_BYTES {
            let about = [("bytes", &*bytes.len().to_string()), ("most", &*MOST_BYTES.to_string())];
            found.add(Code::TooLarge, Place::default(), &about);
            return Self::default();
        }
        match kind {
            Kind::Xlsx => workbook::read(bytes, found),
            Kind::Csv => comma::read(bytes, found),
            Kind::Markdown => markdown::read(bytes, found),
        }
    }

    /// The sheet of that name, whatever its spelling. `None`: not one of the three.
    fn sheet(&mut self, name: &str) -> Option<&mut Sheet> {
        Some(match fold(name).as_str() {
            "survey" | "khao sat" | "cau hoi" => &mut self.survey,
            "choices" | "lua chon" | "danh sach" => &mut self.choices,
            "settings" | "cai dat" | "thiet lap" => &mut self.settings,
            _ => return None,
        })
    }

    /// Tells where there is no survey; `known`: the names of all sheets.
    fn complete(self, known: &[String], found: &mut Found) -> Self {
        if self.survey.name.is_empty() && !found.is_fatal() {
            found.add(Code::NoSurveySheet, Place::default(), &[("known", &known.join(", "))]);
        }
        self
    }
}

impl Sheet {
    /// False where that is too many.
    fn push(&mut self, number: usize, cells: Vec<String>, found: &mut Found) -> bool {
        let cells: Vec<String> = cells.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            return true;
        }
        let (code, most) = if self.rows.len() >= MOST_ROWS {
            (Code::TooManyRows, MOST_ROWS)
        } else if cells.len() > MOST_COLUMNS && cells.iter().skip(MOST_COLUMNS).any(|cell| !cell.is_empty()) {
            (Code::TooManyColumns, MOST_COLUMNS)
        } else {
            self.rows.push((number, cells));
            return true;
        };
        found.add(code, Place::sheet(&self.name), &[("most", &most.to_string())]);
        false
    }
}

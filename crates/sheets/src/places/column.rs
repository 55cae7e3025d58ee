//! The heads of the columns, in Vietnamese or English, with or without their marks.

use mot_cua_catalogue::fold::fold;
use mot_cua_contract::{Mistake, Pairs};

use crate::xlsform::finding::{Place, nearest};
use crate::xlsform::language;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Unit,
    Office,
    Counter,
    Desk,
    Phone,
    Purpose,
    Base,
}

/// The first name is the template's; all folded.
const KNOWN: [(Column, &[&str]); 7] = [
    (Column::Unit, &["ma don vi", "ma phuong xa", "ma xa", "ma phuong", "ma", "unit", "code"]),
    (Column::Office, &["ten don vi", "don vi", "phuong xa", "ten", "name", "office"]),
    (Column::Counter, &["ma quay", "quay", "so quay", "counter"]),
    (Column::Desk, &["ten quay", "counter name", "desk"]),
    (Column::Phone, &["dien thoai", "so dien thoai", "phone"]),
    (Column::Purpose, &["muc dich", "purpose", "purposes"]),
    (Column::Base, &["dia chi trang", "trang", "dia chi", "base", "address"]),
];

/// Each with its language and what the head says; `None`: a column that is not read.
#[derive(Debug)]
pub(super) struct Heads(Vec<(Option<(Column, String)>, String)>);

impl Heads {
    pub(super) fn read(sheet: &str, number: usize, line: Vec<String>, mistakes: &mut Vec<Mistake>) -> Self {
        let mut heads = Self(Vec::new());
        for (at, said) in line.into_iter().enumerate() {
            let place = || Place::cell(sheet, number, at, &said).to_string();
            let means = means(&said);
            if means.is_none() && !said.is_empty() {
                let near = nearest(&fold(&said), KNOWN.iter().flat_map(|(_, names)| *names).copied());
                let expected = if near.is_empty() {
                    "a column of docs/posters.md".to_owned()
                } else {
                    format!("{near}?")
                };
                mistakes.push(Mistake::warning("unknown-column", place(), &said, expected));
            }
            let twice = means.is_some() && heads.0.iter().any(|(other, _)| *other == means);
            if twice {
                mistakes.push(Mistake::error("double-column", place(), &said, "each column once"));
            }
            heads.0.push((means.filter(|_| !twice), said));
        }
        if !heads.has(Column::Unit) {
            let place = Place::row(sheet, number).to_string();
            mistakes.push(Mistake::error("no-column", place, "no such column", "a column mã đơn vị"));
        }
        heads
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.at(column).is_some()
    }

    /// Its number from 0, and its head.
    pub(super) fn at(&self, column: Column) -> Option<(usize, &str)> {
        let is = |(means, _): &(Option<(Column, String)>, String)| {
            means.as_ref().is_some_and(|(one, _)| *one == column)
        };
        let at = self.0.iter().position(is)?;
        Some((at, self.0.get(at)?.1.as_str()))
    }

    pub(super) fn cell<'a>(&self, column: Column, cells: &'a [String]) -> &'a str {
        self.at(column).and_then(|(at, _)| cells.get(at)).map_or("", |text| text.trim())
    }

    /// The texts of all its languages.
    pub(super) fn words(&self, column: Column, cells: &[String]) -> Pairs {
        let each = self.0.iter().zip(cells).filter_map(|((means, _), text)| match means {
            Some((one, lang)) if *one == column && !text.trim().is_empty() => {
                Some((lang.clone(), text.trim().to_owned()))
            }
            _ => None,
        });
        each.collect()
    }

    /// Where each column's cells stand in a row.
    pub(super) fn places(&self, sheet: &str, number: usize) -> Vec<(Column, String)> {
        let each = KNOWN.iter().filter_map(|(column, _)| {
            let (at, head) = self.at(*column)?;
            Some((*column, Place::cell(sheet, number, at, head).to_string()))
        });
        each.collect()
    }
}

/// `tên quầy::English (en)` is in English, without such an end it is Vietnamese.
fn means(said: &str) -> Option<(Column, String)> {
    let (head, lang) = said
        .split_once("::")
        .map_or((said, Some("vi".to_owned())), |(head, lang)| (head, language::code(lang)));
    let folded = fold(head);
    let (column, _) = KNOWN.iter().find(|(_, names)| names.contains(&folded.as_str()))?;
    Some((*column, lang?))
}

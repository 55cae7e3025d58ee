//! The heads of the columns, in Vietnamese or English, with or without their marks.

use mot_cua_catalogue::fold::fold;
use mot_cua_contract::{Mistake, Pairs};

use crate::xlsform::finding::{Place, nearest};
use crate::xlsform::language;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Unit,
    Code,
    Time,
    Sooner,
    AtOnce,
    NoAppointment,
    Delivery,
    Tips,
    Samples,
    Counter,
    /// For whoever fills the sheet in: the procedure's title.
    Title,
}

/// The first name is the template's; all folded.
const KNOWN: [(Column, &[&str]); 11] = [
    (Column::Code, &["ma thu tuc", "ma", "ma tthc", "code"]),
    (Column::Title, &["ten thu tuc", "thu tuc", "ten", "title"]),
    (Column::Unit, &["don vi", "ma don vi", "ma phuong xa", "phuong", "xa", "unit"]),
    (Column::Time, &["thoi han", "thoi gian", "cam ket", "thoi han cam ket", "time"]),
    (Column::Sooner, &["nhanh hon", "som hon", "nhanh hon khi", "sooner"]),
    (Column::AtOnce, &["lay ngay", "lam ngay", "giai quyet ngay", "at once"]),
    (Column::NoAppointment, &["khong can hen", "khong hen", "no appointment"]),
    (Column::Delivery, &["giao tan nha", "tra tai nha", "tra ket qua tai nha", "delivery"]),
    (Column::Tips, &["luu y", "meo", "dan them", "tips"]),
    (Column::Samples, &["mau dien san", "ho so mau", "mau", "samples"]),
    (Column::Counter, &["quay", "so quay", "counter"]),
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
                let names = KNOWN.iter().flat_map(|(_, names)| *names).copied();
                let near = nearest(&fold(&said), names);
                let expected = if near.is_empty() {
                    "a column of docs/catalogue.md".to_owned()
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
        if !heads.has(Column::Code) {
            let place = Place::row(sheet, number).to_string();
            mistakes.push(Mistake::error("no-column", place, "no such column", "a column mã thủ tục"));
        }
        heads
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.at(column).is_some()
    }

    /// Its number from 0, and its head.
    pub(super) fn at(&self, column: Column) -> Option<(usize, &str)> {
        let at =
            self.0.iter().position(|(means, _)| means.as_ref().is_some_and(|(one, _)| *one == column))?;
        Some((at, self.0.get(at)?.1.as_str()))
    }

    /// `None`: it is empty.
    pub(super) fn cell<'a>(&self, column: Column, line: &'a [String]) -> Option<&'a str> {
        let (at, _) = self.at(column)?;
        line.get(at).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// The texts of all its languages.
    pub(super) fn words(&self, column: Column, line: &[String]) -> Pairs {
        let each = self.0.iter().zip(line).filter_map(|((means, _), text)| match means {
            Some((one, lang)) if *one == column && !text.trim().is_empty() => {
                Some((lang.clone(), text.trim().to_owned()))
            }
            _ => None,
        });
        each.collect()
    }
}

/// `lưu ý::English (en)` is in English, without such an end it is Vietnamese.
fn means(said: &str) -> Option<(Column, String)> {
    let (head, lang) = said
        .split_once("::")
        .map_or((said, Some("vi".to_owned())), |(head, lang)| (head, language::code(lang)));
    let folded = fold(head);
    let (column, _) = KNOWN.iter().find(|(_, names)| names.contains(&folded.as_str()))?;
    Some((*column, lang?))
}

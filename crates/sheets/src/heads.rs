//! The heads of a list's columns, in Vietnamese or English, with or without their marks.

use mot_cua_catalogue::fold::fold;
use mot_cua_contract::{Mistake, Pairs};

use crate::xlsform::finding::{Place, nearest};
use crate::xlsform::language;

/// What the columns of one kind of list hold.
pub(crate) trait Column: Copy + PartialEq + 'static {
    /// Each with its names, all folded; the first is the template's.
    const KNOWN: &'static [(Self, &'static [&'static str])];
    /// Without it no row means anything; with its name for people.
    const NEEDED: (Self, &'static str);
    /// Where the columns are explained.
    const PAGE: &'static str;
}

/// Each column with its language and what its head says; `None`: a column that is not read.
#[derive(Debug)]
pub(crate) struct Heads<C>(Vec<(Option<(C, String)>, String)>);

impl<C: Column> Heads<C> {
    pub(crate) fn read(sheet: &str, number: usize, line: Vec<String>, mistakes: &mut Vec<Mistake>) -> Self {
        let mut heads = Self(Vec::new());
        for (at, said) in line.into_iter().enumerate() {
            let place = || Place::cell(sheet, number, at, &said).to_string();
            let means = means(&said);
            if means.is_none() && !said.is_empty() {
                let near = nearest(&fold(&said), C::KNOWN.iter().flat_map(|(_, names)| *names).copied());
                let expected =
                    if near.is_empty() { format!("a column of {}", C::PAGE) } else { format!("{near}?") };
                mistakes.push(Mistake::warning("unknown-column", place(), &said, expected));
            }
            let twice = means.is_some() && heads.0.iter().any(|(other, _)| *other == means);
            if twice {
                mistakes.push(Mistake::error("double-column", place(), &said, "each column once"));
            }
            heads.0.push((means.filter(|_| !twice), said));
        }
        let (needed, name) = C::NEEDED;
        if !heads.has(needed) {
            let place = Place::row(sheet, number).to_string();
            mistakes.push(Mistake::error("no-column", place, "no such column", format!("a column {name}")));
        }
        heads
    }

    pub(crate) fn has(&self, column: C) -> bool {
        self.at(column).is_some()
    }

    /// Its number from 0, and its head.
    pub(crate) fn at(&self, column: C) -> Option<(usize, &str)> {
        let at = self.0.iter().position(|(means, _)| means.as_ref().is_some_and(|(one, _)| *one == column));
        let at = at?;
        Some((at, self.0.get(at)?.1.as_str()))
    }

    /// `None`: it is empty, or there is no such column.
    pub(crate) fn cell<'a>(&self, column: C, cells: &'a [String]) -> Option<&'a str> {
        let (at, _) = self.at(column)?;
        cells.get(at).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// The texts of all its languages.
    pub(crate) fn words(&self, column: C, cells: &[String]) -> Pairs {
        let each = self.0.iter().zip(cells).filter_map(|((means, _), text)| match means {
            Some((one, lang)) if *one == column && !text.trim().is_empty() => {
                Some((lang.clone(), text.trim().to_owned()))
            }
            _ => None,
        });
        each.collect()
    }
}

/// `tên quầy::English (en)` is in English, without such an end it is Vietnamese.
fn means<C: Column>(said: &str) -> Option<(C, String)> {
    let (head, lang) = said
        .split_once("::")
        .map_or((said, Some("vi".to_owned())), |(head, lang)| (head, language::code(lang)));
    let folded = fold(head);
    let (column, _) = C::KNOWN.iter().find(|(_, names)| names.contains(&folded.as_str()))?;
    Some((*column, lang?))
}

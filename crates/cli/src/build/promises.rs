//! `catalogue/promises.xlsx` or `.csv`: what a ward promises, written in Excel, becomes a part of `catalogue/wards.json`.

use mot_cua_catalogue::ward::{Promise, Ward, Wards};
use mot_cua_contract::Mistake;
use mot_cua_sheets::promises::{self, About, Promises};
use mot_cua_sheets::xlsform::Kind;

use super::folder::{Folder, is_kind};

/// The file as it was found.
#[derive(Debug, Default)]
pub(crate) struct PromiseSheets(Vec<(String, Vec<u8>)>);

/// What goes into `wards.json`, and what is wrong, each with its file.
#[derive(Debug, Default)]
pub(crate) struct Promised {
    pub(crate) rows: Vec<(String, Promise)>,
    pub(crate) mistakes: Vec<(String, Mistake)>,
}

pub(super) fn is_one(path: &str) -> bool {
    let stem = path.strip_prefix("catalogue/").and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem);
    stem.is_some_and(|stem| stem.eq_ignore_ascii_case("promises"))
        && (is_kind(path, "xlsx") || is_kind(path, "csv"))
}

impl PromiseSheets {
    /// Takes them out: the site serves what they say, not the sheet.
    pub(super) fn take(files: &mut Folder) -> Self {
        let paths: Vec<String> = files.keys().filter(|path| is_one(path)).cloned().collect();
        Self(paths.into_iter().filter_map(|path| files.remove(&path).map(|bytes| (path, bytes))).collect())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every row of every sheet that can be used, in order.
    pub(crate) fn read(&self, about: About<'_>) -> Promised {
        let mut all = Promised::default();
        for (path, bytes) in &self.0 {
            let Promises { rows, mistakes } = one(path, bytes, about);
            all.mistakes.extend(mistakes.into_iter().map(|mistake| (path.clone(), mistake)));
            all.rows.extend(rows);
        }
        if let [_, (second, _), ..] = self.0.as_slice() {
            let mistake =
                Mistake::error("double-sheet", "", "a second sheet of promises", "one: .xlsx or .csv");
            all.mistakes.push((second.clone(), mistake));
        }
        all
    }
}

/// What one such file says.
pub(crate) fn one(path: &str, bytes: &[u8], about: About<'_>) -> Promises {
    promises::read(Kind::of(path).unwrap_or(Kind::Csv), bytes, about)
}

impl Promised {
    /// Adds the rows to what the file says. What both promise is a mistake of the file: the sheet is what clerks see.
    pub(crate) fn merge(self, wards: &mut Wards) -> Vec<Mistake> {
        let mut twice = Vec::new();
        for (unit, promise) in self.rows {
            let at = wards.units.iter().position(|ward| ward.id == unit).unwrap_or_else(|| {
                wards.units.push(Ward { id: unit, ..Ward::default() });
                wards.units.len() - 1
            });
            let Some(ward) = wards.units.get_mut(at) else { continue };
            if let Some(number) = ward.promises.iter().position(|other| other.code == promise.code) {
                let path = format!("units[{at}].promises[{number}].code");
                let expected = "each procedure once: the sheet of promises has it, too";
                twice.push(Mistake::error("double-code", path, &promise.code, expected));
            } else {
                ward.promises.push(promise);
            }
        }
        twice
    }
}

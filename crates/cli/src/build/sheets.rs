//! Surveys that stand in the site's folder as Excel sheets: `surveys/health.xlsx` is served as `surveys/health.json`.

use std::collections::BTreeMap;

use mot_cua_contract::Mistake;
use mot_cua_sheets::judge::{Judge, Sheet};
use mot_cua_sheets::xlsform::Kind;

use super::folder::{Folder, is_kind};

/// Path of the JSON → path of the sheet, and what it says.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    all: BTreeMap<String, (String, Sheet)>,
    /// Sheets beside a definition of the same name.
    twice: Vec<String>,
}

/// Whether a file of a site's folder is a survey in a sheet. `~$health.xlsx` is Excel's mark that it is open.
pub(super) fn is_one(path: &str) -> bool {
    let Some(name) = path.strip_prefix("surveys/") else { return false };
    let kinds = ["xlsx", "xls", "csv"];
    !name.contains('/') && !name.starts_with("~$") && kinds.iter().any(|kind| is_kind(name, kind))
}

impl Sheets {
    /// Puts the definition where the sheet was.
    pub(super) fn take(files: &mut Folder) -> Self {
        let mut sheets = Self::default();
        let paths: Vec<String> = files.keys().filter(|path| is_one(path)).cloned().collect();
        for path in paths {
            let (Some(bytes), Some(kind)) = (files.remove(&path), Kind::of(&path)) else { continue };
            let json = path.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned() + ".json";
            if files.contains_key(&json) || sheets.all.contains_key(&json) {
                sheets.twice.push(path);
                continue;
            }
            let sheet = Sheet::read(kind, &bytes);
            if let Some(text) = sheet.json() {
                files.insert(json.clone(), text.into_bytes());
            }
            sheets.all.insert(json, (path, sheet));
        }
        sheets
    }

    /// What is wrong in the sheets themselves, each with its file.
    pub(crate) fn mistakes(&self, judge: Judge) -> Vec<(String, Mistake)> {
        let twice = self.twice.iter().map(|path| {
            let found = "a second survey of this name in the folder";
            (
                path.clone(),
                Mistake::error("double-survey", "", found, "one of the two: the sheet, or the .json"),
            )
        });
        let told = self.all.values().flat_map(|(path, sheet)| {
            sheet.mistakes(judge).into_iter().map(|mistake| (path.clone(), mistake))
        });
        twice.chain(told).collect()
    }

    /// A mistake in a definition, at the row of the sheet that it comes from.
    pub(crate) fn placed(&self, file: &str, mistake: Mistake) -> (String, Mistake) {
        match self.all.get(file) {
            Some((path, sheet)) => (path.clone(), sheet.placed(mistake)),
            None => (file.to_owned(), mistake),
        }
    }

    /// Whether that definition is missing only because its sheet has errors.
    pub(crate) fn failed(&self, json: &str) -> bool {
        self.all.get(json).is_some_and(|(_, sheet)| sheet.json().is_none())
    }
}

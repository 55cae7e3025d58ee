//! What a folder holds, to see that it changed.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

/// What a site is made of; a database in the same folder is not.
const ENDINGS: [&str; 10] = ["json", "xlsx", "xls", "csv", "svg", "png", "jpg", "jpeg", "webp", "gif"];

/// Path → length and time of the last change. A file that goes away between two looks is only missing.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    files: BTreeMap<String, (u64, Option<SystemTime>)>,
}

impl Seen {
    pub(super) fn of(folder: &Path) -> Self {
        let mut seen = Self::default();
        seen.walk(folder, "");
        seen
    }

    /// Changed, new and gone.
    pub(super) fn changed_since<'a>(&'a self, before: &'a Self) -> impl Iterator<Item = &'a str> {
        let changed = self.files.iter().filter(|(path, now)| before.files.get(*path) != Some(now));
        let gone = before.files.keys().filter(|path| !self.files.contains_key(*path));
        changed.map(|(path, _)| path.as_str()).chain(gone.map(String::as_str))
    }

    fn walk(&mut self, folder: &Path, prefix: &str) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            // `~$` is Excel's mark that a workbook is open.
            let Some(name) = name.to_str().filter(|name| !name.starts_with(['.', '~'])) else { continue };
            let Ok(about) = std::fs::metadata(entry.path()) else { continue };
            let path = format!("{prefix}{name}");
            if about.is_dir() {
                self.walk(&entry.path(), &format!("{path}/"));
            } else if ENDINGS
                .iter()
                .any(|ending| path.rsplit_once('.').is_some_and(|(_, end)| end.eq_ignore_ascii_case(ending)))
            {
                self.files.insert(path, (about.len(), about.modified().ok()));
            }
        }
    }
}

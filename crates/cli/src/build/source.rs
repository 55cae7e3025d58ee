//! A site's folder as a person wrote it: site.json, surveys/, locales/, catalogue/p/, a logo.

use std::path::Path;

use anyhow::Context;
use mot_cua_contract::{Mistake, Site};

use super::Problems;
use super::clips;
use super::folder::{self, Folder};
use super::pictures;
use super::promises::{self, PromiseSheets};
use super::sheets::{self, Sheets};

/// The bytes of the folder; nothing is checked yet.
#[derive(Debug)]
pub(crate) struct Source {
    /// Surveys that were written in Excel stand here as the JSON that is served.
    pub(crate) files: Folder,
    pub(crate) sheets: Sheets,
    pub(crate) promises: PromiseSheets,
}

impl Source {
    /// That folder. `None`: the sample site inside this program, or `public`.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub(crate) fn open(folder: Option<&Path>) -> anyhow::Result<Self> {
        match folder {
            Some(folder) => Self::read(folder),
            None => Self::own(),
        }
    }

    #[cfg(feature = "embed")]
    #[allow(clippy::unnecessary_wraps, reason = "without the feature it reads a folder")]
    fn own() -> anyhow::Result<Self> {
        static SAMPLE: include_dir::Dir<'_> = include_dir::include_dir!("$CARGO_MANIFEST_DIR/../../public");
        Ok(Self::of(folder::embedded(&SAMPLE, is_of_a_site)))
    }

    #[cfg(not(feature = "embed"))]
    fn own() -> anyhow::Result<Self> {
        Self::read(Path::new("public"))
    }

    fn read(folder: &Path) -> anyhow::Result<Self> {
        Ok(Self::of(folder::read(folder, is_of_a_site).context("the site's folder")?))
    }

    pub(super) fn of(mut files: Folder) -> Self {
        let sheets = Sheets::take(&mut files);
        let promises = PromiseSheets::take(&mut files);
        Self { files, sheets, promises }
    }

    /// The text of a file. Absent or not UTF-8 is a problem that names it.
    pub(crate) fn text<'a>(&'a self, path: &str, problems: &mut Problems) -> Option<&'a str> {
        let Some(bytes) = self.files.get(path) else {
            problems.add(
                path,
                Mistake::error(
                    "missing-file",
                    "",
                    "no such file",
                    "a file of this name in the site's folder",
                ),
            );
            return None;
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(text.strip_prefix('\u{feff}').unwrap_or(text)),
            Err(e) => {
                let at = format!("byte {}", e.valid_up_to());
                problems.add(
                    path,
                    Mistake::error("not-utf8", at, "bytes that are no UTF-8", "the file saved as UTF-8"),
                );
                None
            }
        }
    }

    /// `site.json`, read and checked.
    pub(crate) fn site(&self, problems: &mut Problems) -> Option<Site> {
        match Site::read(self.text("site.json", problems)?) {
            Ok(site) => {
                problems.all("site.json", site.mistakes());
                Some(site)
            }
            Err(mistakes) => {
                problems.all("site.json", mistakes);
                None
            }
        }
    }

    /// Files of one folder with one ending: name without both → path.
    pub(crate) fn list<'a>(
        &'a self,
        folder: &'a str,
        ending: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files.keys().filter_map(move |path| {
            let name = path.strip_prefix(folder)?.strip_suffix(ending)?;
            (!name.contains('/')).then_some((name, path.as_str()))
        })
    }
}

fn is_of_a_site(path: &str) -> bool {
    let parent = path.split_once('/').map_or("", |(parent, _)| parent);
    matches!(path, "site.json" | "logo.svg" | "logo.png")
        || (matches!(parent, "surveys" | "locales" | "catalogue") && folder::is_kind(path, "json"))
        || clips::is_one(path)
        || pictures::is_one(path)
        || sheets::is_one(path)
        || promises::is_one(path)
}

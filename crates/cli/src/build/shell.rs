//! The page without a site, as `cargo xtask build` leaves it: template, critical sheet, assets, manifest.

use std::path::Path;

use anyhow::{Context, bail};

use super::folder::{self, Folder};
use super::manifest::Manifest;

/// Where `cargo xtask build` puts the page.
#[cfg(not(feature = "embed"))]
const BUILT: &str = "target/page";

/// Read whole; small enough.
#[derive(Debug)]
pub(crate) struct Shell {
    /// `index.html` with its marks.
    pub(crate) template: String,
    /// Inlined into every page.
    pub(crate) critical: String,
    pub(crate) manifest: Manifest,
    /// What is served as it is: assets, `element.js`, and their `.br` and `.gz`.
    pub(crate) files: Folder,
}

impl Shell {
    /// The page of that folder. `None`: the one inside this program, or where `cargo xtask build` puts it.
    ///
    /// # Errors
    /// Where the folder is not a page, with what is missing.
    pub(crate) fn open(folder: Option<&Path>) -> anyhow::Result<Self> {
        match folder {
            Some(folder) => Self::read(folder),
            None => Self::own(),
        }
    }

    #[cfg(feature = "embed")]
    fn own() -> anyhow::Result<Self> {
        static PAGE: include_dir::Dir<'_> = include_dir::include_dir!("$MC_PAGE_DIR");
        Self::from(folder::embedded(&PAGE, |_| true)).context("the page inside this program is not whole")
    }

    #[cfg(not(feature = "embed"))]
    fn own() -> anyhow::Result<Self> {
        Self::read(Path::new(BUILT)).context(
            "this program carries no page; build one by `cargo xtask build`, or name its folder with --page",
        )
    }

    fn read(folder: &Path) -> anyhow::Result<Self> {
        Self::from(folder::read(folder, |_| true)?)
            .with_context(|| format!("{} is not a page", folder.display()))
    }

    /// From its files.
    ///
    /// # Errors
    /// Where one of them is missing or does not say what it should.
    pub(crate) fn from(mut files: Folder) -> anyhow::Result<Self> {
        let mut text = |name: &str| {
            let bytes = files.remove(name).with_context(|| format!("{name} is missing"))?;
            String::from_utf8(bytes).with_context(|| format!("{name} is not UTF-8"))
        };
        let (template, critical) = (text("index.html")?, text("critical.css")?);
        let manifest = Manifest::read(&text("manifest.json")?)?;
        for name in ["index.html", "critical.css", "manifest.json"]
            .iter()
            .flat_map(|n| [format!("{n}.br"), format!("{n}.gz")])
        {
            files.remove(&name);
        }
        for path in manifest.entries() {
            if !files.contains_key(path) {
                bail!("{path} is in manifest.json, but missing");
            }
        }
        if critical.contains("</") {
            bail!("critical.css holds `</`, which would end the style element");
        }
        Ok(Self { template, critical: critical.trim().to_owned(), manifest, files })
    }
}

//! `manifest.json`: what the page is made of, and, once stamped, what the site is made of.

use std::collections::BTreeMap;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::block::SurveyFile;

/// The whole file. `cargo xtask build` writes the first half, the stamping adds the second, for `element.js`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    v: u8,
    /// Version of the page.
    pub(crate) app: String,
    /// Path → what its bytes are.
    files: BTreeMap<String, Shipped>,
    pub(crate) entry: Entry,
    /// Name → file; addresses in this half are relative to the site's folder.
    #[serde(default)]
    pub(crate) surveys: BTreeMap<String, SurveyFile>,
    #[serde(default)]
    pub(crate) locales: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) catalogue_index: Option<String>,
    /// Which page the site's own survey needs.
    #[serde(default)]
    pub(crate) build: Build,
}

/// The small page, or the one that has every question type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Build {
    #[default]
    Core,
    Full,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Shipped {
    /// Base 64, as `integrity` wants it.
    sha384: String,
    bytes: usize,
    brotli: usize,
}

/// The paths that a page names.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Entry {
    pub(crate) boot: String,
    pub(crate) loader: String,
    pub(crate) glue: String,
    pub(crate) wasm: String,
    /// The whole sheet, for a shadow root.
    pub(crate) style: String,
    /// What comes after the sheet in the head of our own page.
    pub(crate) style_rest: String,
    pub(crate) glue_full: String,
    pub(crate) wasm_full: String,
    /// On top of the other.
    pub(crate) style_full: String,
    pub(crate) glue_more: String,
    pub(crate) wasm_more: String,
    pub(crate) style_more: String,
    pub(crate) element: String,
    /// What a portal's one tag loads, and what speaks to it from inside the frame.
    pub(crate) embed: String,
    pub(crate) frame: String,
    /// What keeps the site on the phone, from the page's side.
    pub(crate) offline: String,
    /// Settings, reading aloud, the tablet at the counter: loaded when somebody asks.
    pub(crate) beside: String,
    pub(crate) style_beside: String,
    /// The service worker, without the list of files.
    pub(crate) worker: String,
}

impl Manifest {
    /// # Errors
    /// Where it is not what `cargo xtask build` writes.
    pub(crate) fn read(json: &str) -> anyhow::Result<Self> {
        serde_json::from_str(json).context("manifest.json")
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = &String> {
        let Entry {
            boot,
            loader,
            glue,
            wasm,
            style,
            style_rest,
            glue_full,
            wasm_full,
            style_full,
            glue_more,
            wasm_more,
            style_more,
            element,
            embed,
            frame,
            offline,
            beside,
            style_beside,
            worker,
        } = &self.entry;
        let full = [glue_full, wasm_full, style_full];
        let more = [glue_more, wasm_more, style_more];
        let rest = [
            boot,
            loader,
            glue,
            wasm,
            style,
            style_rest,
            element,
            embed,
            frame,
            offline,
            beside,
            style_beside,
            worker,
        ];
        rest.into_iter().chain(full).chain(more)
    }

    /// `sha384-…`; empty where the file is not listed.
    pub(crate) fn integrity(&self, path: &str) -> String {
        self.files.get(path).map_or_else(String::new, |shipped| format!("sha384-{}", shipped.sha384))
    }
}

//! The data block of a page: `site.json` for its unit, and where the site's files are.

use std::collections::BTreeMap;

use mot_cua_contract::Site;
use serde::{Deserialize, Serialize};

use super::html::json_block;
use super::manifest::Build;

/// Where a definition is, and the hash of its bytes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SurveyFile {
    pub(crate) url: String,
    /// `sha256:` and 64 hex digits.
    pub(crate) version: String,
    /// The page that runs it, where the small one does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) build: Option<Build>,
}

/// Addresses of the site's own files. Each carries a part of its hash, so that an old copy in a cache is never taken for it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Addresses {
    pub(crate) surveys: BTreeMap<String, SurveyFile>,
    pub(crate) locales: BTreeMap<String, String>,
    pub(crate) catalogue_index: Option<String>,
    /// Language → list of recorded clips.
    pub(crate) clips: BTreeMap<String, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Block<'a> {
    #[serde(flatten)]
    site: &'a Site,
    surveys: BTreeMap<&'a str, &'a SurveyFile>,
    app: &'a str,
    locales: &'a BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalogue_index: Option<&'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    clips: &'a BTreeMap<String, String>,
}

/// `<script type="application/json" id="mc-site">`.
pub(crate) fn block(site: &Site, app: &str, addresses: &Addresses) -> String {
    let surveys = addresses.surveys.iter().filter(|(name, _)| **name == site.survey);
    let block = Block {
        site,
        surveys: surveys.map(|(name, file)| (name.as_str(), file)).collect(),
        app,
        locales: &addresses.locales,
        catalogue_index: addresses.catalogue_index.as_deref(),
        clips: &addresses.clips,
    };
    json_block("mc-site", &serde_json::to_string(&block).unwrap_or_default())
}

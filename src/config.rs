//! What the stamped page (or `element.js`) tells: the slice of `site.json` for this place and where the files are.

use std::collections::BTreeMap;

use mot_cua_contract::adapter::Submit;
use mot_cua_contract::answer::Mode;
use mot_cua_contract::site::{Field, Privacy, Unit};
use serde::Deserialize;

/// The lean reading of the data block: mistakes were told by `mot-cua build`, so unknown members are passed over here.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Config {
    pub(crate) languages: Vec<String>,
    pub(crate) units: Vec<Unit>,
    #[serde(default)]
    pub(crate) fields: Vec<Field>,
    pub(crate) survey: String,
    #[serde(default)]
    pub(crate) submit: Submit,
    #[serde(default)]
    pub(crate) privacy: Privacy,
    /// Name → where its definition is, and its version.
    pub(crate) surveys: BTreeMap<String, SurveyFile>,
    /// Version of the page.
    pub(crate) app: String,
    /// Address of `catalogue/index.json`. `None`: this site has no look-up.
    #[serde(default)]
    pub(crate) catalogue_index: Option<String>,
    /// Language tag → address of its pack.
    pub(crate) locales: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) mode: Mode,
    /// Language asked for by the embedding tag.
    #[serde(default)]
    pub(crate) lang: Option<String>,
}

/// Where a definition is, and the hash of its bytes.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct SurveyFile {
    pub(crate) url: String,
    pub(crate) version: String,
}

impl Config {
    /// `None`: the data block is not what `mot-cua build` stamps.
    pub(crate) fn read(json: &str) -> Option<Self> {
        serde_json::from_str(json).ok()
    }

    pub(crate) fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id.eq_ignore_ascii_case(id))
    }
}

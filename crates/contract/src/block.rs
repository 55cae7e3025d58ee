//! The data block of a stamped page (`<script type="application/json" id="mc-site">`), as the page reads it.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::adapter::Submit;
use crate::answer::Mode;
use crate::lean::FromJson;
use crate::lean_struct;
use crate::pairs::Pairs;
use crate::site::{Field, Privacy, Unit};

/// The slice of `site.json` for one place, and where the site's files are. `mot-cua build` stamps it; for `<mot-cua>`,
/// `element.js` builds it.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Block {
    /// BCP 47 tags; the first is the default.
    pub languages: Vec<String>,
    pub units: Vec<Unit>,
    #[serde(default)]
    pub fields: Vec<Field>,
    /// Name of the survey that a scan opens, one of `surveys`.
    pub survey: String,
    #[serde(default)]
    pub submit: Submit,
    #[serde(default)]
    pub privacy: Privacy,
    /// Name → its [`SurveyFile`], unread.
    pub surveys: Map<String, Value>,
    /// Version of the page.
    pub app: String,
    /// Address of `catalogue/index.json`. `None`: this site has no look-up.
    #[serde(default)]
    pub catalogue_index: Option<String>,
    /// Language tag → address of its pack.
    pub locales: Pairs,
    #[serde(default)]
    pub mode: Mode,
    /// Language asked for by the embedding tag. `None`: none, or this is our own page.
    #[serde(default)]
    pub lang: Option<String>,
}

/// Where a definition is, and the hash of its bytes.
#[derive(Debug, Clone, Deserialize)]
pub struct SurveyFile {
    pub url: String,
    /// `sha256:` and 64 hex digits.
    pub version: String,
}

impl Block {
    /// The file of [`Block::survey`]. `None`: it is not listed.
    pub fn survey_file(&self) -> Option<SurveyFile> {
        SurveyFile::from_json(self.surveys.get(&self.survey)?)
    }

    /// Ids are read without regard to case, as links are.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id.eq_ignore_ascii_case(id))
    }
}

lean_struct!(Block {
    languages: "languages", units: "units", fields: "fields", survey: "survey", submit: "submit" or Submit::default(),
    privacy: "privacy" or Privacy::default(), surveys: "surveys", app: "app", catalogue_index: "catalogueIndex",
    locales: "locales", mode: "mode" or Mode::Page, lang: "lang",
});
lean_struct!(SurveyFile { url: "url", version: "version" });

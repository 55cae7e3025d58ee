//! The answer that tries a backend: valid, and easy to tell from a citizen's.

use serde_json::{Map, Value};

use crate::{Answer, Context, Place, Site};

/// `app` of every such answer.
pub const MARK: &str = "check";

/// What is tried, beside the site itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Name of the survey's first rating.
    pub question: &'a str,
    /// Hash of the survey's bytes, `sha256:…`.
    pub version: &'a str,
}

/// What a citizen would have changed up to revision `rev`: the rating only, so that any survey takes it. `saved_at`: RFC 3339.
pub fn answer(site: &Site, asked: Asked<'_>, id: &str, rev: u32, saved_at: String) -> Answer {
    let unit = site.units.first().map(|unit| unit.id.clone()).unwrap_or_default();
    Answer {
        v: crate::answer::VERSION,
        id: id.to_owned(),
        rev,
        survey: site.survey.clone(),
        survey_version: asked.version.to_owned(),
        place: Place::unit(unit),
        answers: Map::from_iter([(asked.question.to_owned(), Value::from(rev))]),
        complete: false,
        saved_at,
        seconds: None,
        lang: site.default_language().to_owned(),
        app: MARK.to_owned(),
        context: Context::default(),
        token: None,
    }
}

/// Name of a survey's first rating, depth first, as the page asks. `None`: it has none.
pub fn first_rating(of: &Value) -> Option<&str> {
    if of.get("type").and_then(Value::as_str) == Some("rating") {
        return of.get("name")?.as_str();
    }
    let lists = ["pages", "elements", "questions"].iter().filter_map(|name| of.get(name)?.as_array());
    lists.flatten().find_map(first_rating)
}

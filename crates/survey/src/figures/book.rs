//! All definitions that answers were given to, as far as they are counted.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::questions;
use super::series::Series;
use crate::definition::{Definition, MOST_BYTES};

/// Series, and which version is of which.
#[derive(Debug, Clone, Default)]
pub struct Book {
    series: Vec<Series>,
    versions: BTreeMap<String, Version>,
}

#[derive(Debug, Clone)]
pub(super) struct Version {
    pub(super) series: usize,
    pub(super) survey: String,
    /// Question → column, and the people that an answer to it counts.
    pub(super) questions: BTreeMap<String, (usize, Vec<usize>)>,
}

impl Book {
    /// From (version, survey, JSON). What is no definition is left out: its answers count nowhere.
    pub fn of(all: impl IntoIterator<Item = (String, String, String)>) -> Self {
        let mut book = Self::default();
        for (version, survey, text) in all {
            book.add(version, survey, &text);
        }
        book
    }

    fn add(&mut self, version: String, survey: String, text: &str) {
        if text.len() > MOST_BYTES {
            return;
        }
        let object: Option<Map<String, Value>> =
            serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok();
        let Some(object) = object.filter(|object| !questions::columns(object).is_empty()) else { return };
        // It may ask by matrices and panels alone; of the rest only words are read from it.
        let definition = Definition::of(&object).unwrap_or_default();
        let new = Series::of(&survey, &object, &definition);
        let at = self.series.iter().position(|series| series.key == new.key).unwrap_or(self.series.len());
        if at == self.series.len() {
            self.series.push(new);
        }
        let Some(series) = self.series.get_mut(at) else { return };
        let columns = series.join(&object, &definition);
        let questions = columns.into_iter().filter_map(|column| {
            let one = series.columns.get(column)?;
            Some((one.question.clone(), (column, series.people(one))))
        });
        let version_of = Version { series: at, survey, questions: questions.collect() };
        self.versions.insert(version, version_of);
    }

    pub fn series(&self) -> &[Series] {
        &self.series
    }

    /// `None`: a version that is not here, or of another survey.
    pub(super) fn version(&self, version: &str, survey: &str) -> Option<&Version> {
        self.versions.get(version).filter(|known| known.survey == survey)
    }

    /// Whether some version of that survey is of that series.
    pub(super) fn is_of(&self, series: usize, survey: &str) -> bool {
        self.versions.values().any(|version| version.series == series && version.survey == survey)
    }
}

//! The names on a sheet, and what they are called in the survey.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// What answers a question takes, as far as expressions care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    One,
    Several,
    /// `acknowledge`: OK on the sheet, true in the survey.
    Yes,
    Other,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Known {
    /// In the survey.
    pub(super) name: String,
    pub(super) sort: Sort,
    /// The row, for telling of a name that is there twice.
    pub(super) row: usize,
    /// The survey's name of the repeat it is in. `None`: in none.
    pub(super) repeat: Option<String>,
}

/// By the name on the sheet.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) all: BTreeMap<String, Known>,
}

impl Names {
    pub(super) fn get(&self, name: &str) -> Option<&Known> {
        self.all.get(name)
    }

    /// Calculated values that no row can say stand in `cs_json` of the settings; rows name them all the same.
    pub(super) fn add_values(&mut self, aside: &Map<String, Value>) {
        let values = aside.get("calculatedValues").and_then(Value::as_array);
        let named = |value: &Value| Some(value.get("name")?.as_str()?.to_owned());
        for name in values.into_iter().flatten().filter_map(named) {
            let known = Known { name: name.clone(), sort: Sort::Other, row: 0, repeat: None };
            self.all.entry(name).or_insert(known);
        }
    }

    /// The sheet's name of what the survey calls so. SurveyJS tells names apart without regard to case.
    pub(super) fn on_sheet(&self, name: &str, repeat: Option<&str>) -> Option<(&str, &Known)> {
        let fits = |known: &Known| {
            known.repeat.as_deref() == repeat && known.name.to_lowercase() == name.to_lowercase()
        };
        self.all.iter().find(|(_, known)| fits(known)).map(|(name, known)| (name.as_str(), known))
    }
}

/// Whether a name can stand on a sheet: what XML and every `XLSForm` tool take, less the dot.
pub(super) fn is_plain(name: &str) -> bool {
    let first = name.chars().next().is_some_and(|sign| sign.is_alphabetic() || sign == '_');
    first && name.chars().all(|sign| sign.is_alphanumeric() || sign == '_' || sign == '-')
}

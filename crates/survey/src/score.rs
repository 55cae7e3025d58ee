//! Indices that a survey declares as data; [`crate::figures`] computes them.
//!
//! ```json
//! "indices": [{"name": "satisfaction", "atLeast": 4,
//!   "factors": [{"name": "access", "weight": 1, "questions": ["a1", "a2"]}],
//!   "bands": [{"from": 80, "name": "good"}, {"from": 0, "name": "poor"}]}]
//! ```
//! Of each question the share of answers that are at least `atLeast` (4 where nothing is said), of each factor the mean of its
//! questions' shares, of the index the mean of its factors by their weights (1), in percent. A question that no one answered counts
//! nowhere; where no one answered any, there is no number. It is never 0 for want of answers.

use serde_json::{Map, Value};

use crate::member::{list, string};

/// An index as it is declared.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    pub name: String,
    pub at_least: f64,
    pub factors: Vec<Factor>,
    /// Highest first.
    pub bands: Vec<Band>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Factor {
    pub name: String,
    pub weight: f64,
    pub questions: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Percent.
    pub from: f64,
    pub name: String,
}

impl Index {
    /// All that `indices` declares; one without a name or a question is passed over.
    pub fn all(survey: &Map<String, Value>) -> Vec<Self> {
        let items = list(survey, "indices").map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(|item| Self::of(item.as_object()?)).collect()
    }

    fn of(object: &Map<String, Value>) -> Option<Self> {
        let objects = |name| {
            let items = list(object, name).map(Vec::as_slice).unwrap_or_default();
            items.iter().filter_map(Value::as_object)
        };
        let factors: Vec<Factor> = objects("factors").filter_map(Factor::of).collect();
        let mut bands: Vec<Band> = objects("bands")
            .filter_map(|band| Some(Band { from: band.get("from")?.as_f64()?, name: string(band, "name")? }))
            .collect();
        bands.sort_by(|a, b| b.from.total_cmp(&a.from));
        Some(Self {
            name: string(object, "name")?,
            at_least: object.get("atLeast").and_then(Value::as_f64).unwrap_or(4.0),
            factors: Some(factors).filter(|factors| !factors.is_empty())?,
            bands,
        })
    }
}

impl Factor {
    fn of(object: &Map<String, Value>) -> Option<Self> {
        let questions: Vec<String> =
            list(object, "questions")?.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect();
        Some(Self {
            name: string(object, "name")?,
            weight: object
                .get("weight")
                .and_then(Value::as_f64)
                .filter(|weight| *weight >= 0.0)
                .unwrap_or(1.0),
            questions: Some(questions).filter(|questions| !questions.is_empty())?,
        })
    }
}

//! Indices that a survey declares as data, computed from many answers.
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

use crate::expression::{Datum, number_of};
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

/// An index of some answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Percent. `None`: no data.
    pub value: Option<f64>,
    pub band: Option<String>,
    /// In the order of the declaration.
    pub factors: Vec<Option<f64>>,
    /// Answers that hold at least one of its questions.
    pub answers: u64,
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

    /// Of these answers.
    pub fn score<'a>(&self, answers: impl Iterator<Item = &'a Map<String, Value>>) -> Score {
        // Of each factor, of each question: answers that are good, answers.
        let mut tally: Vec<Vec<(u64, u64)>> =
            self.factors.iter().map(|factor| vec![(0, 0); factor.questions.len()]).collect();
        let mut count = 0;
        for answer in answers {
            let mut any = false;
            for (factor, sums) in self.factors.iter().zip(&mut tally) {
                for (question, (good, all)) in factor.questions.iter().zip(sums) {
                    let number =
                        answer.get(question).map_or(f64::NAN, |value| number_of(&Datum::from(value)));
                    if !number.is_nan() {
                        any = true;
                        *all += 1;
                        *good += u64::from(number >= self.at_least);
                    }
                }
            }
            count += u64::from(any);
        }
        let factors: Vec<Option<f64>> = tally.iter().map(|sums| mean(sums.iter().map(share))).collect();
        let weighed =
            factors.iter().zip(&self.factors).filter_map(|(value, factor)| Some(((*value)?, factor.weight)));
        let (sum, weight) =
            weighed.fold((0.0, 0.0), |(sum, all), (value, weight)| (sum + value * weight, all + weight));
        let value = (weight > 0.0).then(|| sum / weight);
        let band = value.and_then(|value| self.bands.iter().find(|band| value >= band.from));
        Score { value, band: band.map(|band| band.name.clone()), factors, answers: count }
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

/// Percent; `None` of no answers.
#[allow(clippy::cast_precision_loss, reason = "counts of answers")]
fn share((good, all): &(u64, u64)) -> Option<f64> {
    (*all > 0).then(|| *good as f64 / *all as f64 * 100.0)
}

/// Of those that there are.
fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let (sum, count) = values.flatten().fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}

//! What people wrote in a month: the latest, with place and reasons, and never with who they are.

use mot_cua_contract::contact::details;
use mot_cua_contract::mask::mask;
use mot_cua_contract::receipt::receipt;
use mot_cua_survey::figures::{Month, Series, Shape};
use mot_cua_survey::model::photo_hashes;
use mot_cua_survey::question::choice::Choice;
use serde_json::Value;

use super::body::{Body, Place};

/// As many as somebody can answer in a month.
pub const MOST: usize = 500;

/// One who wrote something. Personal data in it are covered.
#[derive(Debug, Clone)]
pub struct Voice {
    pub receipt: String,
    pub place: Place,
    /// When it came, rounded as the site says.
    pub came: String,
    /// 1 to 5. `None`: not rated.
    pub level: Option<u8>,
    pub reasons: Vec<Choice>,
    pub words: Vec<String>,
    /// Hashes of photos; one may not have come yet.
    pub photos: Vec<String>,
    /// Question and answer, of whoever agreed to be reached. For the inbox alone.
    pub contact: Vec<(&'static str, String)>,
}

/// The latest of one month.
#[derive(Debug)]
pub struct Voices {
    month: Month,
    latest: Vec<Voice>,
    /// As many are here that came then or later as are kept.
    since: String,
}

impl Voices {
    pub fn of(month: Month) -> Self {
        Self { month, latest: Vec::new(), since: String::new() }
    }

    /// Keeps it where something was written or shown. `came`: RFC 3339, of this backend's clock where it has one.
    pub fn hear(&mut self, series: &[Series], body: &Body<'_>, month: Month, came: &str) {
        if month != self.month || came < self.since.as_str() {
            return;
        }
        let columns = || series.iter().flat_map(|series| &series.columns);
        let written = |name: &String| body.answers.get(name)?.as_str().filter(|text| !text.trim().is_empty());
        let mut words: Vec<String> = Vec::new();
        for column in columns().filter(|column| column.shape == Shape::Words) {
            if let Some(text) = written(&column.question).map(mask).filter(|text| !words.contains(text)) {
                words.push(text);
            }
        }
        let photos = photo_hashes(&body.answers);
        let contact =
            details(&body.answers).into_iter().map(|(name, text)| (name, text.to_owned())).collect();
        if words.is_empty() && photos.is_empty() {
            return;
        }
        let mut reasons: Vec<Choice> = Vec::new();
        for column in columns().filter(|column| column.shape == Shape::Several) {
            let items = body.answers.get(&column.question).and_then(Value::as_array);
            let named = |choice: &&Choice| items.is_some_and(|items| items.contains(&choice.value));
            for choice in column.values.iter().filter(named) {
                if !reasons.contains(choice) {
                    reasons.push(choice.clone());
                }
            }
        }
        self.latest.push(Voice {
            receipt: receipt(&body.id).unwrap_or_default(),
            place: body.place.clone(),
            came: came.to_owned(),
            level: body.level(),
            reasons,
            words,
            photos,
            contact,
        });
        if self.latest.len() >= 2 * MOST {
            self.settle();
        }
    }

    /// The latest first; among those of one hour by receipt, which says nothing of their order.
    pub fn settle(&mut self) {
        self.latest.sort_by(|a, b| b.came.cmp(&a.came).then_with(|| a.receipt.cmp(&b.receipt)));
        self.latest.truncate(MOST);
        if let Some(last) = self.latest.get(MOST - 1) {
            self.since.clone_from(&last.came);
        }
    }

    /// After [`Voices::settle`]: in order.
    pub fn latest(&self) -> &[Voice] {
        &self.latest
    }
}

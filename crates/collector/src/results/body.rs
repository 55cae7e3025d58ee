//! An answer as figures read it: from a database or from a line of an export.

use std::borrow::Cow;

use mot_cua_contract::Site;
use mot_cua_contract::site::Merged;
use mot_cua_survey::figures::{Answered, Came, Figures, Month};
use serde::Deserialize;
use serde_json::{Map, Value};

/// What is counted of an answer's JSON.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Body<'a> {
    #[serde(borrow)]
    pub id: Cow<'a, str>,
    #[serde(borrow)]
    pub survey: Cow<'a, str>,
    #[serde(borrow)]
    pub survey_version: Cow<'a, str>,
    pub place: Place,
    pub answers: Map<String, Value>,
    /// Of a line of an export, where the collector wrote it; in a database it is a column, and this is a stranger's word.
    #[serde(default)]
    tier: Option<String>,
    #[serde(default)]
    context: Context,
}

#[derive(Debug, Default, Deserialize)]
struct Context {
    #[serde(default)]
    mode: Option<String>,
}

/// As the answer names it, known or not.
#[derive(Debug, Clone, Deserialize)]
pub struct Place {
    pub unit: String,
    pub counter: Option<String>,
    pub field: Option<String>,
    pub procedure: Option<String>,
}

impl Body<'_> {
    /// Under the unit of today, where the one it names was merged into that; its counters stay told apart from that one's own.
    /// Gives the unit of before, if so.
    pub fn settle<'s>(&mut self, site: &'s Site) -> Option<&'s Merged> {
        let merged = site.merged(&self.place.unit)?;
        self.place.counter = self.place.counter.take().map(|counter| format!("{}-{counter}", merged.id));
        self.place.unit.clone_from(&merged.into);
        Some(merged)
    }

    /// How a line came: as its tier says, else as the page says of itself.
    pub fn came(&self) -> Came {
        Came::of(self.tier.as_deref().or(self.context.mode.as_deref()).unwrap_or_default())
    }

    pub fn count(&self, figures: &mut Figures, month: Month, came: Came) {
        let Place { unit, counter, field, procedure } = &self.place;
        figures.count(&Answered {
            survey: &self.survey,
            version: &self.survey_version,
            month,
            unit,
            counter: counter.as_deref(),
            field: field.as_deref(),
            procedure: procedure.as_deref(),
            came,
            answers: &self.answers,
        });
    }

    /// `overall` from 1 to 5. `None`: not answered, or otherwise.
    pub fn level(&self) -> Option<u8> {
        let level = self.answers.get("overall")?;
        let number = level.as_f64().or_else(|| level.as_str()?.parse().ok())?;
        (1..=5_u8).find(|of| (number - f64::from(*of)).abs() < f64::EPSILON)
    }
}

//! An answer as figures read it: from a database or from a line of an export.

use mot_cua_survey::figures::{Answered, Figures, Month};
use serde::Deserialize;
use serde_json::{Map, Value};

/// What is counted of an answer's JSON.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Body {
    pub id: String,
    pub survey: String,
    pub survey_version: String,
    pub place: Place,
    pub answers: Map<String, Value>,
}

/// As the answer names it, known or not.
#[derive(Debug, Clone, Deserialize)]
pub struct Place {
    pub unit: String,
    pub counter: Option<String>,
    pub field: Option<String>,
    pub procedure: Option<String>,
}

impl Body {
    pub fn count(&self, figures: &mut Figures, month: Month) {
        let Place { unit, counter, field, procedure } = &self.place;
        figures.count(&Answered {
            survey: &self.survey,
            version: &self.survey_version,
            month,
            unit,
            counter: counter.as_deref(),
            field: field.as_deref(),
            procedure: procedure.as_deref(),
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

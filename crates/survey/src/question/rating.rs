//! A level on a scale.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use super::choice::{self, Choice};
use crate::lint::shape::Shape;
use crate::member;
use crate::validate::FaultCode;

/// As many levels as SurveyJS generates at most.
pub const MOST_LEVELS: i64 = 20;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rating {
    /// From least to most. Never empty unless the definition has a mistake.
    pub levels: Vec<Choice>,
    pub look: Look,
    /// Words at the low end, for levels without words of their own.
    pub least: Option<Text>,
    /// Words at the high end.
    pub most: Option<Text>,
}

/// `rateType`. SurveyJS's `displayMode: dropdown` is read and never followed: buttons wrap.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Labels,
    Stars,
    Smileys,
}

pub(crate) const PROPERTIES: &[(&str, Shape)] = &[
    ("rateValues", Shape::Choices),
    ("rateMin", Shape::Whole),
    ("rateMax", Shape::Whole),
    ("rateStep", Shape::Whole),
    ("rateCount", Shape::Whole),
    ("autoGenerate", Shape::Flag),
    ("rateType", Shape::OneOf(&["labels", "stars", "smileys", "numbers"])),
    ("displayMode", Shape::OneOf(&["auto", "buttons", "dropdown"])),
    ("rateDisplayMode", Shape::OneOf(&["labels", "stars", "smileys", "numbers"])),
    ("minRateDescription", Shape::Text),
    ("maxRateDescription", Shape::Text),
    ("displayRateDescriptionsAsExtremeItems", Shape::Flag),
];

impl Rating {
    pub(crate) fn of(element: &Map<String, Value>) -> Self {
        let look = member::string(element, "rateType").or_else(|| member::string(element, "rateDisplayMode"));
        Self {
            levels: levels(element),
            look: match look.as_deref() {
                Some("stars") => Look::Stars,
                Some("smileys") => Look::Smileys,
                _ => Look::Labels,
            },
            least: member::text(element, "minRateDescription"),
            most: member::text(element, "maxRateDescription"),
        }
    }

    pub(crate) fn check(&self, value: &Value) -> Result<(), FaultCode> {
        choice::check(&self.levels, value)
    }
}

/// The listed values, unless `autoGenerate` is said to be true; else `rateMin` (1) to `rateMax` (5) by `rateStep` (1).
fn levels(element: &Map<String, Value>) -> Vec<Choice> {
    let listed = choice::all(element, "rateValues");
    if !listed.is_empty() && !member::flag(element, "autoGenerate") {
        return listed;
    }
    let least = member::whole(element, "rateMin").unwrap_or(1);
    let step = member::whole(element, "rateStep").unwrap_or(1).max(1);
    let by_count =
        member::whole(element, "rateCount").map(|count| least + step * (count.clamp(1, MOST_LEVELS) - 1));
    let most = member::whole(element, "rateMax").or(by_count).unwrap_or(5);
    let level = |at: i64| Some(least + at * step).filter(|level| *level <= most);
    (0..MOST_LEVELS).map_while(level).map(|level| Choice { value: level.into(), text: None }).collect()
}

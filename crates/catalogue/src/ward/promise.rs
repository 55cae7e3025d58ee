//! What a ward promises for a procedure, beside what the record says.

use mot_cua_contract::Pairs;
use serde::{Deserialize, Serialize};

use crate::model::Time;

/// Of one procedure. What is left out is not promised.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Promise {
    /// Code of the procedure, `1.001193`.
    pub code: String,
    /// In general.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// Shorter ones under a condition; the first that holds counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub when: Vec<Rule>,
    /// Done while you wait.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_once: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub no_appointment: bool,
    /// Results brought home: for whom, by language tag.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub delivery: Pairs,
    /// In the ward's own words, by language tag.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub tips: Pairs,
    /// Filled-in examples: name → https address.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub samples: Pairs,
    /// Counter of the unit, as in `site.json`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
}

/// `thứ Tư, trước 15 giờ: trong 2 giờ`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rule {
    /// Empty: every day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<String>,
    /// Filed before this time of day, `15:00`. `None`: any time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    pub time: Time,
}

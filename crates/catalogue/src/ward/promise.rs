//! What a ward promises for a procedure, beside what the record says.

use mot_cua_contract::Pairs;
use mot_cua_contract::lean_struct;
use serde::{Deserialize, Serialize};

use super::{Moment, Weekday, minutes};
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

lean_struct!(Promise {
    code: "code",
    time: "time",
    when: "when",
    at_once: "atOnce",
    no_appointment: "noAppointment",
    delivery: "delivery",
    tips: "tips",
    samples: "samples",
    counter: "counter",
});
lean_struct!(Rule { days: "days", before: "before", time: "time" });

/// What holds for who files now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Promised<'a> {
    pub time: Time,
    /// The condition under which it holds. `None`: always.
    pub rule: Option<&'a Rule>,
}

/// `None`: no time is promised.
pub fn promised(promise: &Promise, now: Moment) -> Option<Promised<'_>> {
    let rule = promise.when.iter().find(|rule| rule.holds(now));
    rule.map(|rule| Promised { time: rule.time, rule: Some(rule) })
        .or_else(|| promise.time.map(|time| Promised { time, rule: None }))
}

impl Rule {
    /// A condition that is not understood never holds: better no promise than a false one.
    fn holds(&self, now: Moment) -> bool {
        let today = now.date.weekday();
        let day = self.days.is_empty() || self.days.iter().any(|name| Weekday::read(name) == Some(today));
        let soon = match &self.before {
            None => true,
            Some(text) => minutes(text).is_some_and(|before| now.minute < before),
        };
        day && soon
    }
}

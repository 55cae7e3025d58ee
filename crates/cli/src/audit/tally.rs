//! What is counted, and from which count on it is said.

use std::collections::BTreeMap;

use mot_cua_sheets::Answer;
use serde::Serialize;
use serde_json::Value;

/// An hour with fewer is no burst, whatever is usual there.
const BURST: u64 = 20;
/// An hour is a burst from so many times the median hour on.
const TIMES: u64 = 5;
/// Texts this short are the same by chance: "tốt", "không có gì".
const LONG: usize = 16;
/// Answers with the same text, at least.
const SAME: u64 = 3;
/// Answers that share another sign, at least.
const FEW: u64 = 3;
/// No one reads a question and its faces in less, in milliseconds.
const QUICK_MS: u64 = 500;

/// One thing that a reader should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Finding {
    /// `hour`: `2026-11-21T09`, by the phones. `usual`: the place's median hour.
    Burst {
        place: String,
        hour: String,
        count: u64,
        usual: u64,
    },
    /// Came while the place sent more than a desk can: the collector marked them.
    Flood {
        place: String,
        count: u64,
    },
    /// `text`: its beginning.
    SameText {
        place: String,
        text: String,
        count: u64,
    },
    /// From 22:00 to 5:00, of all of the place.
    Night {
        place: String,
        count: u64,
        of: u64,
    },
    Quick {
        place: String,
        count: u64,
        of: u64,
    },
    Reused {
        place: String,
        count: u64,
    },
    Trap {
        place: String,
        count: u64,
    },
}

#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) answers: u64,
    places: BTreeMap<String, Place>,
}

#[derive(Debug, Default)]
struct Place {
    answers: u64,
    /// `2026-11-21T09` → answers.
    hours: BTreeMap<String, u64>,
    /// In small letters, blanks made one → how it begins, answers.
    texts: BTreeMap<String, (String, u64)>,
    flood: u64,
    quick: u64,
    reused: u64,
    trap: u64,
}

impl Tally {
    pub(super) fn count(&mut self, answer: &Answer) {
        self.answers += 1;
        let part = |name| answer.inside("place", name).and_then(Value::as_str);
        let unit = part("unit").unwrap_or("?");
        let name = part("counter").map_or_else(|| unit.to_owned(), |counter| [unit, "-", counter].concat());
        let place = self.places.entry(name).or_default();
        place.answers += 1;
        place.flood += u64::from(answer.rate > 0);
        place.reused += u64::from(answer.tier == "token-reused");
        place.trap += u64::from(answer.trap);
        let tap = answer.inside("context", "tapMs").and_then(Value::as_u64);
        place.quick += u64::from(tap.is_some_and(|ms| ms < QUICK_MS));
        if let Some(hour) = answer.text("savedAt").and_then(|at| at.get(..13)) {
            *place.hours.entry(hour.to_owned()).or_default() += 1;
        }
        for text in answer.given().filter_map(|(_, value)| value.as_str()) {
            let plain = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
            // One word is a choice's name, most likely.
            if plain.chars().count() >= LONG && plain.contains(' ') {
                place.texts.entry(plain).or_insert_with(|| (beginning(text), 0)).1 += 1;
            }
        }
    }

    /// By place, in the order of [`Finding`].
    pub(super) fn findings(&self) -> Vec<Finding> {
        // Where a site rounds to the day, every answer is of midnight: no hours to judge by.
        let by_hour =
            self.places.values().flat_map(|place| place.hours.keys()).any(|hour| !hour.ends_with("T00"));
        self.places
            .iter()
            .flat_map(|(name, place)| place.findings(name, by_hour.then_some(&place.hours)))
            .collect()
    }
}

impl Place {
    fn findings(&self, name: &str, hours: Option<&BTreeMap<String, u64>>) -> Vec<Finding> {
        let place = || name.to_owned();
        let mut found = Vec::new();
        let hours = hours.into_iter().flatten();
        let usual = median(hours.clone().map(|(_, count)| *count).collect());
        for (hour, count) in hours.clone().filter(|(_, count)| **count >= BURST && **count >= TIMES * usual) {
            found.push(Finding::Burst { place: place(), hour: hour.clone(), count: *count, usual });
        }
        let some = |count: u64| Some(count).filter(|count| *count >= FEW);
        found.extend(some(self.flood).map(|count| Finding::Flood { place: place(), count }));
        let same = self.texts.values().filter(|(_, count)| *count >= SAME);
        found.extend(same.map(|(text, count)| Finding::SameText {
            place: place(),
            text: text.clone(),
            count: *count,
        }));
        let night = hours.filter(|(hour, _)| is_night(hour)).map(|(_, count)| count).sum();
        let of = self.answers;
        found.extend(some(night).map(|count| Finding::Night { place: place(), count, of }));
        found.extend(some(self.quick).map(|count| Finding::Quick { place: place(), count, of }));
        found.extend(some(self.reused).map(|count| Finding::Reused { place: place(), count }));
        // No one fills in what cannot be seen: one is enough.
        found.extend(
            Some(self.trap).filter(|count| *count > 0).map(|count| Finding::Trap { place: place(), count }),
        );
        found
    }
}

fn is_night(hour: &str) -> bool {
    hour.get(11..13).and_then(|hour| hour.parse::<u8>().ok()).is_some_and(|hour| !(5..22).contains(&hour))
}

/// The lower one of two. 0: there is none.
fn median(mut counts: Vec<u64>) -> u64 {
    counts.sort_unstable();
    counts.get(counts.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}

/// What a terminal shows as it is: a control character could do more than be read.
fn beginning(text: &str) -> String {
    let mut short: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(60).collect();
    if text.chars().nth(60).is_some() {
        short.push('…');
    }
    short
}

//! What stands beside the records: `words.json`, `events.json`, `wards.json`.

use std::collections::BTreeMap;

use mot_cua_catalogue::Words;
use mot_cua_catalogue::events::Events;
use mot_cua_catalogue::ward::{Wards, mistakes};
use mot_cua_contract::{Mistake, Site};
use serde::de::DeserializeOwned;

use crate::check::Found;

pub(crate) const WARDS: &str = "catalogue/wards.json";
const WORDS: &str = "catalogue/words.json";
const EVENTS: &str = "catalogue/events.json";
pub(crate) const FILES: [&str; 3] = [WORDS, EVENTS, WARDS];

type Known<'a> = &'a dyn Fn(&str) -> bool;
type Check<'a> = &'a dyn Fn(&str) -> Vec<Mistake>;

pub(crate) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>, known: Known) -> Vec<Found> {
    let files: [(&str, Check); 3] = [
        (WORDS, &|text| words(text, known)),
        (EVENTS, &|text| events(text, known)),
        (WARDS, &|text| wards(text, site, known)),
    ];
    let there = files.iter().filter_map(|(path, of)| Some((*path, of(texts.get(path)?))));
    there.flat_map(|(path, mistakes)| mistakes.into_iter().map(move |m| (path.to_owned(), m))).collect()
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Mistake>> {
    let mut reader = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let path = if path == "." { String::new() } else { path };
        vec![Mistake::error(
            "wrong-shape",
            path,
            error.into_inner().to_string(),
            "the shape that `mot-cua schema words`, `events` or `wards` describes",
        )]
    })
}

fn unknown(path: String, code: &str) -> Mistake {
    Mistake::warning("unknown-procedure", path, code, "a code that the catalogue has")
}

pub(crate) fn words(text: &str, known: Known) -> Vec<Mistake> {
    let words: Words = match read(text) {
        Ok(words) => words,
        Err(mistakes) => return mistakes,
    };
    let listed = [("pins", &words.pins), ("popular", &words.popular)];
    let listed = listed.into_iter().flat_map(|(name, codes)| {
        codes.iter().enumerate().map(move |(at, code)| (format!("{name}[{at}]"), code))
    });
    let named = words.names.keys().map(|code| (format!("names.{code}"), code));
    listed.chain(named).filter(|(_, code)| !known(code)).map(|(path, code)| unknown(path, code)).collect()
}

pub(crate) fn events(text: &str, known: Known) -> Vec<Mistake> {
    let events: Events = match read(text) {
        Ok(events) => events,
        Err(mistakes) => return mistakes,
    };
    let mut found = Vec::new();
    for (at, event) in events.events.iter().enumerate() {
        for (number, step) in event.steps.iter().enumerate().filter(|(_, step)| !known(&step.code)) {
            found.push(unknown(format!("events[{at}].steps[{number}].code"), &step.code));
        }
    }
    found
}

pub(crate) fn wards(text: &str, site: Option<&Site>, known: Known) -> Vec<Mistake> {
    let wards: Wards = match read(text) {
        Ok(wards) => wards,
        Err(mistakes) => return mistakes,
    };
    let mut found = mistakes(&wards, known);
    let Some(site) = site else { return found };
    for (at, ward) in wards.units.iter().enumerate() {
        let Some(unit) = site.units.iter().find(|unit| unit.id == ward.id) else {
            let path = format!("units[{at}].id");
            found.push(Mistake::error("unknown-unit", path, &ward.id, "the id of a unit of site.json"));
            continue;
        };
        for (number, promise) in ward.promises.iter().enumerate() {
            let Some(id) = &promise.counter else { continue };
            if !unit.counters.iter().any(|counter| counter.id == *id) {
                let path = format!("units[{at}].promises[{number}].counter");
                found.push(Mistake::error("unknown-counter", path, id, "the id of a counter of the unit"));
            }
        }
    }
    found
}

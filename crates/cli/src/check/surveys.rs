//! `surveys/*.json`, and that the site's own is there and can be opened by a tap.

use std::collections::BTreeMap;

use mot_cua_contract::{Mistake, Site};
use mot_cua_survey::{Definition, lint};

use super::{Found, missing, named};

pub(super) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>) -> Vec<Found> {
    let surveys = texts.iter().filter(|(path, _)| path.starts_with("surveys/"));
    let mut found: Vec<Found> = surveys.flat_map(|(path, text)| named(path, lint::mistakes(text))).collect();
    if let Some(site) = site {
        let own = format!("surveys/{}.json", site.survey);
        match texts.get(own.as_str()).map(|text| Definition::parse(text)) {
            None => found.push((own, missing("the survey that site.json names"))),
            Some(Some(definition)) if definition.first_rating().is_none() => {
                let expected = "one: the faces of the first screen";
                found.push((own, Mistake::error("no-rating", "", "no question of type rating", expected)));
            }
            // What cannot be parsed has been told above.
            Some(_) => {}
        }
    }
    found
}

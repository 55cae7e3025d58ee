//! `surveys/*.json`, the tests beside them, and that the site's own is there and can be opened by a tap.

mod photos;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use mot_cua_contract::{Mistake, Site};
pub(crate) use mot_cua_sheets::judge::{Judge, Measure};
use mot_cua_sheets::judge::{one, trial};

use super::{Found, missing, named};
use crate::play::clock;
pub(crate) use photos::unsent;

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(crate) enum Lang {
    #[default]
    En,
    Vi,
}

impl From<Lang> for mot_cua_sheets::xlsform::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::En => Self::En,
            Lang::Vi => Self::Vi,
        }
    }
}

pub(super) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>, judge: Judge) -> Vec<Found> {
    let surveys = texts.iter().filter(|(path, _)| path.starts_with("surveys/"));
    let mut found = Vec::new();
    for (path, text) in surveys {
        if is_test(path) {
            let survey = texts.get(survey_of(path).as_str());
            found.extend(named(
                path,
                survey.map_or_else(|| vec![lone()], |survey| trial(survey, text, clock())),
            ));
        } else {
            found.extend(named(path, one(text, judge)));
        }
    }
    if let Some(site) = site {
        let own = format!("surveys/{}.json", site.survey);
        // What is there and cannot be read has been told above.
        match texts.get(own.as_str()) {
            None => found.push((own, missing("the survey that site.json names"))),
            Some(text) => found.extend(named(&own, unsent(text, site))),
        }
    }
    found
}

/// Why a survey cannot be run: the gravest mistake in it, with the file's name.
pub(crate) fn refusal(name: &str, text: &str) -> anyhow::Error {
    let gravest = one(text, Judge::default()).into_iter().find(Mistake::is_error);
    let gravest =
        gravest.map_or_else(|| "no survey that can be run".to_owned(), |mistake| mistake.to_string());
    anyhow::anyhow!("{name}: {gravest}; `mot-cua check {name}` says all that is wrong")
}

/// `quick.test.json` tests `quick.json`.
pub(super) fn is_test(path: &str) -> bool {
    path.ends_with(".test.json")
}

fn survey_of(path: &str) -> String {
    path.strip_suffix(".test.json").unwrap_or(path).to_owned() + ".json"
}

pub(super) fn test_beside(path: &Path, text: &str) -> anyhow::Result<Vec<Mistake>> {
    let survey = survey_of(&path.display().to_string());
    if !Path::new(&survey).is_file() {
        return Ok(vec![lone()]);
    }
    let survey = std::fs::read_to_string(&survey).with_context(|| format!("cannot read {survey}"))?;
    Ok(trial(&survey, text, clock()))
}

fn lone() -> Mistake {
    Mistake::error("lone-test", "", "no survey of that name", "quick.test.json beside quick.json")
}

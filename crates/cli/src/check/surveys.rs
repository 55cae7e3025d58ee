//! `surveys/*.json`, the tests beside them, and that the site's own is there and can be opened by a tap.

mod locked;
mod photos;
mod tests;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use mot_cua_contract::{Mistake, Site};
use mot_cua_survey::lint;
use mot_cua_survey::lint::inspect::{Code, Finding, Gravity, inspect};

use super::{Found, missing, named};
pub(crate) use photos::unsent;

/// How surveys are judged.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Judge {
    pub(crate) lang: Lang,
    pub(crate) measure: Measure,
}

#[derive(Debug, Clone, Copy, Default, clap::ValueEnum)]
pub(crate) enum Lang {
    #[default]
    En,
    Vi,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Measure {
    #[default]
    Lenient,
    /// What is outside the profile is an error.
    Strict,
}

pub(super) fn all(texts: &BTreeMap<&str, &str>, site: Option<&Site>, judge: Judge) -> Vec<Found> {
    let surveys = texts.iter().filter(|(path, _)| path.starts_with("surveys/"));
    let mut found = Vec::new();
    for (path, text) in surveys {
        if is_test(path) {
            let survey = texts.get(survey_of(path).as_str());
            found.extend(named(path, survey.map_or_else(|| vec![lone()], |survey| tests::run(survey, text))));
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

/// What is doubtful in one survey: of the whole profile, and of one for the small page what that reads strictly.
pub(crate) fn one(text: &str, judge: Judge) -> Vec<Mistake> {
    let findings = inspect(text);
    let unread = |finding: &Finding| matches!(finding.code, Code::NotJson | Code::TooLarge | Code::TooDeep);
    let mut all: Vec<Mistake> = findings.iter().map(|finding| mistake(finding, judge)).collect();
    if findings.iter().any(unread) {
        return all;
    }
    let paths: BTreeSet<String> = all.iter().map(|mistake| mistake.path.clone()).collect();
    let gate: Vec<Mistake> = lint::mistakes(text).into_iter().filter(Mistake::is_error).collect();
    // What only the full page runs, the small page's reader takes for mistakes.
    let beyond = |mistake: &Mistake| mistake.code == "not-run" || mistake.path.ends_with(".inputType");
    if !gate.iter().any(beyond) {
        all.extend(gate.into_iter().filter(|mistake| !paths.contains(&mistake.path)));
    }
    all.extend(locked::check(text, judge.lang));
    all
}

/// Why a survey cannot be run: the gravest mistake in it, with the file's name.
pub(crate) fn refusal(name: &str, text: &str) -> anyhow::Error {
    let gravest = one(text, Judge::default()).into_iter().find(Mistake::is_error);
    let gravest =
        gravest.map_or_else(|| "no survey that can be run".to_owned(), |mistake| mistake.to_string());
    anyhow::anyhow!("{name}: {gravest}; `mot-cua check {name}` says all that is wrong")
}

fn mistake(finding: &Finding, judge: Judge) -> Mistake {
    let (found, fix) = words::of(finding, judge.lang);
    let outside = matches!(finding.code, Code::OutsideType | Code::OutsideProperty);
    let strict = outside && judge.measure == Measure::Strict;
    if finding.gravity() == Gravity::Error || strict {
        Mistake::error(finding.code.as_str(), finding.path.clone(), found, fix)
    } else {
        Mistake::warning(finding.code.as_str(), finding.path.clone(), found, fix)
    }
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
    Ok(tests::run(&survey, text))
}

fn lone() -> Mistake {
    Mistake::error("lone-test", "", "no survey of that name", "quick.test.json beside quick.json")
}

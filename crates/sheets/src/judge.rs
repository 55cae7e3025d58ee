//! What designers are told about a survey, in words: by the command line and by the workbench alike.
//!
//! The engine's linter yields codes; the words for them, and whether a core that is shared by many wards is whole, are here.

mod locked;
mod sheet;
mod state;
mod trial;
mod words;

use std::collections::BTreeSet;

use mot_cua_contract::Mistake;
use mot_cua_survey::lint;
use mot_cua_survey::lint::inspect::{Code, Finding, Gravity, inspect};

use crate::xlsform::Lang;
pub use sheet::{Sheet, told};
pub use state::state;
pub use trial::trial;

/// How surveys are judged.
#[derive(Debug, Clone, Copy, Default)]
pub struct Judge {
    pub lang: Lang,
    pub measure: Measure,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    #[default]
    Lenient,
    /// What is outside the profile is an error.
    Strict,
}

/// What is doubtful in one survey: of the whole profile, and of one for the small page what that reads strictly.
pub fn one(text: &str, judge: Judge) -> Vec<Mistake> {
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

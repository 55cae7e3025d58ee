//! A survey in a sheet, for all that read a site.

use super::{Judge, Measure, one};
use crate::xlsform::{self, Finding, Gravity, Kind, Survey};
use mot_cua_contract::Mistake;

/// What a sheet says, or why it says nothing.
#[derive(Debug)]
pub struct Sheet {
    read: Result<Survey, Vec<Finding>>,
}

impl Sheet {
    pub fn read(kind: Kind, bytes: &[u8]) -> Self {
        Self { read: xlsform::read(kind, bytes) }
    }

    /// The definition as it is served: its bytes are what the version is the hash of. `None`: the sheet has errors.
    pub fn json(&self) -> Option<String> {
        let survey = self.read.as_ref().ok()?;
        Some(serde_json::to_string_pretty(&survey.json).unwrap_or_default() + "\n")
    }

    /// What is wrong or doubtful in the sheet itself.
    pub fn mistakes(&self, judge: Judge) -> Vec<Mistake> {
        told(self.read.as_ref().map_or_else(|findings| findings, |survey| &survey.findings), judge)
    }

    /// That, and what is doubtful in the definition.
    pub fn all(&self, judge: Judge) -> Vec<Mistake> {
        let definition = self.json().map(|text| one(&text, judge)).unwrap_or_default();
        self.mistakes(judge)
            .into_iter()
            .chain(definition.into_iter().map(|mistake| self.placed(mistake)))
            .collect()
    }

    /// A mistake in the definition, at the row that it comes from.
    pub fn placed(&self, mut mistake: Mistake) -> Mistake {
        if let Some(place) = self.read.as_ref().ok().and_then(|survey| survey.place(&mistake.path)) {
            let member = mistake.path.rsplit_once('.').map_or("", |(_, member)| member);
            mistake.path = if member.contains('[') { place.to_string() } else { format!("{place} {member}") };
        }
        mistake
    }
}

/// Findings as mistakes, in the language that is asked for.
pub fn told(findings: &[Finding], judge: Judge) -> Vec<Mistake> {
    let each = |finding: &Finding| {
        let said = finding.said(judge.lang);
        let (code, place) = (finding.code.as_str(), finding.place.to_string());
        match finding.gravity() {
            Gravity::Error => Mistake::error(code, place, said.found, said.fix),
            Gravity::Outside if judge.measure == Measure::Strict => {
                Mistake::error(code, place, said.found, said.fix)
            }
            Gravity::Outside | Gravity::Warning => Mistake::warning(code, place, said.found, said.fix),
        }
    };
    findings.iter().map(each).collect()
}

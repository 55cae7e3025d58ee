//! What was seen, and what to do about it.

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Level {
    #[serde(rename = "ok")]
    Fine,
    /// It works, but somebody should know.
    Warning,
    /// An answer would be lost, doubled or revealed.
    Failure,
}

/// One line of the report.
#[derive(Debug, Serialize)]
pub(super) struct Finding {
    check: &'static str,
    pub(super) level: Level,
    found: String,
    /// Names the member of site.json where it is one. `None`: nothing is to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<String>,
}

impl Finding {
    pub(super) fn new(check: &'static str, level: Level, found: impl Into<String>) -> Self {
        Self { check, level, found: found.into(), fix: None }
    }

    pub(super) fn fix(mut self, fix: impl Into<String>) -> Self {
        self.fix = Some(fix.into());
        self
    }

    pub(super) fn line(&self) -> String {
        let sign = match self.level {
            Level::Fine => "ok     ",
            Level::Warning => "warning",
            Level::Failure => "FAILED ",
        };
        let fix =
            self.fix.as_ref().map_or_else(String::new, |fix| format!("\n                    fix: {fix}"));
        format!("{sign} {:<11} {}{fix}", self.check, self.found)
    }
}

/// In the order of the checks.
#[derive(Debug, Default)]
pub(super) struct Findings(Vec<Finding>);

impl Findings {
    /// The same thing is said once.
    pub(super) fn add(&mut self, finding: Finding) {
        if !self.0.iter().any(|known| known.check == finding.check && known.found == finding.found) {
            self.0.push(finding);
        }
    }

    pub(super) fn fine(&mut self, check: &'static str, found: impl Into<String>) {
        self.add(Finding::new(check, Level::Fine, found));
    }

    pub(super) fn fail(&mut self, check: &'static str, found: impl Into<String>, fix: impl Into<String>) {
        self.add(Finding::new(check, Level::Failure, found).fix(fix));
    }

    pub(super) fn warn(&mut self, check: &'static str, found: impl Into<String>, fix: impl Into<String>) {
        self.add(Finding::new(check, Level::Warning, found).fix(fix));
    }

    pub(super) fn failed(&self) -> bool {
        self.0.iter().any(|finding| finding.level == Level::Failure)
    }

    pub(super) fn all(&self) -> &[Finding] {
        &self.0
    }
}

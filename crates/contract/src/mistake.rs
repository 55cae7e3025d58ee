//! What is wrong in a file that a person wrote: where, what was found, what was expected.

use std::fmt;

use serde::Serialize;

/// How much a [`Mistake`] matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It works, but probably not as meant.
    Warning,
    /// It cannot be used as it is.
    Error,
}

/// One thing to mend. `Display` builds the sentence; the file's name is added by whoever read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mistake {
    pub severity: Severity,
    /// Stable kebab-case code, e.g. `unknown-counter`.
    pub code: &'static str,
    /// Path inside the file, e.g. `units[0].counters[2].id`; empty for the whole file.
    pub path: String,
    /// What stands there, shortened.
    pub found: String,
    /// What would be right.
    pub expected: String,
}

impl Mistake {
    pub fn error(
        code: &'static str,
        path: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            path: path.into(),
            found: shorten(&found.into()),
            expected: expected.into(),
        }
    }

    pub fn warning(
        code: &'static str,
        path: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, path, found, expected) }
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = if self.path.is_empty() { "(whole file)" } else { &self.path };
        write!(f, "{path}: found {}, expected {} [{}]", self.found, self.expected, self.code)
    }
}

/// At most 80 characters: a hostile file must not flood a terminal.
fn shorten(text: &str) -> String {
    const MOST: usize = 80;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(MOST).collect();
    short.push('…');
    short
}

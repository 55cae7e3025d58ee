//! What designers are told: on the terminal as lines, on their pages as JSON.

use std::io::Write;

use mot_cua_contract::Mistake;
use serde::Serialize;

/// After each change of a file.
#[derive(Debug, Clone, Serialize)]
pub(super) struct News {
    /// Which site is served; another one than a page was made of opens that page again.
    pub(super) made: String,
    /// Errors first.
    pub(super) told: Vec<Told>,
}

#[derive(Debug, Clone, Serialize)]
pub(super) struct Told {
    grade: Grade,
    file: String,
    path: String,
    found: String,
    expected: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Grade {
    Error,
    Warning,
}

/// A terminal that is gone is no reason not to serve.
pub(super) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// A page with hundreds of lines helps no one; the terminal has them all.
const MOST: usize = 20;

impl Told {
    pub(super) fn of(file: &str, mistake: &Mistake) -> Self {
        Self {
            grade: if mistake.is_error() { Grade::Error } else { Grade::Warning },
            file: file.to_owned(),
            path: mistake.path.clone(),
            found: mistake.found.clone(),
            expected: mistake.expected.clone(),
        }
    }

    /// Of what has no parts.
    pub(super) fn line(found: String) -> Self {
        Self { grade: Grade::Error, file: String::new(), path: String::new(), found, expected: String::new() }
    }

    pub(super) fn is_error(&self) -> bool {
        self.grade == Grade::Error
    }

    fn text(&self) -> String {
        let grade = if self.is_error() { "error" } else { "warning" };
        let parts = [&self.file, &self.path, &self.found].into_iter().filter(|part| !part.is_empty());
        let text = parts.fold(grade.to_owned(), |text, part| text + ": " + part);
        if self.expected.is_empty() { text } else { text + ", expected " + &self.expected }
    }
}

impl News {
    pub(super) fn print(&self) {
        for told in &self.told {
            say(&told.text());
        }
        let errors = self.told.iter().filter(|told| told.is_error()).count();
        if errors > 0 {
            say(&format!("{errors} errors: the last site without them stays up until they are mended"));
        }
    }

    /// One line of JSON, for a page.
    pub(super) fn json(&self) -> String {
        let told: Vec<Told> = self.told.iter().take(MOST).cloned().collect();
        serde_json::to_string(&Self { made: self.made.clone(), told }).unwrap_or_default()
    }
}

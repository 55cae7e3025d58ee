//! All that is wrong in a site, told at once.

use std::fmt;

use mot_cua_contract::Mistake;

/// Mistakes with the files they are in. `Display` gives a line each.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    found: Vec<(String, Mistake)>,
}

impl Problems {
    pub(crate) fn add(&mut self, file: &str, mistake: Mistake) {
        self.found.push((file.to_owned(), mistake));
    }

    pub(crate) fn all(&mut self, file: &str, mistakes: Vec<Mistake>) {
        self.found.extend(mistakes.into_iter().map(|mistake| (file.to_owned(), mistake)));
    }

    /// Errors only; a site with warnings works.
    pub(crate) fn is_fatal(&self) -> bool {
        self.found.iter().any(|(_, mistake)| mistake.is_error())
    }

    /// A line each.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        self.found.iter().map(|(file, mistake)| {
            let grade = if mistake.is_error() { "error" } else { "warning" };
            format!("{grade}: {file}: {mistake}")
        })
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in self.lines() {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

//! The definitions that answers were given to: every version that was ever served.

use std::collections::HashSet;

use mot_cua_survey::{Definition, Question};

/// One version of one survey.
#[derive(Debug)]
pub(crate) struct Version {
    /// `sha256:…` of the definition's bytes.
    pub(crate) version: String,
    pub(crate) survey: String,
    pub(crate) definition: Definition,
}

/// All versions, in the order in which they were given.
#[derive(Debug, Default)]
pub struct Archive {
    versions: Vec<Version>,
    names: HashSet<String>,
}

impl Archive {
    /// From (version, survey, JSON). What is no definition for this program is left out: its answers have no columns of their own.
    pub fn of(all: impl IntoIterator<Item = (String, String, String)>) -> Self {
        let parsed = all.into_iter().filter_map(|(version, survey, text)| {
            Some(Version { version, survey, definition: Definition::parse(&text)? })
        });
        let versions: Vec<Version> = parsed.collect();
        let questions = versions.iter().flat_map(|version| version.definition.questions());
        let names = questions.map(|question| question.name.clone()).collect();
        Self { versions, names }
    }

    /// Whether some version asks a question of that name.
    pub(crate) fn asks(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The versions of the surveys that `of` says yes to.
    pub(crate) fn versions(&self, of: impl Fn(&str) -> bool) -> impl Iterator<Item = &Version> {
        self.versions.iter().filter(move |version| of(&version.survey))
    }
}

impl Version {
    pub(crate) fn questions(&self) -> impl Iterator<Item = &Question> {
        self.definition.questions()
    }
}

//! What the citizen did and what the screen said: the promises that are checked.

use std::collections::BTreeMap;

#[derive(Default)]
pub(crate) struct Book {
    pub(crate) stories: BTreeMap<String, Story>,
}

/// One answer as its owner knows it. Each change has the next number.
#[derive(Default, Clone)]
pub(crate) struct Story {
    pub(crate) last: u64,
    /// Highest number of which the screen said that it is kept or sent.
    pub(crate) promised: u64,
    /// The tab that made the last change.
    pub(crate) tab: u64,
    pub(crate) deletion: Deletion,
}

#[derive(Default, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Deletion {
    #[default]
    No,
    Asked,
    /// The screen said that it is done.
    Told,
}

impl Book {
    pub(crate) fn story(&mut self, id: &str) -> &mut Story {
        self.stories.entry(id.to_owned()).or_default()
    }
}

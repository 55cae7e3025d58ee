//! What was said of each answer last.

use crate::keeping::Keeping;

/// Answer's id → what was said of it. A list: a phone holds a handful of answers, and a map's code weighs 3 KB in the page.
#[derive(Debug, Default)]
pub(crate) struct Told(Vec<(String, Keeping)>);

impl Told {
    pub(crate) fn all(&self) -> &[(String, Keeping)] {
        &self.0
    }

    /// `None`: nothing yet.
    pub(crate) fn of(&self, id: &str) -> Option<&Keeping> {
        self.0.iter().find(|(one, _)| one == id).map(|(_, keeping)| keeping)
    }

    pub(crate) fn set(&mut self, id: &str, keeping: Keeping) {
        match self.0.iter_mut().find(|(one, _)| one == id) {
            Some((_, old)) => *old = keeping,
            None => self.0.push((id.to_owned(), keeping)),
        }
    }
}

//! What was said of each answer last.

use crate::keeping::Keeping;

/// Answer's id → what was said of it, by id. A list: a map's code weighs 3 KB in the page.
#[derive(Debug, Default)]
pub(crate) struct Told(Vec<(String, Keeping)>);

impl Told {
    /// `None`: nothing yet.
    pub(crate) fn of(&self, id: &str) -> Option<&Keeping> {
        self.0.get(self.place(id).ok()?).map(|(_, keeping)| keeping)
    }

    /// Whether that is news. `Nothing` is remembered by nothing.
    pub(crate) fn set(&mut self, id: &str, keeping: &Keeping) -> bool {
        match self.place(id) {
            Ok(at) if *keeping == Keeping::Nothing => {
                self.0.remove(at);
            }
            Ok(at) => match self.0.get_mut(at) {
                Some((_, old)) if old != keeping => keeping.clone_into(old),
                _ => return false,
            },
            Err(_) if *keeping == Keeping::Nothing => return false,
            Err(at) => self.0.insert(at, (id.to_owned(), keeping.clone())),
        }
        true
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(id, _)| id)
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}

//! Names, and the numbers that belong to each.

use serde_json::{Map, Value};

/// From a name, in lower case, to numbers in the order in which they were added. Names lead to a place in a list: the page has that
/// kind of map already, another would weigh as much again.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    places: Map<String, Value>,
    lists: Vec<Vec<usize>>,
}

impl Names {
    pub(super) fn of(&self, name: &str) -> &[usize] {
        self.place(name).and_then(|place| self.lists.get(place)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Once, where the same is added twice in a row.
    pub(super) fn add(&mut self, name: &str, number: usize) {
        let place = self.place(name).unwrap_or_else(|| {
            self.places.insert(name.to_owned(), self.lists.len().into());
            self.lists.push(Vec::new());
            self.lists.len() - 1
        });
        if let Some(list) = self.lists.get_mut(place).filter(|list| list.last() != Some(&number)) {
            list.push(number);
        }
    }

    fn place(&self, name: &str) -> Option<usize> {
        usize::try_from(self.places.get(name)?.as_u64()?).ok()
    }
}

/// Into a list in order, once.
#[inline(never)]
pub(super) fn add_name(list: &mut Vec<String>, name: String) {
    if let Err(at) = list.binary_search(&name) {
        list.insert(at, name);
    }
}

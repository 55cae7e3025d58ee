//! The entries in the order of id and revision: a backlog of a thousand is found in, not searched through.

use crate::entry::Entry;
use crate::outbox::{Line, Outbox};
use crate::record::split;

impl Outbox {
    /// Puts it in its place; what stood under the same key gives way. Returns where it is.
    pub(crate) fn insert(&mut self, entry: Entry) -> usize {
        match self.place(&entry.record.id, entry.record.rev) {
            Ok(at) => {
                if let Some(old) = self.entries.get_mut(at) {
                    *old = entry;
                }
                at
            }
            Err(at) => {
                self.entries.insert(at, entry);
                at
            }
        }
    }

    /// Where the record of that key is.
    pub(crate) fn position(&self, key: &str) -> Option<usize> {
        let (id, rev) = split(key)?;
        self.place(id, rev).ok()
    }

    /// Where the highest revision of `id` is that is still here. Deletions are none.
    pub(crate) fn newest_at(&self, id: &str) -> Option<usize> {
        let at = self.entries.partition_point(|e| e.record.id.as_str() <= id).checked_sub(1)?;
        self.entries.get(at)?.is_revision_of(id).then_some(at)
    }

    pub(crate) fn newest(&self, id: &str) -> Option<&Entry> {
        self.entries.get(self.newest_at(id)?)
    }

    /// One entry per answer, the one with the highest revision, by id.
    pub(crate) fn newest_of_each(&self) -> impl Iterator<Item = &Entry> {
        let last = |at: usize, entry: &Entry| {
            self.entries.get(at + 1).is_none_or(|next| !next.is_of(&entry.record.id))
        };
        self.entries.iter().enumerate().filter(move |(at, entry)| last(*at, entry)).map(|(_, entry)| entry)
    }

    pub(crate) fn holds(&self, id: &str) -> bool {
        self.entries.get(self.place(id, 0).unwrap_or_else(|at| at)).is_some_and(|e| e.is_of(id))
    }

    /// Whether an earlier revision of the same answer is still here.
    pub(crate) fn holds_before(&self, entry: &Entry) -> bool {
        let before = self.position_of(entry).and_then(|at| self.entries.get(at.checked_sub(1)?));
        before.is_some_and(|before| before.is_of(&entry.record.id))
    }

    fn position_of(&self, entry: &Entry) -> Option<usize> {
        self.place(&entry.record.id, entry.record.rev).ok()
    }

    /// Whether a change may rewrite this record: no attempt was begun, nor is one being noted.
    pub(crate) fn is_open(&self, entry: &Entry) -> bool {
        entry.is_draft() && !self.is_on_line(entry)
    }

    pub(crate) fn is_on_line(&self, entry: &Entry) -> bool {
        match &self.line {
            Line::Noting { key, .. } | Line::Flying { key } => {
                split(key) == Some((entry.record.id.as_str(), entry.record.rev))
            }
            Line::Idle | Line::Asking => false,
        }
    }

    pub(crate) fn place(&self, id: &str, rev: u32) -> Result<usize, usize> {
        self.entries.binary_search_by(|e| (e.record.id.as_str(), e.record.rev).cmp(&(id, rev)))
    }
}

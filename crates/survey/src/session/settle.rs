//! Runs rules until nothing changes.

use std::ops::Bound;

use super::watch::Rule;
use super::{PASSES, Session};

impl Session {
    /// Runs what is pending, in the order of the document, over and over. What is pending after the last pass is logic in a
    /// circle, which the linter names: it is dropped.
    pub(super) fn settle(&mut self) {
        if self.settling {
            return;
        }
        self.settling = true;
        let mut passes = 0;
        let mut cursor: Bound<Rule> = Bound::Unbounded;
        while passes < PASSES {
            let next = self.pending.range((cursor, Bound::Unbounded)).next().copied();
            match next {
                Some(rule) => {
                    self.pending.remove(&rule);
                    cursor = Bound::Excluded(rule);
                    self.run(rule);
                }
                None if self.pending.is_empty() => break,
                None => {
                    passes += 1;
                    cursor = Bound::Unbounded;
                }
            }
        }
        self.pending.clear();
        self.settling = false;
    }
}

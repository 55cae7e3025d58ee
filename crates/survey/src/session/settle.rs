//! Runs rules until nothing changes.

use super::watch::Rule;
use super::{PASSES, Session};

/// The rules that are still to run, a bit each.
#[derive(Debug, Clone, Default)]
pub(super) struct Pending(Vec<u64>);

const BITS: usize = 64;

impl Pending {
    #[inline(never)]
    pub(super) fn add(&mut self, rule: Rule) {
        let word = rule / BITS;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(word) = self.0.get_mut(word) {
            *word |= 1 << (rule % BITS);
        }
    }

    /// Takes the first one from `rule` on.
    fn take(&mut self, rule: Rule) -> Option<Rule> {
        let mut mask = u64::MAX << (rule % BITS);
        for (at, word) in self.0.iter_mut().enumerate().skip(rule / BITS) {
            let here = *word & mask;
            if here != 0 {
                let bit = here.trailing_zeros();
                *word &= !(1 << bit);
                return Some(at * BITS + bit as usize);
            }
            mask = u64::MAX;
        }
        None
    }
}

impl Session {
    /// Runs what is pending, in the order of the document, over and over. What is pending after the last pass is logic in a
    /// circle, which the linter names: it is dropped.
    pub(super) fn settle(&mut self) {
        if self.settling {
            return;
        }
        self.settling = true;
        for _ in 0..PASSES {
            let mut next = 0;
            while let Some(rule) = self.pending.take(next) {
                next = rule + 1;
                self.run(rule);
            }
        }
        self.pending = Pending::default();
        self.settling = false;
    }
}

//! Leaving the queue: the only place where records are dropped.

use crate::fact::{End, FACTS_KEPT, Fact};
use crate::outbox::{Failed, Leave, Outbox};
use crate::output::Output;
use crate::step::shorten::TOO_LARGE;
use crate::write::Write;

/// What left memory.
#[derive(Default)]
pub(super) struct TakenOut {
    pub(super) keys: Vec<String>,
    pub(super) sources: Vec<String>,
    /// The whole of the last revision, if that was sent without its long texts.
    pub(super) whole: Option<String>,
}

impl Outbox {
    /// The backend has `fact.rev`: it and all earlier revisions of that id leave.
    pub(super) fn settle(&mut self, fact: Fact, sources: Vec<String>) {
        let mut out = self.take_out(&fact.id, 1, fact.rev);
        out.sources.extend(sources);
        self.learn(fact.clone());
        // In the transaction in which its short form leaves: what was written is never nowhere.
        let whole = out.whole.filter(|_| self.newest_at(&fact.id).is_none());
        let keep = whole.and_then(|whole| self.refuse(&whole, TOO_LARGE));
        let forget = self.forget_oldest();
        self.leave(Write::Leave { remove: out.keys, facts: vec![fact], forget, keep }, out.sources);
    }

    /// Removes the records of `id` between two revisions from memory.
    pub(super) fn take_out(&mut self, id: &str, from: u32, to: u32) -> TakenOut {
        let mut out = TakenOut::default();
        let at = self.place(id, from).unwrap_or_else(|at| at);
        while self.entries.get(at).is_some_and(|e| e.is_of(id) && e.record.rev <= to) {
            let entry = self.entries.remove(at);
            out.keys.push(entry.record.key());
            out.sources.extend(entry.source);
            // Of an earlier one it is of no interest: the last says more.
            out.whole = entry.record.whole.filter(|_| entry.record.rev == to);
        }
        out
    }

    /// Facts beyond those that are kept.
    pub(super) fn forget_oldest(&mut self) -> Vec<String> {
        let mut forget = Vec::new();
        while self.facts.len() > FACTS_KEPT {
            let free = |fact: &&Fact| fact.end != End::Deleting && !self.holds(&fact.id);
            let Some(oldest) = self.facts.iter().filter(free).min_by_key(|fact| fact.seq) else { break };
            let id = oldest.id.clone();
            self.facts.retain(|fact| fact.id != id);
            forget.push(id);
        }
        forget
    }

    /// What is kept by that write has its ticket.
    pub(super) fn leave(&mut self, write: Write, sources: Vec<String>) {
        let ticket = self.ticket();
        self.out.push(Output::Store { ticket, write: write.clone() });
        if let Write::Leave { keep: Some(record), .. } = &write
            && let Some(entry) = self.position(&record.key()).and_then(|at| self.entries.get_mut(at))
        {
            entry.ticket = ticket;
        }
        self.leaves.push(Leave { ticket, write, sources, failed: Failed::No });
    }

    /// The same once more, with what is true by now.
    pub(super) fn leave_again(&mut self, at: usize) {
        let ticket = self.ticket();
        let (facts, entries) = (&self.facts, &mut self.entries);
        let Some(leave) = self.leaves.get_mut(at) else { return };
        if let Write::Leave { facts: told, forget, keep, .. } = &mut leave.write {
            for fact in told.iter_mut() {
                if let Some(known) = facts.iter().find(|known| known.id == fact.id) {
                    *fact = known.clone();
                }
            }
            forget.retain(|id| !facts.iter().any(|known| known.id == *id));
            if let Some(record) = keep {
                match entries.iter_mut().find(|e| e.record.rev == record.rev && e.is_of(&record.id)) {
                    Some(entry) => {
                        *record = entry.record.clone();
                        entry.ticket = ticket;
                    }
                    None => *keep = None,
                }
            }
        }
        leave.ticket = ticket;
        leave.failed = Failed::No;
        self.out.push(Output::Store { ticket, write: leave.write.clone() });
    }

    /// It is durable.
    pub(super) fn left(&mut self, ticket: u64) {
        let Some(at) = self.leaves.iter().position(|leave| leave.ticket == ticket) else { return };
        for source in self.leaves.swap_remove(at).sources {
            self.out.push(Output::Imported { source });
        }
    }

    /// A deletion that storage has not confirmed.
    pub(super) fn is_deleting(&self, id: &str) -> bool {
        self.leaves.iter().any(|leave| match &leave.write {
            Write::Leave { facts, .. } => facts.iter().any(|fact| fact.id == id && fact.end != End::Sent),
            _ => false,
        })
    }

    pub(super) fn is_leaving(&self, key: &str) -> bool {
        self.leaves.iter().any(|leave| match &leave.write {
            Write::Leave { remove, .. } => remove.iter().any(|removed| removed == key),
            _ => false,
        })
    }
}

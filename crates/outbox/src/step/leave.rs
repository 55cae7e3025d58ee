//! Leaving the queue: the only place where records are dropped.

use crate::fact::{End, FACTS_KEPT, Fact};
use crate::outbox::{Failed, Leave, Outbox};
use crate::output::Output;
use crate::write::Write;

impl Outbox {
    /// The backend has `fact.rev`: it and all earlier revisions of that id leave.
    pub(super) fn settle(&mut self, fact: Fact, mut sources: Vec<String>) {
        let mut remove = Vec::new();
        self.entries.retain_mut(|entry| {
            if !entry.is_revision_of(&fact.id) || entry.record.rev > fact.rev {
                return true;
            }
            remove.push(entry.record.key());
            sources.extend(entry.source.take());
            false
        });
        self.learn(fact.clone());
        let forget = self.forget_oldest();
        self.leave(Write::Leave { remove, facts: vec![fact], forget, keep: None }, sources);
    }

    /// Facts beyond those that are kept.
    pub(super) fn forget_oldest(&mut self) -> Vec<String> {
        let mut forget = Vec::new();
        while self.facts.len() > FACTS_KEPT {
            let free =
                |fact: &&Fact| fact.end != End::Deleting && !self.entries.iter().any(|e| e.is_of(&fact.id));
            let Some(oldest) = self.facts.iter().filter(free).min_by_key(|fact| fact.seq) else { break };
            let id = oldest.id.clone();
            self.facts.retain(|fact| fact.id != id);
            forget.push(id);
        }
        forget
    }

    /// Returns the write's ticket.
    pub(super) fn leave(&mut self, write: Write, sources: Vec<String>) -> u64 {
        let ticket = self.ticket();
        self.out.push(Output::Store { ticket, write: write.clone() });
        self.leaves.push(Leave { ticket, write, sources, failed: Failed::No });
        ticket
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
                match entries.iter_mut().find(|e| e.record.id == record.id && e.record.rev == record.rev) {
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
            Write::Keep(_) => false,
        })
    }

    pub(super) fn is_leaving(&self, key: &str) -> bool {
        self.leaves.iter().any(|leave| match &leave.write {
            Write::Leave { remove, .. } => remove.iter().any(|removed| removed == key),
            Write::Keep(_) => false,
        })
    }
}

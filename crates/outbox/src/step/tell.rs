//! What the citizen may be told, and when to come back.

use mot_cua_contract::receipt::receipt;

use crate::entry::{Disk, Entry};
use crate::fact::{End, Fact};
use crate::input::Durability;
use crate::keeping::Keeping;
use crate::outbox::{Line, Outbox, Plan};
use crate::output::Output;
use crate::record::Phase;
use crate::told::Told;

impl Outbox {
    /// Tells what changed since it was last told.
    pub(super) fn tell(&mut self) {
        let mut truth = Told::default();
        for fact in &self.facts {
            truth.set(&fact.id, self.of_fact(fact));
        }
        for entry in self.newest_of_each() {
            truth.set(&entry.record.id, self.of_entry(entry));
        }
        for (id, _) in self.told.all() {
            if truth.of(id).is_none() {
                self.out.push(Output::Tell { id: id.clone(), keeping: Keeping::Nothing });
            }
        }
        for (id, keeping) in truth.all() {
            if self.told.of(id) != Some(keeping) {
                self.out.push(Output::Tell { id: id.clone(), keeping: keeping.clone() });
            }
        }
        self.told = truth;
    }

    pub(super) fn say(&mut self, id: String, keeping: Keeping) {
        if self.told.of(&id) != Some(&keeping) {
            self.told.set(&id, keeping.clone());
            self.out.push(Output::Tell { id, keeping });
        }
    }

    fn of_entry(&self, entry: &Entry) -> Keeping {
        let trouble = self.backoff.trouble;
        if let Phase::Refused { status, field } = &entry.record.phase {
            return Keeping::Refused { status: *status, field: field.clone() };
        }
        if entry.record.rev == 0 {
            return Keeping::Deleting { trouble };
        }
        match (entry.disk, self.durability) {
            (Disk::Writing, _) => Keeping::Saving,
            (Disk::Failed, _) | (Disk::Held, Durability::Volatile) => Keeping::Unkept { trouble },
            (Disk::Held, Durability::Durable) if self.is_flying(entry) => Keeping::Sending,
            (Disk::Held, Durability::Durable) => Keeping::Kept { trouble },
        }
    }

    fn is_flying(&self, entry: &Entry) -> bool {
        matches!(self.line, Line::Flying { .. }) && self.is_on_line(entry)
    }

    /// Asks to be woken when the next thing becomes possible by itself.
    pub(super) fn say_when(&mut self) {
        let at_least = self.backoff.ready_at().max(self.denied_until);
        let until = match self.line {
            Line::Idle => {
                self.entries.iter().filter_map(Entry::ready_at).map(|time| time.max(at_least)).min()
            }
            // The end of what is under way comes first.
            _ => None,
        };
        let plan = until.map_or(Plan::Never, Plan::At);
        if self.plan != plan {
            self.plan = plan;
            self.out.push(Output::Wait { until });
        }
    }

    fn of_fact(&self, fact: &Fact) -> Keeping {
        match fact.end {
            End::Sent => Keeping::Sent { at_ms: fact.at_ms, receipt: receipt(&fact.id).unwrap_or_default() },
            // What is deleted only in memory comes back when the page dies.
            _ if self.is_deleting(&fact.id) => Keeping::Deleting { trouble: None },
            End::Deleting => Keeping::Deleting { trouble: self.backoff.trouble },
            End::Deleted => Keeping::Deleted,
            End::Forgotten => Keeping::Forgotten,
        }
    }
}

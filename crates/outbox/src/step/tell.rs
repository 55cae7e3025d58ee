//! What the citizen may be told, and when to come back.

use mot_cua_contract::receipt::receipt;

use crate::entry::{Disk, Entry};
use crate::fact::{End, Fact};
use crate::input::Durability;
use crate::keeping::Keeping;
use crate::outbox::{Line, Outbox, Plan};
use crate::output::Output;
use crate::record::Phase;
use crate::step::shorten::TOO_LARGE;

impl Outbox {
    /// Tells what changed since it was last told.
    pub(super) fn tell(&mut self) {
        let mut news = Vec::new();
        let mut compare = |id: &str, keeping: Keeping| {
            if self.told.of(id) != Some(&keeping) {
                news.push((id.to_owned(), keeping));
            }
        };
        for entry in self.newest_of_each() {
            compare(&entry.record.id, self.of_entry(entry));
        }
        for fact in self.facts.iter().filter(|fact| !self.holds(&fact.id)) {
            compare(&fact.id, self.of_fact(fact));
        }
        for id in self.told.ids().filter(|id| !self.holds(id) && self.fact(id).is_none()) {
            compare(id, Keeping::Nothing);
        }
        for (id, keeping) in news {
            self.say(id, keeping);
        }
    }

    /// `Nothing` forgets it.
    pub(super) fn say(&mut self, id: String, keeping: Keeping) {
        if self.told.set(&id, &keeping) {
            self.out.push(Output::Tell { id, keeping });
        }
    }

    fn of_entry(&self, entry: &Entry) -> Keeping {
        let trouble = self.backoff.trouble;
        if let Phase::Refused { status, field } = &entry.record.phase {
            let short =
                *status == TOO_LARGE && !self.holds_before(entry) && self.fact(&entry.record.id).is_some();
            return match (entry.disk, self.durability) {
                (Disk::Held, Durability::Durable) if short => Keeping::Shortened,
                _ if short => Keeping::Unkept { trouble },
                _ => Keeping::Refused { status: *status, field: field.clone() },
            };
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
        let mut until: Option<u64> = None;
        // The end of what is under way comes first.
        if self.line == Line::Idle {
            self.each_to_send(|_, _, time| {
                let time = time.max(at_least);
                until = Some(until.map_or(time, |until| until.min(time)));
            });
        }
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

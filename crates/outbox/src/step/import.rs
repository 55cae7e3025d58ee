//! What the page's first script left behind.

use mot_cua_contract::adapter::Revisions;

use crate::entry::{Disk, Due};
use crate::fact::{End, Fact};
use crate::input::{Durability, Taken};
use crate::outbox::Outbox;
use crate::output::Output;
use crate::record::{Phase, Record, key, parse};

impl Outbox {
    pub(super) fn import(&mut self, source: String, bytes: String, how: Taken) {
        let Some(answer) = parse(&bytes) else { return self.set_aside(source, bytes) };
        let sent = self.fact(&answer.id).map(|fact| (fact.end, fact.rev));
        match (how, sent) {
            (_, Some((End::Deleting | End::Deleted | End::Forgotten, _))) => self.imported(source),
            (Taken::Acked, Some((End::Sent, rev))) if rev >= answer.rev => self.imported(source),
            (Taken::Acked, _) => {
                let seq = self.seq();
                let fact = Fact { id: answer.id, rev: answer.rev, seq, at_ms: self.now.wall, end: End::Sent };
                self.settle(fact, vec![source]);
            }
            // Superseded.
            (Taken::Waiting, Some((End::Sent, rev))) if rev > answer.rev => self.imported(source),
            (Taken::Waiting, _) => self.import_waiting(source, bytes, &answer.id, answer.rev),
        }
    }

    /// Nothing is left to be done with what stands there.
    pub(super) fn imported(&mut self, source: String) {
        self.out.push(Output::Imported { source });
    }

    fn import_waiting(&mut self, source: String, bytes: String, id: &str, rev: u32) {
        let settled = self.fact(id).is_some_and(|fact| fact.rev >= rev);
        let at = self.position(&key(id, rev));
        let found = at.and_then(|at| self.entries.get_mut(at));
        if let Some(entry) = found
            && entry.record.bytes == bytes
        {
            if entry.disk == Disk::Held && self.durability == Durability::Durable {
                self.imported(source);
            } else {
                entry.source = Some(source);
            }
        } else if at.is_none() && !settled {
            // It may have been sent: frozen. Only in mode `final` the first script never sends.
            let (phase, due) = match self.revisions {
                Revisions::Final => (Phase::Draft, Due::Done),
                Revisions::Append | Revisions::Replace => (Phase::Frozen, Due::Now),
            };
            let record = Record { id: id.to_owned(), rev, bytes, phase, ..Record::default() };
            self.enter(record, due, Some(source));
        } else if settled && (self.highest(id) > rev || self.revisions == Revisions::Final) {
            self.imported(source);
        } else if self.highest(id) > rev || self.revisions == Revisions::Final {
            // Another text under a number that is no longer the newest, or of an answer that has only one: nobody can say
            // which is meant.
            self.set_aside(source, bytes);
        } else if let Some(answer) = parse(&bytes) {
            // A tap came between our reading the last page's bytes and this page's script: it is the later word.
            self.open(answer, Due::Now, Some(source));
        }
    }
}

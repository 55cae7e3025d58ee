//! Writing, and what storage said of it.

use mot_cua_contract::adapter::Revisions;

use crate::entry::{Disk, Due, Owner};
use crate::fact::End;
use crate::input::Durability;
use crate::outbox::{Failed, Line, Outbox};
use crate::output::{Output, Pace};
use crate::record::parse;
use crate::step::load::adopted;
use crate::write::{Found, Write};

/// How long another page's draft waits when storage would not freeze it (ms).
const FOREIGN: u64 = 30_000;

impl Outbox {
    pub(super) fn ticket(&mut self) -> u64 {
        let ticket = self.next_ticket;
        self.next_ticket = ticket.saturating_add(1);
        ticket
    }

    /// Writes the record as it is.
    pub(super) fn keep(&mut self, at: usize) {
        let ticket = self.ticket();
        let Some(entry) = self.entries.get_mut(at) else { return };
        entry.ticket = ticket;
        self.out.push(Output::Store { ticket, write: Write::Keep(entry.record.clone()) });
    }

    pub(super) fn stored(&mut self, ticket: u64) {
        self.left(ticket);
        if let Some(entry) = self.entries.iter_mut().find(|e| e.ticket == ticket) {
            entry.disk = Disk::Held;
            entry.owner = Owner::Ours;
            if self.durability == Durability::Durable
                && let Some(source) = entry.source.take()
            {
                self.out.push(Output::Imported { source });
            }
        }
        self.noted(ticket);
    }

    pub(super) fn store_failed(&mut self, ticket: u64) {
        for leave in self.leaves.iter_mut().filter(|leave| leave.ticket == ticket) {
            leave.failed = Failed::Yes;
        }
        // With `Held`, storage has these bytes from an earlier write.
        let failed = self.entries.iter().position(|e| e.ticket == ticket && e.disk == Disk::Writing);
        if let Some(entry) = failed.and_then(|at| self.entries.get_mut(at)) {
            entry.disk = Disk::Failed;
        }
        if let Some(at) = failed {
            self.renumber(at);
        }
        // Storage is broken: better sent unkept than not at all; but what is safe there, and perhaps being rewritten, waits.
        let foreign = self.entries.iter_mut().find(|e| e.ticket == ticket && e.owner == Owner::Perhaps);
        if let Some(entry) = foreign {
            entry.due = Due::At(self.now.mono.saturating_add(FOREIGN));
            self.unnoted(ticket);
        } else {
            self.noted(ticket);
        }
    }

    /// Storage may hold an older text of this draft, which would be sent under the same number after a restart. So the
    /// newer text takes the next number. Not in mode `final`, where two numbers would be counted as two answers: there the
    /// backend has the text that came first.
    fn renumber(&mut self, at: usize) {
        let Some(entry) = self.entries.get(at) else { return };
        if entry.record.edit < 2 || !self.is_open(entry) || self.revisions == Revisions::Final {
            return;
        }
        let entry = self.entries.remove(at);
        if let Some(answer) = entry.record.answer() {
            let rev = entry.record.rev.saturating_add(1);
            self.open_as(answer, rev, entry.due, entry.source);
        }
    }

    /// The attempt is written down, or cannot be: send.
    fn noted(&mut self, ticket: u64) {
        if let Line::Noting { key, ticket: awaited } = &self.line
            && *awaited == ticket
        {
            let key = key.clone();
            self.fly(key, Pace::Calm);
        }
    }

    /// The attempt is not made.
    fn unnoted(&mut self, ticket: u64) {
        if matches!(&self.line, Line::Noting { ticket: awaited, .. } if *awaited == ticket) {
            self.line = Line::Idle;
            self.release();
        }
    }

    /// Another tab was first. Its text stands under our key, or has left already; what only we know opens a new revision.
    pub(super) fn stale(&mut self, ticket: u64, found: Found) {
        self.unnoted(ticket);
        let Some(at) = self.entries.iter().position(|e| e.ticket == ticket) else { return };
        let ours = self.entries.remove(at);
        // What was too large for the backend is not there either.
        let unheard = ours.record.whole.is_some() && ours.disk != Disk::Held;
        let (mut mine, mut other) = (ours.is_draft() || unheard, true);
        match found {
            Found::Gone(fact) => {
                // A later number than ours carries what ours did.
                mine &= fact.end == End::Sent && fact.rev == ours.record.rev;
                self.learn(fact);
            }
            Found::Other(theirs) => {
                other = theirs.all() != ours.record.all();
                mine &= other;
                self.insert(adopted(theirs));
            }
        }
        // With `final` the text that came first is the answer. A later one that storage never had stays visible here.
        let late = ours.is_unwritten_change() && other;
        if self.revisions == Revisions::Final && late && !self.is_deleted(&ours.record.id) {
            self.came_late(ours.record.all());
        }
        let newer = self.newest(&ours.record.id).is_some_and(|e| e.record.rev > ours.record.rev);
        if mine
            && !newer
            && let Some(answer) = parse(ours.record.all())
        {
            self.change_again(answer, ours.due);
        }
        if let Some(source) = ours.source {
            self.out.push(Output::Imported { source });
        }
    }

    fn change_again(&mut self, answer: mot_cua_contract::Answer, due: Due) {
        if self.changes(&answer.id) == crate::keeping::Changes::Open {
            self.open(answer, due, None);
        }
    }
}

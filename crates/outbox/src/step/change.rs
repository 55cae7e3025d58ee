//! The citizen answered something.

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::Revisions;

use crate::backoff::Backoff;
use crate::entry::{Disk, Due, Entry, Owner};
use crate::input::When;
use crate::keeping::Changes;
use crate::outbox::{Outbox, Page};
use crate::record::{Phase, Record, parse, same_content};

/// A change is sent so long after the last one (ms).
const IDLE: u64 = 2_000;

impl Outbox {
    pub(super) fn change(&mut self, mut answer: Answer, when: When) {
        if self.changes(&answer.id) == Changes::Closed {
            return;
        }
        let due = self.due(&answer, when);
        let newest = self.newest_at(&answer.id).and_then(|at| Some((at, self.entries.get(at)?)));
        if let Some((at, entry)) = newest {
            let same = parse(entry.record.all()).is_some_and(|old| same_content(&old, &answer));
            match (self.is_open(entry), same) {
                (true, false) => {
                    answer.rev = entry.record.rev;
                    self.rewrite(at, &answer, due);
                }
                (true, true) => self.hurry(at, due),
                (false, false) => self.open(answer, due, None),
                (false, true) => {}
            }
        } else {
            self.open(answer, due, None);
        }
        if due == Due::Now {
            self.hope(Backoff::hint);
        }
    }

    fn due(&self, answer: &Answer, when: When) -> Due {
        if answer.complete || self.page == Page::Leaving {
            return Due::Now;
        }
        match (self.revisions, when) {
            (Revisions::Final, _) => Due::Done,
            (_, When::Now) => Due::Now,
            (_, When::Idle) => Due::At(self.now.mono.saturating_add(IDLE)),
        }
    }

    fn rewrite(&mut self, at: usize, answer: &Answer, due: Due) {
        let bytes = answer.to_json();
        if let Some(entry) = self.entries.get_mut(at) {
            entry.record.bytes = bytes;
            entry.record.whole = None;
            entry.record.edit = entry.record.edit.saturating_add(1);
            entry.disk = Disk::Writing;
        }
        self.hurry(at, due);
        self.close(at);
        self.keep(at);
    }

    /// In mode `final` an answer that is due takes no more changes, though there may be no network yet.
    fn close(&mut self, at: usize) {
        if let Some(entry) = self.entries.get_mut(at)
            && self.revisions == Revisions::Final
            && entry.due == Due::Now
            && entry.is_draft()
        {
            entry.record.phase = Phase::Frozen;
        }
    }

    /// The later change sets the time, but nothing that was to go at once waits again.
    fn hurry(&mut self, at: usize, due: Due) {
        if let Some(entry) = self.entries.get_mut(at)
            && entry.due != Due::Now
        {
            entry.due = due;
        }
    }

    /// Begins the next revision. The answer's own number is a lower bound: storage may have lost what the tab remembers.
    pub(super) fn open(&mut self, answer: Answer, due: Due, source: Option<String>) {
        let rev = self.highest(&answer.id).saturating_add(1).max(answer.rev);
        self.open_as(answer, rev, due, source);
    }

    pub(super) fn open_as(&mut self, mut answer: Answer, rev: u32, due: Due, source: Option<String>) {
        answer.rev = rev;
        let bytes = answer.to_json();
        let record = Record { id: answer.id, rev, bytes, ..Record::default() };
        self.enter(record, due, source);
    }

    /// A new record: into memory and to storage.
    pub(super) fn enter(&mut self, mut record: Record, due: Due, source: Option<String>) {
        (record.seq, record.edit) = (self.seq(), 1);
        let at =
            self.insert(Entry { record, disk: Disk::Writing, ticket: 0, due, source, owner: Owner::Ours });
        self.close(at);
        self.keep(at);
    }

    pub(super) fn seq(&mut self) -> u64 {
        let seq = self.next_seq;
        self.next_seq = seq.saturating_add(1);
        seq
    }
}

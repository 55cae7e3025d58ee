//! One request at a time: ask for the right, note the attempt, send.

use mot_cua_contract::adapter::Revisions;

use crate::entry::{Disk, Entry, Owner};
use crate::outbox::{Line, Lock, Outbox, Page};
use crate::output::{Job, Output, Pace};
use crate::record::{Phase, Record};
use crate::write::Write;

/// How long a tab waits after another one was sending (ms): this and up to as much again.
const DENIED: u64 = 1_000;

impl Outbox {
    /// Starts what can be started now.
    pub(super) fn pump(&mut self) {
        if self.page == Page::Leaving && matches!(self.line, Line::Idle | Line::Asking) {
            self.leave_with_fresh();
        }
        if self.line == Line::Idle && self.may_ask() && self.pick().is_some() {
            self.line = Line::Asking;
            self.out.push(Output::Acquire);
        }
    }

    fn may_ask(&self) -> bool {
        self.now.mono >= self.denied_until && self.now.mono >= self.backoff.ready_at()
    }

    /// The next to send: by sequence, but what was tried less goes before what was tried more, so that one answer
    /// on which a backend stumbles does not hold up the others.
    fn pick(&self) -> Option<usize> {
        self.pick_of(|_| true)
    }

    fn pick_of(&self, which: impl Fn(&Entry) -> bool) -> Option<usize> {
        let mut best: Option<(u32, u64, usize)> = None;
        self.each_to_send(|at, entry, time| {
            if time <= self.now.mono && which(entry) {
                let rank = (entry.record.attempts, entry.record.seq, at);
                best = Some(best.map_or(rank, |best| best.min(rank)));
            }
        });
        best.map(|(_, _, at)| at)
    }

    /// All that may be sent by itself, and from which time on.
    pub(super) fn each_to_send(&self, mut visit: impl FnMut(usize, &Entry, u64)) {
        let once = self.revisions == Revisions::Final;
        let mut written_over: Option<&str> = None;
        for (at, entry) in self.entries.iter().enumerate().rev() {
            let record = &entry.record;
            // What the page in front has in progress is not for one in the background to close.
            let theirs = once && entry.owner == Owner::Perhaps && self.page == Page::Leaving;
            let time = entry.ready_at().filter(|_| !theirs);
            if let Some(time) = time.filter(|_| written_over != Some(&record.id)) {
                visit(at, entry, time);
            }
            // With `replace` an earlier revision is never sent after a later one whose fate is unknown: it might write over
            // it. What the network itself delivers late only the backend's guard can refuse. With `final` it would be
            // counted as a second answer.
            let ready = time.is_some_and(|time| time <= self.now.mono);
            let over = match self.revisions {
                Revisions::Append => false,
                Revisions::Replace => (ready || record.attempts > 0) && !record.is_refused(),
                // Not by what was never sent and never will be: what stays of an answer that the backend has.
                Revisions::Final => !entry.is_leftover(),
            };
            if over {
                written_over = Some(&record.id);
            }
        }
    }

    pub(super) fn granted(&mut self) {
        if self.line != Line::Asking {
            // A request began without the right meanwhile, as the page was being left.
            if self.lock == Lock::Free {
                self.out.push(Output::Release);
            }
            return;
        }
        self.lock = Lock::Ours;
        self.line = Line::Idle;
        let at = if self.may_ask() { self.pick() } else { None };
        match at.and_then(|at| self.note(at, Write::Note)) {
            Some((key, ticket)) => self.line = Line::Noting { key, ticket },
            None => self.release(),
        }
    }

    /// Said of the question, or of the note of an attempt. What flies meanwhile, because the page is being left, flies.
    pub(super) fn denied(&mut self) {
        if matches!(self.line, Line::Asking | Line::Noting { .. }) {
            self.line = Line::Idle;
            self.release();
            let more = (DENIED * u64::from(self.random)) >> 32;
            self.denied_until = self.now.mono.saturating_add(DENIED + more);
        }
    }

    pub(super) fn release(&mut self) {
        if self.lock == Lock::Ours {
            self.lock = Lock::Free;
            self.out.push(Output::Release);
        }
    }

    /// Writes down that these bytes are being sent. In memory a draft stays one until storage agreed.
    fn note(&mut self, at: usize, how: fn(Record) -> Write) -> Option<(String, u64)> {
        let ticket = self.ticket();
        let entry = self.entries.get_mut(at)?;
        entry.record.attempts = entry.record.attempts.saturating_add(1);
        entry.ticket = ticket;
        let mut record = entry.record.clone();
        record.phase = Phase::Frozen;
        let key = record.key();
        self.out.push(Output::Store { ticket, write: how(record) });
        Some((key, ticket))
    }

    pub(super) fn fly(&mut self, key: String, pace: Pace) {
        self.line = Line::Idle;
        let entry = self.position(&key).and_then(|at| self.entries.get_mut(at));
        let job = entry.and_then(|entry| {
            entry.record.phase = Phase::Frozen;
            let id = &entry.record.id;
            match entry.record.rev {
                0 => Some(Job::Erase { id: id.clone() }),
                _ => entry
                    .record
                    .answer()
                    .map(|answer| Job::Post { answer: Box::new(answer), bytes: entry.record.bytes.clone() }),
            }
        });
        // `None`: deleted by its owner while the attempt was being noted.
        match job {
            Some(job) => {
                self.line = Line::Flying { key: key.clone() };
                self.out.push(Output::Send { key, job, pace });
            }
            None => self.release(),
        }
    }

    /// The page is going: a first attempt does not wait for the right to send, only for its bytes to be durable (or for
    /// storage to have failed). Should another tab send the same bytes, the backend knows them by their key.
    fn leave_with_fresh(&mut self) {
        if !self.backoff.lets_leave(self.now.mono) {
            return;
        }
        let fresh = |entry: &Entry| entry.record.attempts == 0 && entry.owner == Owner::Ours;
        if let Some((key, _)) = self.pick_of(fresh).and_then(|at| self.note(at, Write::Keep)) {
            self.fly(key, Pace::Leaving);
        }
    }

    /// The same for an attempt that is being noted, where storage has the bytes already.
    pub(super) fn leave_with_noted(&mut self) {
        let Line::Noting { key, .. } = &self.line else { return };
        let entry = self.position(key).and_then(|at| self.entries.get(at));
        let held = entry.is_some_and(|e| e.disk == Disk::Held && e.owner == Owner::Ours);
        if held {
            let key = key.clone();
            self.fly(key, Pace::Leaving);
        }
    }
}

//! One file per thing that can happen.

mod change;
mod delete;
mod import;
mod leave;
mod load;
mod reply;
mod send;
mod shorten;
mod store;
mod tell;

use mot_cua_contract::adapter::Revisions;

use crate::backoff::Backoff;
use crate::entry::{Disk, Due};
use crate::input::{Input, Now};
use crate::keeping::Keeping;
use crate::outbox::{Failed, Outbox, Page, Plan};
use crate::output::Output;
use crate::record::Phase;

impl Outbox {
    /// What `input` leads to. `random` is evenly distributed; `now.mono` never goes back.
    pub fn step(&mut self, input: Input, now: Now, random: u32) -> Vec<Output> {
        self.now = now;
        self.random = random;
        match (self.early.take(), input) {
            (None, input) => self.handle(input),
            (Some(early), load @ Input::Load { .. }) => {
                self.handle(load);
                for input in early {
                    self.handle(input);
                }
            }
            (Some(mut early), input) => {
                if let Input::Change { answer, .. } = &input {
                    self.say(answer.id.clone(), Keeping::Saving);
                }
                early.push(input);
                self.early = Some(early);
                return std::mem::take(&mut self.out);
            }
        }
        self.pump();
        self.tell();
        self.say_when();
        std::mem::take(&mut self.out)
    }

    fn handle(&mut self, input: Input) {
        match input {
            Input::Load { rows, facts, durability } => self.load(rows, &facts, durability),
            Input::Change { answer, when } => self.change(*answer, when),
            Input::Import { source, bytes, how } => self.import(source, bytes, how),
            Input::Stored { ticket } => self.stored(ticket),
            Input::Stale { ticket, found } => self.stale(ticket, found),
            Input::StoreFailed { ticket } => self.store_failed(ticket),
            Input::Due => self.plan = Plan::Unsaid,
            Input::Flush => {
                self.drafts_due();
                self.hope(Backoff::hint);
            }
            Input::Online => self.hope(Backoff::online),
            Input::Wake => {
                self.page = Page::Shown;
                self.hope(Backoff::hint);
            }
            Input::Hide => self.hide(),
            Input::Reply { key, outcome } => self.reply(&key, outcome),
            Input::Granted => self.granted(),
            Input::Denied => self.denied(),
            Input::Moved { kind, revisions } => {
                (self.kind, self.revisions) = (kind, revisions);
                self.backoff.resume(self.now.mono, self.random);
            }
            Input::Delete { id } => self.delete(&id),
            Input::Retry { id } => self.retry(id.as_deref()),
        }
    }

    /// Reason to hope: waits shorten, and what storage refused is tried again.
    fn hope(&mut self, how: fn(&mut Backoff, u64, u32)) {
        how(&mut self.backoff, self.now.mono, self.random);
        self.denied_until = 0;
        for at in 0..self.entries.len() {
            let again = self.entries.get(at).is_some_and(|e| e.disk == Disk::Failed && !self.is_on_line(e));
            if again {
                self.keep(at);
            }
        }
        for at in 0..self.leaves.len() {
            if self.leaves.get(at).is_some_and(|leave| leave.failed == Failed::Yes) {
                self.leave_again(at);
            }
        }
    }

    /// The time limit of 2 s after the last change is lifted; "when done" is not.
    fn drafts_due(&mut self) {
        for entry in &mut self.entries {
            if matches!(entry.due, Due::At(_)) {
                entry.due = Due::Now;
            }
        }
    }

    fn hide(&mut self) {
        self.page = Page::Leaving;
        for at in 0..self.entries.len() {
            let Some(entry) = self.entries.get_mut(at) else { continue };
            entry.due = Due::Now;
            // "Sent once": it is closed from here on, though there may be no network yet.
            if self.revisions == Revisions::Final && entry.is_draft() {
                entry.record.phase = Phase::Frozen;
                self.keep(at);
            }
        }
        self.leave_with_noted();
    }

    /// What was refused is tried once more. In mode `final` not what never was sent: that stays of an answer which the backend
    /// has, shortened or as it was before a late change, and would be counted as a second.
    fn retry(&mut self, id: Option<&str>) {
        for at in 0..self.entries.len() {
            let Some(entry) = self.entries.get(at) else { continue };
            // A later revision carries all that an earlier one did.
            let later = self.entries.iter().skip(at + 1).take_while(|later| later.is_of(&entry.record.id));
            let newest = later.filter(|later| !later.is_leftover()).count() == 0;
            let asked = newest && id.is_none_or(|id| entry.is_of(id)) && entry.record.is_refused();
            let counted = self.revisions == Revisions::Final && entry.is_leftover();
            if asked
                && !counted
                && let Some(entry) = self.entries.get_mut(at)
            {
                entry.record.phase = Phase::Frozen;
                entry.due = Due::Now;
                self.keep(at);
            }
        }
        self.hope(Backoff::resume);
    }
}

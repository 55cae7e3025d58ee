//! One file per thing that can happen.

mod change;
mod delete;
mod import;
mod leave;
mod load;
mod reply;
mod send;
mod store;
mod tell;

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
                self.nudge(Backoff::nudge);
            }
            Input::Online => self.nudge(Backoff::reopen),
            Input::Wake => {
                self.page = Page::Shown;
                self.nudge(Backoff::nudge);
            }
            Input::Hide => self.hide(),
            Input::Reply { key, outcome } => self.reply(&key, outcome),
            Input::Granted => self.granted(),
            Input::Denied => self.denied(),
            Input::LockLost => self.lock_lost(),
            Input::Delete { id } => self.delete(&id),
            Input::Retry => self.retry(),
        }
    }

    /// Reason to hope: waits shorten, and what storage refused is tried again.
    fn nudge(&mut self, how: fn(&mut Backoff, u64, u32)) {
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
        for entry in &mut self.entries {
            entry.due = Due::Now;
        }
        self.leave_with_noted();
    }

    fn retry(&mut self) {
        for at in 0..self.entries.len() {
            let Some(entry) = self.entries.get_mut(at) else { continue };
            if entry.record.is_refused() {
                entry.record.phase = Phase::Frozen;
                self.keep(at);
            }
        }
        self.nudge(Backoff::reopen);
    }
}

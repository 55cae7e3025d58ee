//! Storage: each write ends well, not at all, or unheard.

use mot_cua_outbox::{Durability, Found, Input, Lease, Taken, Write};

use crate::disk::Refused;
use crate::mutant::Mutant;
use crate::tab::{Note, Writing};
use crate::world::{Event, Guard, World};

/// How a write ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteFate {
    Well,
    /// Quota, a lost connection: nothing was written.
    Nothing,
    /// The connection was lost after the commit.
    Unheard,
}

impl World {
    pub(crate) fn next_write(&mut self, tab: u64) {
        let (storm, early) = (self.disk_storm, self.mutant == Mutant::KeptTooEarly);
        let (takes, hears) = (self.chance.within(1, 60), self.chance.within(1, 20));
        let fate = match self.chance.percent(storm) {
            true if self.chance.percent(30) => WriteFate::Unheard,
            true => WriteFate::Nothing,
            false => WriteFate::Well,
        };
        let Some(page) = self.tab(tab) else { return };
        if page.writing == Writing::Yes {
            return;
        }
        let Some((ticket, write)) = page.writes.pop_front() else { return };
        page.writing = Writing::Yes;
        let stored = Input::Stored { ticket };
        if page.durability == Durability::Volatile {
            self.after(1, Event::Wrote { tab, input: stored, note: Some(Note::Failed) });
            return;
        }
        if early {
            self.after(1, Event::Wrote { tab, input: stored, note: None });
        }
        self.after(takes, Event::Apply { tab, ticket, write, fate, hears });
    }

    /// The transaction commits now, or not.
    pub(crate) fn apply(&mut self, tab: u64, ticket: u64, write: &Write, fate: WriteFate, hears: u64) {
        // A page that died may have handed its write over in time.
        if self.tab(tab).is_none() && self.chance.percent(50) {
            return;
        }
        if fate != WriteFate::Nothing {
            self.check_leaving(write);
        }
        let done = match fate {
            WriteFate::Nothing => Ok(()),
            WriteFate::Well | WriteFate::Unheard => self.commit(tab, write),
        };
        let note = matches!(write, Write::Note(_)).then_some(match fate {
            WriteFate::Well => Note::Written,
            WriteFate::Nothing | WriteFate::Unheard => Note::Failed,
        });
        let input = match (fate, done) {
            (WriteFate::Well, Ok(())) => Input::Stored { ticket },
            (WriteFate::Well, Err(Refused::Stale(found))) => Input::Stale { ticket, found },
            (WriteFate::Well, Err(Refused::Leased)) => Input::Denied,
            _ => Input::StoreFailed { ticket },
        };
        let heard = matches!(input, Input::Stale { found: Found::Other(_), .. } | Input::Denied);
        if self.mutant != Mutant::KeptTooEarly || heard {
            self.after(hears, Event::Wrote { tab, input, note });
        }
    }

    fn commit(&mut self, tab: u64, write: &Write) -> Result<(), Refused> {
        let mut write = write.clone();
        if let (Mutant::DropText, Write::Leave { keep, .. }) = (self.mutant, &mut write) {
            *keep = keep.take().filter(|record| record.rev == 0);
        }
        let (guard, time) = (self.guard, self.time);
        let mut nobody = Lease::default();
        let page = self.tabs.iter_mut().find(|page| page.name == tab);
        let lease = match (guard, page) {
            (Guard::WebLocks, _) => None,
            (Guard::Lease, Some(page)) => Some((&mut page.lease, time - page.opened)),
            (Guard::Lease, None) => Some((&mut nobody, 0)),
        };
        self.disk.apply(&write, lease, self.mutant)
    }

    pub(crate) fn wrote(&mut self, tab: u64, input: Input, note: Option<Note>) {
        if let Some(page) = self.tab(tab) {
            page.writing = Writing::No;
            page.note = note.unwrap_or(page.note);
        }
        self.feed(tab, input);
        self.next_write(tab);
    }

    /// Storage is read, then what the first script left.
    pub(crate) fn loaded(&mut self, tab: u64) {
        let (rows, facts) = self.disk.load();
        let Some(page) = self.tab(tab) else { return };
        // Storage that was out of reach is back at a later reading.
        if page.loaded == crate::tab::Loaded::Yes {
            page.durability = Durability::Durable;
        }
        let durability = page.durability;
        let (mut rows, mut facts) =
            if durability == Durability::Durable { (rows, facts) } else { (vec![], vec![]) };
        // In portions, as the browser's driver reads a backlog.
        loop {
            let portion = rows.drain(..rows.len().min(2)).collect();
            self.feed(tab, Input::Load { rows: portion, facts: std::mem::take(&mut facts), durability });
            if rows.is_empty() {
                break;
            }
        }
        for (source, bytes) in self.disk.local.clone() {
            let how = if source.starts_with("mc.ack.") { Taken::Acked } else { Taken::Waiting };
            if self.mutant == Mutant::ForgetTap {
                self.disk.local.remove(&source);
            }
            self.feed(tab, Input::Import { source, bytes, how });
        }
    }
}

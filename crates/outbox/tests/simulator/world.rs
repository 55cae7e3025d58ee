//! The schedule: what happens when, and the reckoning at its end. What people and machines do is in `acts`.

use std::collections::BTreeMap;

use mot_cua_contract::adapter::{Revisions, Submit};
use mot_cua_outbox::{Durability, Input, Job, Outcome, Write};

use crate::book::Book;
use crate::chance::Chance;
use crate::disk::Disk;
use crate::fate::Back;
use crate::mutant::Mutant;
use crate::server::{Server, submit};
use crate::tab::{Flight, Note, Session, Tab};
use crate::writes::WriteFate;

pub(crate) const MINUTE: u64 = 60_000;

pub(crate) enum Event {
    Timer {
        tab: u64,
        until: u64,
    },
    Feed {
        tab: u64,
        input: Input,
    },
    Load {
        tab: u64,
    },
    Apply {
        tab: u64,
        ticket: u64,
        write: Write,
        fate: WriteFate,
        hears: u64,
    },
    Wrote {
        tab: u64,
        input: Input,
        note: Option<Note>,
    },
    Arrive {
        tab: u64,
        key: String,
        job: Job,
        reply: Back,
        back: u64,
    },
    Reply {
        tab: u64,
        key: String,
        outcome: Outcome,
    },
    /// `site.json` was read again.
    Reread {
        tab: u64,
    },
    Thaw {
        tab: u64,
    },
    Act,
}

/// What keeps two tabs from sending at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Guard {
    WebLocks,
    Lease,
}

pub(crate) struct World {
    pub(crate) chance: Chance,
    pub(crate) time: u64,
    pub(crate) events: BTreeMap<(u64, u64), Event>,
    pub(crate) counter: u64,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) disk: Disk,
    pub(crate) server: Server,
    pub(crate) submit: Submit,
    pub(crate) mutant: Mutant,
    pub(crate) book: Book,
    pub(crate) session: Option<Session>,
    pub(crate) guard: Guard,
    /// Which tab has the Web Lock.
    pub(crate) lock: Option<u64>,
    pub(crate) flying: Vec<Flight>,
    /// Removed from `localStorage`, which is not flushed at once.
    pub(crate) removed: Vec<(u64, String, String)>,
    pub(crate) offline: bool,
    /// By how much the phone's clock is wrong (ms).
    pub(crate) skew: f64,
    /// Percent of requests and of writes that go wrong.
    pub(crate) storm: u64,
    pub(crate) disk_storm: u64,
}

impl World {
    pub(crate) fn new(seed: u64, revisions: Revisions, mutant: Mutant) -> Self {
        let mut chance = Chance::new(seed);
        let (storm, disk_storm) = (chance.within(0, 90), *chance.one_of(&[0, 0, 5, 40]));
        let guard = *chance.one_of(&[Guard::WebLocks, Guard::Lease]);
        Self {
            chance,
            time: 0,
            events: BTreeMap::new(),
            counter: 0,
            tabs: Vec::new(),
            disk: Disk::default(),
            server: Server::default(),
            submit: submit(revisions),
            mutant,
            book: Book::default(),
            session: None,
            guard,
            lock: None,
            flying: Vec::new(),
            removed: Vec::new(),
            offline: false,
            skew: 0.0,
            storm,
            disk_storm,
        }
    }

    pub(crate) fn run(&mut self) {
        let acts = self.chance.within(3, 25);
        let span = *self.chance.one_of(&[5_000, MINUTE, 15 * MINUTE]);
        for _ in 0..acts {
            let at = self.chance.within(0, span);
            self.at(at, Event::Act);
        }
        self.until(span);
        self.calm();
        self.until(span + 40 * MINUTE);
        self.check_open_pages();
        self.kill();
        self.open(Durability::Durable);
        self.calm();
        self.until(span + 80 * MINUTE);
        // The next reading clears what a tab left to it.
        for tab in self.names() {
            self.loaded(tab);
        }
        self.until(span + 81 * MINUTE);
        self.check_all();
    }

    fn until(&mut self, end: u64) {
        while let Some(entry) = self.events.first_entry() {
            if entry.key().0 > end {
                break;
            }
            let ((time, _), event) = entry.remove_entry();
            self.time = time;
            self.happen(event);
        }
        self.time = end;
    }

    fn happen(&mut self, event: Event) {
        let Some(event) = self.unless_frozen(event) else { return };
        match event {
            Event::Timer { tab, until } => {
                if self.tab(tab).is_some_and(|page| page.wait == Some(until)) {
                    self.feed(tab, Input::Due);
                }
            }
            Event::Feed { tab, input } => self.feed(tab, input),
            Event::Load { tab } => self.loaded(tab),
            Event::Apply { tab, ticket, write, fate, hears } => self.apply(tab, ticket, &write, fate, hears),
            Event::Wrote { tab, input, note } => self.wrote(tab, input, note),
            Event::Arrive { tab, key, job, reply, back } => self.arrive(tab, key, &job, reply, back),
            Event::Reply { tab, key, outcome } => self.replied(tab, key, outcome),
            Event::Reread { tab } => self.reread(tab),
            Event::Thaw { tab } => self.thaw(tab),
            Event::Act => self.act(),
        }
    }

    /// A frozen page hears nothing until it is thawed; what it asked of storage and network goes on.
    fn unless_frozen(&mut self, mut event: Event) -> Option<Event> {
        let tab = match &mut event {
            Event::Timer { tab, .. }
            | Event::Feed { tab, .. }
            | Event::Load { tab }
            | Event::Reply { tab, .. }
            | Event::Reread { tab } => *tab,
            Event::Wrote { tab, note, .. } => {
                let tab = *tab;
                if self.tabs.iter().any(|page| page.name == tab && page.frozen.is_some()) {
                    // By the time it hears of it, another tab may have taken the lease over.
                    *note = note.map(|_| Note::Failed);
                }
                tab
            }
            _ => return Some(event),
        };
        match self.tab(tab).and_then(|page| page.frozen.as_mut()) {
            Some(waiting) => {
                waiting.push(event);
                None
            }
            None => Some(event),
        }
    }

    pub(crate) fn new_id(&mut self) -> String {
        let (a, b) = (self.chance.next().to_le_bytes(), self.chance.next().to_le_bytes());
        let bytes: [u8; 16] = [a, b].concat().try_into().unwrap();
        mot_cua_contract::receipt::uuid_v4(bytes)
    }

    pub(crate) fn tab(&mut self, name: u64) -> Option<&mut Tab> {
        self.tabs.iter_mut().find(|page| page.name == name)
    }

    pub(crate) fn at(&mut self, time: u64, event: Event) {
        self.counter += 1;
        self.events.insert((time, self.counter), event);
    }

    pub(crate) fn after(&mut self, wait: u64, event: Event) {
        self.at(self.time + wait, event);
    }
}

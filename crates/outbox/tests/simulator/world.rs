//! The schedule: what happens when, and the reckoning at its end.

use std::collections::{BTreeMap, VecDeque};

use mot_cua_contract::adapter::{Kind, Revisions, Submit};
use mot_cua_outbox::{Changes, Durability, Input, Job, Outbox, Outcome, When, Write};

use crate::book::{Book, Deletion};
use crate::chance::Chance;
use crate::disk::Disk;
use crate::fate::Back;
use crate::mutant::Mutant;
use crate::phone::WriteFate;
use crate::reckoning::answer;
use crate::server::{Mood, Server, submit};
use crate::tab::{Loaded, Session, Tab, Writing};

const MINUTE: u64 = 60_000;

pub(crate) enum Event {
    Timer { tab: u64, until: u64 },
    Feed { tab: u64, input: Input },
    Load { tab: u64 },
    Apply { tab: u64, ticket: u64, write: Write, fate: WriteFate, hears: u64 },
    Wrote { tab: u64, input: Input },
    Arrive { tab: u64, key: String, job: Job, reply: Back, back: u64 },
    Reply { tab: u64, key: String, outcome: Outcome },
    Act,
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
    /// Which tab may send.
    pub(crate) lock: Option<u64>,
    pub(crate) flying: Vec<(u64, String)>,
    /// Removed from `localStorage`, which is not flushed at once.
    pub(crate) removed: Vec<(u64, String, String)>,
    pub(crate) offline: bool,
    /// Percent of requests and of writes that go wrong.
    pub(crate) storm: u64,
    pub(crate) disk_storm: u64,
}

impl World {
    pub(crate) fn new(seed: u64, revisions: Revisions, mutant: Mutant) -> Self {
        let mut chance = Chance::new(seed);
        let (storm, disk_storm) =
            (chance.within(0, 90), [0, 0, 5, 40][usize::try_from(chance.within(0, 3)).unwrap()]);
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
            lock: None,
            flying: Vec::new(),
            removed: Vec::new(),
            offline: false,
            storm,
            disk_storm,
        }
    }

    pub(crate) fn run(&mut self) {
        let acts = self.chance.within(3, 25);
        let span = [5_000, MINUTE, 15 * MINUTE][usize::try_from(self.chance.within(0, 2)).unwrap()];
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
        match event {
            Event::Timer { tab, until } => {
                if self.tab(tab).is_some_and(|page| page.wait == Some(until)) {
                    self.feed(tab, Input::Due);
                }
            }
            Event::Feed { tab, input } => self.feed(tab, input),
            Event::Load { tab } => self.loaded(tab),
            Event::Apply { tab, ticket, write, fate, hears } => self.apply(tab, ticket, &write, fate, hears),
            Event::Wrote { tab, input } => self.wrote(tab, input),
            Event::Arrive { tab, key, job, reply, back } => self.arrive(tab, key, &job, reply, back),
            Event::Reply { tab, key, outcome } => self.replied(tab, key, outcome),
            Event::Act => self.act(),
        }
    }

    fn act(&mut self) {
        if self.tabs.is_empty() {
            let durability = if self.chance.percent(6) { Durability::Volatile } else { Durability::Durable };
            return self.open(durability);
        }
        let which = usize::try_from(self.chance.next() % u64::try_from(self.tabs.len()).unwrap()).unwrap();
        let tab = self.tabs[which].name;
        match self.chance.within(0, 99) {
            0..=19 => self.tap(tab),
            20..=44 => self.change(tab),
            45..=51 => self.feed(tab, Input::Hide),
            52..=58 => {
                self.feed(tab, Input::Wake);
                self.after(3, Event::Load { tab });
            }
            59..=63 => self.offline = !self.offline,
            64..=67 => self.feed(tab, Input::Online),
            68..=78 => self.kill(),
            79..=83 if self.submit.revisions != Revisions::Final => self.open(Durability::Durable),
            84..=86 => self.delete(tab),
            87..=89 => self.feed(tab, Input::Flush),
            90..=91 => self.feed(tab, Input::Retry),
            92..=94 => {
                let moods = [Mood::Well, Mood::Refusing, Mood::Moved];
                self.server.mood = moods[usize::try_from(self.chance.within(0, 2)).unwrap()];
            }
            95..=97 => self.disk_storm = [0, 30, 100][usize::try_from(self.chance.within(0, 2)).unwrap()],
            _ => self.storm = self.chance.within(0, 100),
        }
    }

    fn tap(&mut self, tab: u64) {
        let id = self.new_id();
        if let Some(page) = self.tab(tab) {
            page.current = Some((id, 1));
        }
        self.change(tab);
    }

    fn change(&mut self, tab: u64) {
        let (now, done) = (self.chance.percent(40), self.chance.percent(20));
        let final_mode = self.submit.revisions == Revisions::Final;
        let Some(page) = self.tab(tab) else { return };
        let Some((id, floor)) = page.current.clone() else { return };
        if page.outbox.changes(&id) == Changes::Closed || (final_mode && page.loaded == Loaded::No) {
            return;
        }
        let story = self.book.story(&id);
        if story.deletion != Deletion::No {
            return;
        }
        story.last += 1;
        story.tab = tab;
        let mut answer = answer(&id, floor, story.last);
        answer.complete = done;
        let when = if now { When::Now } else { When::Idle };
        self.feed(tab, Input::Change { answer: Box::new(answer), when });
    }

    fn delete(&mut self, tab: u64) {
        let Some(page) = self.tab(tab) else { return };
        let Some((id, _)) = page.current.clone() else { return };
        let story = self.book.story(&id);
        if story.tab == tab && story.last > 0 {
            story.deletion = Deletion::Asked;
            self.feed(tab, Input::Delete { id });
        }
    }

    /// All pages die, whatever they were doing.
    fn kill(&mut self) {
        self.tabs.clear();
        self.flying.clear();
        self.lock = None;
        let (since, back) = (self.time.saturating_sub(5_000), self.chance.percent(30));
        for (time, source, bytes) in self.removed.drain(..) {
            if back && time >= since {
                self.disk.local.insert(source, bytes);
            }
        }
    }

    fn open(&mut self, durability: Durability) {
        self.counter += 1;
        let tab = self.counter;
        if self.chance.percent(25) && self.time < 16 * MINUTE {
            self.first_script(tab);
        }
        let resume = self.chance.percent(50);
        let alone = self.tabs.is_empty();
        let current = self.session.clone().filter(|_| resume && alone).map(|s| (s.id, s.floor));
        self.tabs.push(Tab {
            name: tab,
            opened: self.time,
            outbox: Outbox::new(&self.submit),
            durability,
            loaded: Loaded::No,
            wait: None,
            writes: VecDeque::new(),
            writing: Writing::No,
            current,
        });
        let takes = self.chance.within(2, 3_000);
        self.after(takes, Event::Load { tab });
    }

    /// A tap before WebAssembly: `boot.js` wrote its bytes and perhaps sent them already.
    fn first_script(&mut self, tab: u64) {
        let id = self.new_id();
        let story = self.book.story(&id);
        (story.last, story.tab, story.promised) = (1, tab, 1);
        let answer = answer(&id, 1, 1);
        let bytes = serde_json::to_string(&answer).unwrap();
        let sends = if self.submit.kind == Kind::MotCua { self.chance.within(0, 2) } else { 0 };
        let acked =
            sends > 0 && self.server.post(&answer, &bytes, self.submit.kind).status == 201 && sends == 2;
        let name = if acked { "ack" } else { "tap" };
        self.disk.local.insert(format!("mc.{name}.{id}.1"), bytes);
    }

    /// Everything works again, and the citizen presses "try again".
    fn calm(&mut self) {
        (self.storm, self.disk_storm, self.offline, self.server.mood) = (0, 0, false, Mood::Well);
        for tab in self.tabs.iter().map(|page| page.name).collect::<Vec<_>>() {
            self.after(10_000, Event::Feed { tab, input: Input::Wake });
            self.after(10_000, Event::Feed { tab, input: Input::Retry });
            self.after(20 * MINUTE, Event::Feed { tab, input: Input::Hide });
        }
    }

    fn new_id(&mut self) -> String {
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

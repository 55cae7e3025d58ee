//! What people, phones and wards do.

use std::collections::VecDeque;

use mot_cua_contract::adapter::{Kind, Revisions};
use mot_cua_outbox::{Changes, Durability, Input, Lease, Outbox, When};

use crate::book::Deletion;
use crate::reckoning::answer;
use crate::server::{Address, Mood};
use crate::tab::{Guarded, Loaded, Note, Tab, Writing};
use crate::world::{Event, MINUTE, World};

/// Ten years (ms).
const DECADE: f64 = 3.156e11;

impl World {
    pub(crate) fn act(&mut self) {
        if self.tabs.is_empty() {
            let durability = if self.chance.percent(6) { Durability::Volatile } else { Durability::Durable };
            return self.open(durability);
        }
        let which = usize::try_from(self.chance.next() % u64::try_from(self.tabs.len()).unwrap()).unwrap();
        let tab = self.tabs[which].name;
        match self.chance.within(0, 99) {
            0..=16 => self.tap(tab),
            17..=38 => self.change(tab),
            39..=44 => self.feed(tab, Input::Hide),
            45..=50 => {
                self.bring_to_front(tab);
                self.feed(tab, Input::Wake);
                self.after(3, Event::Load { tab });
            }
            51..=55 => self.offline = !self.offline,
            56..=59 => self.feed(tab, Input::Online),
            60..=67 => self.kill(),
            68..=70 => self.close(tab),
            71..=76 => {
                self.bring_to_front(0);
                self.open(Durability::Durable);
            }
            77..=79 => self.delete(tab),
            80..=82 => self.feed(tab, Input::Flush),
            83 => self.feed(tab, Input::Retry { id: None }),
            84 => {
                let id = self.tab(tab).and_then(|page| page.current.clone()).map(|(id, _)| id);
                self.feed(tab, Input::Retry { id });
            }
            85..=89 => {
                self.server.mood = *self.chance.one_of(&[
                    Mood::Well,
                    Mood::Refusing,
                    Mood::Moved,
                    Mood::Narrow,
                    Mood::Narrow,
                ]);
            }
            90..=92 => self.disk_storm = *self.chance.one_of(&[0, 30, 100]),
            93..=95 => self.freeze(tab),
            96 => self.skew = *self.chance.one_of(&[0.0, DECADE, -DECADE, 3.6e6]),
            _ => self.storm = self.chance.within(0, 100),
        }
    }

    fn tap(&mut self, tab: u64) {
        self.bring_to_front(tab);
        let id = self.new_id();
        if let Some(page) = self.tab(tab).filter(|page| page.frozen.is_none()) {
            page.current = Some((id, 1));
        }
        self.change(tab);
    }

    fn change(&mut self, tab: u64) {
        self.bring_to_front(tab);
        let (now, done) = (self.chance.percent(40), self.chance.percent(20));
        let final_mode = self.submit.revisions == Revisions::Final;
        let Some(page) = self.tab(tab).filter(|page| page.frozen.is_none()) else { return };
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
        let Some(page) = self.tab(tab).filter(|page| page.frozen.is_none()) else { return };
        let Some((id, _)) = page.current.clone() else { return };
        let story = self.book.story(&id);
        if story.tab == tab && story.last > 0 {
            story.deletion = Deletion::Asked;
            self.feed(tab, Input::Delete { id });
        }
    }

    /// All pages die, whatever they were doing.
    pub(crate) fn kill(&mut self) {
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

    /// One page dies. Its Web Lock goes with it; of a lease nobody is told.
    fn close(&mut self, tab: u64) {
        self.tabs.retain(|page| page.name != tab);
        self.flying.retain(|flight| flight.tab != tab);
        self.lock = self.lock.filter(|holder| *holder != tab);
    }

    /// The page is not run for a while: another app is in front, or the lid is closed.
    fn freeze(&mut self, tab: u64) {
        if self.submit.revisions == Revisions::Final {
            self.feed(tab, Input::Hide);
        }
        let Some(page) = self.tab(tab).filter(|page| page.frozen.is_none()) else { return };
        page.frozen = Some(Vec::new());
        page.note = Note::Failed;
        for flight in self.flying.iter_mut().filter(|flight| flight.tab == tab) {
            flight.guarded = Guarded::No;
        }
        let wakes = *self.chance.one_of(&[2_000, 40_000, 60 * MINUTE]);
        self.after(wakes, Event::Thaw { tab });
    }

    pub(crate) fn thaw(&mut self, tab: u64) {
        let Some(waiting) = self.tab(tab).and_then(|page| page.frozen.take()) else { return };
        for event in waiting {
            self.after(1, event);
        }
    }

    /// A page comes to the front: in mode `final` that ends what the others had in progress.
    fn bring_to_front(&mut self, front: u64) {
        if self.submit.revisions == Revisions::Final {
            for tab in self.names() {
                self.feed(tab, if tab == front { Input::Wake } else { Input::Hide });
            }
        }
    }

    pub(crate) fn open(&mut self, durability: Durability) {
        self.counter += 1;
        let tab = self.counter;
        if self.chance.percent(25) && self.time < 16 * MINUTE {
            self.first_script(tab);
        }
        // In mode `final` a page that was left has closed its answer.
        let resume = self.chance.percent(50) && self.submit.revisions != Revisions::Final;
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
            lease: Lease::default(),
            note: Note::Failed,
            address: Address::Old,
            frozen: None,
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
        let post = |world: &mut Self| {
            world.server.post(&answer, &bytes, &world.submit, Address::Old, world.mutant).status
        };
        let acked = sends > 0 && post(self) == 201 && sends == 2;
        let name = if acked { "ack" } else { "tap" };
        self.disk.local.insert(format!("mc.{name}.{id}.1"), bytes);
    }

    /// Everything works again, and the citizen presses "try again".
    pub(crate) fn calm(&mut self) {
        (self.storm, self.disk_storm, self.offline, self.server.mood) = (0, 0, false, Mood::Well);
        for tab in self.names() {
            self.thaw(tab);
            self.after(10_000, Event::Feed { tab, input: Input::Wake });
            self.after(10_003, Event::Load { tab });
            self.after(10_000, Event::Feed { tab, input: Input::Retry { id: None } });
            self.after(20 * MINUTE, Event::Feed { tab, input: Input::Hide });
            // What was too large is tried once more when its short form has arrived.
            self.after(21 * MINUTE, Event::Feed { tab, input: Input::Retry { id: None } });
        }
    }

    pub(crate) fn names(&self) -> Vec<u64> {
        self.tabs.iter().map(|page| page.name).collect()
    }
}

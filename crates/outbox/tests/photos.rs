//! Photos under faults: 3,000 seeded lives of a phone, its storage and a backend. Lost 0, doubled 0, and no answer held up.
#![allow(clippy::unwrap_used)]

#[path = "simulator/chance.rs"]
#[allow(dead_code, reason = "the simulator of answers needs more of it")]
mod chance;

use std::collections::{BTreeMap, BTreeSet};

use chance::Chance;
use mot_cua_contract::adapter::Verdict;
use mot_cua_outbox::{
    Durability, Failure, Now, Outcome, Photo, PhotoInput, PhotoKeeping, PhotoOutput, Photos,
};

/// One phone, one backend.
#[derive(Default)]
struct World {
    now: u64,
    photos: Photos,
    /// Key → row, as IndexedDB holds it.
    disk: BTreeMap<String, Photo>,
    /// Answers that the backend has.
    arrived: BTreeSet<String>,
    /// Hash → how often it was stored; `PUT` by hash stores once.
    backend: BTreeMap<String, u32>,
    flying: Vec<(String, String)>,
    due: Option<u64>,
    given: BTreeSet<String>,
    /// Taken out, or deleted with the answer.
    unwanted: BTreeSet<String>,
    sent_before_answer: u32,
}

impl World {
    fn feed(&mut self, input: PhotoInput, chance: &mut Chance) {
        let now = Now { mono: self.now, wall: 0.0 };
        let arrived = self.arrived.clone();
        for output in self.photos.step(input, now, chance.u32(), &|id| arrived.contains(id)) {
            match output {
                PhotoOutput::Send { key, sha256 } => {
                    self.sent_before_answer += u32::from(!arrived.contains(key.split(':').next().unwrap()));
                    self.flying.push((key, sha256));
                }
                PhotoOutput::Mark(photo) => {
                    if let Some(row) = self.disk.get_mut(&photo.key()) {
                        *row = photo;
                    }
                }
                PhotoOutput::Remove { key } => drop(self.disk.remove(&key)),
                PhotoOutput::Wait { until } => self.due = until,
            }
        }
        assert!(self.flying.len() <= 1, "one at a time");
    }

    fn answer(&mut self, chance: &mut Chance, kindness: u64) {
        let Some((key, sha256)) = self.flying.pop() else { return };
        let reaches = chance.percent(kindness);
        if reaches {
            *self.backend.entry(sha256).or_insert(0) = 1;
        }
        let outcome = match (reaches, chance.within(1, 6)) {
            // Stored, and the reply lost.
            (true, 1) => Outcome::Failed(Failure::Broken),
            (true, _) => Outcome::Judged(Verdict::Acked),
            (false, 1) => Outcome::Judged(Verdict::Refused { status: 413, field: None }),
            (false, 2) => Outcome::Judged(Verdict::Later { after_ms: Some(30_000) }),
            (false, 3) => Outcome::Judged(Verdict::LoginPage),
            (false, 4) => Outcome::Judged(Verdict::Paused { status: 404 }),
            (false, _) => Outcome::Failed(Failure::NoConnection),
        };
        self.feed(PhotoInput::Reply { key, outcome }, chance);
    }

    /// The page dies, and with it all that was only in memory and whatever was under way.
    fn reload(&mut self, chance: &mut Chance) {
        (self.photos, self.due, self.now) = (Photos::default(), None, 0);
        self.flying.clear();
        self.feed(PhotoInput::Load(self.disk.values().cloned().collect()), chance);
    }

    fn act(&mut self, chance: &mut Chance) {
        self.now += chance.within(1, 20_000);
        let id = format!("answer-{}", chance.within(1, 3));
        let photo = Photo { sha256: format!("{:064x}", chance.within(1, 5)), id: id.clone(), refused: None };
        match chance.within(1, 12) {
            1 | 2 if !self.unwanted.contains(&photo.key()) => {
                // Storage first, then the answer that names it.
                self.given.insert(photo.key());
                self.disk.entry(photo.key()).or_insert_with(|| photo.clone());
                self.feed(PhotoInput::Added(photo, Durability::Durable), chance);
            }
            3 | 4 => {
                self.arrived.insert(id);
                self.feed(PhotoInput::Due, chance);
            }
            5 => {
                self.unwanted.insert(photo.key());
                self.feed(PhotoInput::TakenOut { key: photo.key() }, chance);
            }
            6 if chance.percent(20) => {
                let all = (1..=5).map(|n| format!("{id}:{n:064x}"));
                self.unwanted.extend(all);
                self.feed(PhotoInput::Deleted { id }, chance);
            }
            7 => self.reload(chance),
            8 => self.feed(PhotoInput::Online, chance),
            9 => self.feed(PhotoInput::Wake, chance),
            10 if self.due.is_some_and(|due| due <= self.now) => self.feed(PhotoInput::Due, chance),
            _ => self.answer(chance, 40),
        }
    }
}

#[test]
fn no_photo_is_lost_none_is_there_twice_and_none_goes_before_its_answer() {
    for seed in 0..3_000 {
        let (mut world, mut chance) = (World::default(), Chance::new(seed));
        for _ in 0..80 {
            world.act(&mut chance);
        }
        // What is neither there nor unwanted is on the phone, whatever happened.
        for key in world.given.difference(&world.unwanted) {
            let there = world.backend.contains_key(key.split(':').nth(1).unwrap());
            assert!(there || world.disk.contains_key(key), "seed {seed}: {key} is lost");
        }
        // In the end the network holds, and a person asks once more: all arrives, and nothing keeps the phone awake.
        world.arrived.extend((1..=3).map(|n| format!("answer-{n}")));
        world.feed(PhotoInput::Retry, &mut chance);
        for _ in 0..200 {
            world.now = world.due.map_or(world.now, |due| due.max(world.now));
            world.feed(PhotoInput::Due, &mut chance);
            world.answer(&mut chance, 100);
        }
        assert!(world.disk.is_empty() && world.due.is_none(), "seed {seed}: {:?}", world.disk);
        assert!(world.backend.values().all(|stored| *stored == 1), "seed {seed}");
        assert_eq!(world.sent_before_answer, 0, "seed {seed}");
        for key in world.given.difference(&world.unwanted) {
            assert!(world.backend.contains_key(key.split(':').nth(1).unwrap()), "seed {seed}: {key}");
        }
    }
}

#[test]
fn a_refused_photo_stays_visible_and_lets_the_next_one_go() {
    let mut photos = Photos::default();
    let photo = |n: u32| Photo { id: "a".into(), sha256: format!("{n:064x}"), refused: None };
    let now = Now { mono: 0, wall: 0.0 };
    let step = |photos: &mut Photos, input| photos.step(input, now, 0, &|_| true);
    step(&mut photos, PhotoInput::Load(vec![photo(1), photo(2)]));
    assert_eq!(photos.keeping("a"), PhotoKeeping::Kept { trouble: None });
    let outcome = Outcome::Judged(Verdict::Refused { status: 413, field: None });
    let out = step(&mut photos, PhotoInput::Reply { key: photo(1).key(), outcome });
    assert!(out.contains(&PhotoOutput::Mark(Photo { refused: Some(413), ..photo(1) })), "{out:?}");
    assert!(out.contains(&PhotoOutput::Send { key: photo(2).key(), sha256: photo(2).sha256 }), "{out:?}");
    assert_eq!(photos.keeping("a"), PhotoKeeping::Refused);
    let read = Photo::read(&Photo { refused: Some(413), ..photo(1) }.text());
    assert_eq!(read, Some(Photo { refused: Some(413), ..photo(1) }));
    assert_eq!(Photo::read(&photo(1).text()), Some(photo(1)));
    step(&mut photos, PhotoInput::Added(photo(3), Durability::Volatile));
    step(&mut photos, PhotoInput::Gone { key: photo(1).key() });
    assert_eq!(photos.keeping("a"), PhotoKeeping::Unkept, "what is only in memory is never called kept");
}

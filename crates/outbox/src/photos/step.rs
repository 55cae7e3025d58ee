//! One event, and what follows from it.

use super::{Held, Photo, PhotoInput, PhotoOutput, Photos};
use crate::input::{Durability, Now};

impl Photos {
    /// `arrived` tells of an answer's id whether all of it that there is has left this phone for the backend.
    pub fn step(
        &mut self,
        input: PhotoInput,
        now: Now,
        random: u32,
        arrived: &dyn Fn(&str) -> bool,
    ) -> Vec<PhotoOutput> {
        match input {
            PhotoInput::Load(photos) => {
                for photo in photos {
                    self.insert(photo, Durability::Durable);
                }
            }
            PhotoInput::Added(photo, durability) => {
                self.insert(photo, durability);
                self.backoff.hint(now.mono, random);
            }
            PhotoInput::TakenOut { key } => self.remove(&key),
            PhotoInput::Deleted { id } => {
                let keys: Vec<String> =
                    self.waiting().filter(|photo| photo.id == id).map(Photo::key).collect();
                for key in keys {
                    self.remove(&key);
                }
            }
            PhotoInput::Gone { key } => {
                self.flying.take_if(|flying| *flying == key);
                self.remove(&key);
            }
            PhotoInput::Reply { key, outcome } => self.reply(&key, outcome, now, random),
            // Its timer ran out, perhaps a moment early: the driver is told again.
            PhotoInput::Due => self.plan = None,
            PhotoInput::Online => self.backoff.online(now.mono, random),
            PhotoInput::Wake => self.backoff.hint(now.mono, random),
            PhotoInput::Retry => {
                for held in self.all.iter_mut().filter(|held| held.photo.refused.is_some()) {
                    held.photo.refused = None;
                    self.out.push(PhotoOutput::Mark(held.photo.clone()));
                }
                self.backoff.resume(now.mono, random);
            }
        }
        self.go_on(now, arrived);
        std::mem::take(&mut self.out)
    }

    fn insert(&mut self, photo: Photo, durability: Durability) {
        match self.position(&photo.key()).and_then(|at| self.all.get_mut(at)) {
            // What is only remembered here is not made less by what storage has.
            Some(held) if durability == Durability::Durable => held.durability = durability,
            Some(_) => {}
            None => self.all.push(Held { photo, durability }),
        }
    }

    /// Storage is asked to remove it though it may never have had it.
    pub(super) fn remove(&mut self, key: &str) {
        if let Some(at) = self.position(key) {
            self.all.remove(at);
        }
        self.out.push(PhotoOutput::Remove { key: key.to_owned() });
    }

    /// One at a time: on a weak network two photos at once would both be late.
    fn go_on(&mut self, now: Now, arrived: &dyn Fn(&str) -> bool) {
        let next = self.waiting().find(|photo| photo.refused.is_none() && arrived(&photo.id));
        let next = next.filter(|_| self.flying.is_none()).map(|photo| (photo.key(), photo.sha256.clone()));
        let ready_at = self.backoff.ready_at();
        let until = match next {
            Some((key, sha256)) if ready_at <= now.mono => {
                self.flying = Some(key.clone());
                self.out.push(PhotoOutput::Send { key, sha256 });
                None
            }
            next => next.map(|_| ready_at),
        };
        if self.plan != Some(until) {
            self.plan = Some(until);
            self.out.push(PhotoOutput::Wait { until });
        }
    }
}

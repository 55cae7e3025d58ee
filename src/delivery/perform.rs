//! What the outbox orders, done by the browser. Nothing here calls back before it returns: replies come as later tasks.

use std::rc::Rc;

use crate::prelude::*;
use mot_cua_outbox::{Input, Job, Outcome, Output, Pace, erase_request, judge_erase};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{Inner, Writer};
use crate::browser::locks::{self, Right};
use crate::browser::storage::Refusal;
use crate::browser::{clock, handover, transport};

impl Inner {
    pub(super) fn perform(self: &Rc<Self>, order: Output) {
        match order {
            Output::Store { ticket, write } => {
                self.writes.borrow_mut().push_back((ticket, write));
                if self.writer.replace(Writer::Busy) == Writer::Idle {
                    spawn_local(self.clone().write_all());
                }
            }
            Output::Send { key, job, pace } => spawn_local(self.clone().send(key, job, pace)),
            Output::Wait { until } => {
                let wait = until.map(|until| until.saturating_sub(clock::steady_ms()));
                if let Some(timer) = self.timer.get() {
                    timer.set(wait);
                }
            }
            Output::Acquire => spawn_local(self.clone().acquire()),
            Output::Release => self.release(),
            Output::Imported { source } => {
                let mut taps = self.taps.borrow_mut();
                if let Some(at) = taps.iter().position(|(key, _)| *key == source) {
                    let (key, bytes) = taps.swap_remove(at);
                    handover::remove(&key, &bytes);
                }
            }
            Output::Tell { id, keeping } => {
                let signal =
                    self.states.borrow().iter().find(|(known, _)| *known == id).map(|(_, signal)| *signal);
                if let Some(signal) = signal {
                    signal.set(keeping);
                }
            }
        }
    }

    /// There are writes only after storage was opened: before that the outbox waits.
    async fn write_all(self: Rc<Self>) {
        loop {
            let next = self.writes.borrow_mut().pop_front();
            let (Some((ticket, write)), Some(storage)) = (next, self.storage.get()) else { break };
            let input = match storage.write(&write).await {
                Ok(()) => Input::Stored { ticket },
                Err(Refusal::Stale(found)) => Input::Stale { ticket, found },
                Err(Refusal::Broken) => Input::StoreFailed { ticket },
            };
            self.feed(input);
        }
        self.writer.set(Writer::Idle);
    }

    async fn send(self: Rc<Self>, key: String, job: Job, pace: Pace) {
        let reply = match &job {
            Job::Post { answer, bytes } => transport::send(&self.submit.request(answer, bytes), pace).await,
            Job::Erase { id } => transport::send(&erase_request(&self.submit, id), pace).await,
        };
        let outcome = match reply {
            Ok(reply) => Outcome::Judged(match &job {
                Job::Post { answer, .. } => self.submit.judge(answer, &reply),
                Job::Erase { .. } => judge_erase(&self.submit, &reply),
            }),
            Err(failure) => Outcome::Failed(failure),
        };
        self.feed(Input::Reply { key, outcome });
    }

    async fn acquire(self: Rc<Self>) {
        let input = match locks::ask().await {
            Right::Until(release) => {
                // A right that came after the question was dropped gives way to the newer one.
                self.release();
                *self.release.borrow_mut() = Some(release);
                Input::Granted
            }
            Right::Unguarded => Input::Granted,
            Right::Denied => Input::Denied,
        };
        self.feed(input);
    }

    fn release(&self) {
        let release = self.release.borrow_mut().take();
        if let Some(release) = release {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

//! What the outbox orders, done by the browser. Nothing here calls back before it returns: replies come as later tasks.

use mot_cua_outbox::{Durability, Input, Job, Outcome, Output, Pace, Write, erase_request, judge_erase};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{Asked, Inner, Writer};
use crate::browser::locks::{self, Right};
use crate::browser::storage::{self, Refusal};
use crate::browser::{clock, handover, transport};

impl Inner {
    pub(super) fn perform(&'static self, order: Output) {
        match order {
            Output::Store { ticket, write } => {
                self.write(ticket, write);
            }
            Output::Send { key, job, pace } => spawn_local(self.send(key, job, pace)),
            Output::Wait { until } => {
                let wait = until.map(|until| until.saturating_sub(clock::steady_ms()));
                if let Some(timer) = self.timer.get() {
                    timer.set(wait);
                }
            }
            Output::Acquire => spawn_local(self.acquire()),
            Output::Release => self.release(),
            Output::Reread => spawn_local(self.reread()),
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

    fn write(&'static self, ticket: u64, write: Write) {
        #[cfg(feature = "full")]
        let waits = self.may_wait(&write);
        self.writes.borrow_mut().push_back((ticket, write));
        #[cfg(feature = "full")]
        match self.writer.get() {
            Writer::Idle if waits => {
                self.writer.set(Writer::Waiting);
                spawn_local(self.write_soon());
                return;
            }
            Writer::Waiting if waits => return,
            _ => {}
        }
        self.write_now();
    }

    pub(super) fn write_now(&'static self) {
        #[cfg(feature = "full")]
        self.session.borrow_mut().write_down();
        if self.writer.replace(Writer::Busy) != Writer::Busy {
            spawn_local(self.write_all());
        }
    }

    /// There are writes only after storage was opened: before that the outbox waits.
    async fn write_all(&'static self) {
        let mut is_stored = false;
        loop {
            let next = self.writes.borrow_mut().pop_front();
            let Some((ticket, write)) = next else { break };
            let input = match self.storage.write(&write).await {
                Ok(()) => Input::Stored { ticket },
                Err(Refusal::Stale(found)) => Input::Stale { ticket, found },
                Err(Refusal::Leased) => Input::Denied,
                Err(Refusal::Broken) => Input::StoreFailed { ticket },
            };
            is_stored = matches!(input, Input::Stored { .. });
            let kept = is_stored && matches!(write, Write::Keep(_));
            let durable = self.storage.durability() == Durability::Durable;
            if kept && durable && self.asked.replace(Asked::Yes) == Asked::No {
                storage::persist();
            }
            self.feed(input);
        }
        self.writer.set(Writer::Idle);
        // What did not get there stays where it was left.
        if is_stored {
            self.take_back();
        }
    }

    async fn send(&'static self, key: String, job: Job, pace: Pace) {
        // Judged by the adapter that made the request, whatever the site names by then.
        let submit = self.submit.get();
        let request = match &job {
            Job::Post { answer, bytes } => submit.request(answer, bytes),
            Job::Erase { id } => erase_request(submit, id),
        };
        let outcome = match transport::send(&request, pace).await {
            Ok(reply) => Outcome::Judged(match &job {
                Job::Post { answer, .. } => submit.judge(answer, &reply),
                Job::Erase { .. } => judge_erase(submit, &reply),
            }),
            Err(failure) => Outcome::Failed(failure),
        };
        self.feed(Input::Reply { key, outcome });
    }

    async fn acquire(&'static self) {
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

    fn release(&'static self) {
        let release = self.release.borrow_mut().take();
        if let Some(release) = release {
            let _ = release.call0(&JsValue::NULL);
        } else {
            // Behind the writes that came before it. Nothing waits for its ticket.
            self.write(u64::MAX, Write::Free);
        }
    }
}

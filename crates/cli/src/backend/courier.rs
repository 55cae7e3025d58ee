//! The page's own outbox with a memory for a disk and a clock that jumps: what a phone would send, without the waiting.

use std::collections::VecDeque;

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Request, Submit};
use mot_cua_outbox::{Durability, Input, Job, Now, Outbox, Outcome, Output, When, erase_request};

/// One phone. `carry` performs a request and says how it ended; it is never called twice at a time.
pub(crate) struct Courier<F> {
    submit: Submit,
    outbox: Outbox,
    carry: F,
    /// Milliseconds that would have passed.
    clock: u64,
    wake: Option<u64>,
    dice: u32,
}

impl<F: FnMut(&Job, &Request) -> Outcome> Courier<F> {
    pub(crate) fn new(submit: &Submit, carry: F) -> Self {
        let outbox = Outbox::new(submit);
        let mut courier =
            Self { submit: submit.clone(), outbox, carry, clock: 0, wake: None, dice: 0x9e37_79b9 };
        courier.feed(Input::Load { rows: Vec::new(), facts: Vec::new(), durability: Durability::Durable });
        courier
    }

    /// The whole answer so far, to be sent at once.
    pub(crate) fn change(&mut self, answer: Answer) {
        self.feed(Input::Change { answer: Box::new(answer), when: When::Now });
    }

    /// Waits until nothing is left, at most `times` over. False: something is left.
    pub(crate) fn wait(&mut self, times: u32) -> bool {
        for _ in 0..times {
            let Some(until) = self.wake.take() else { break };
            self.clock = self.clock.max(until);
            self.feed(Input::Due);
        }
        self.outbox.pending().is_empty()
    }

    pub(crate) fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    fn feed(&mut self, input: Input) {
        let mut inputs = VecDeque::from([input]);
        while let Some(input) = inputs.pop_front() {
            #[allow(clippy::cast_precision_loss, reason = "shown, never reckoned with")]
            let now = Now { mono: self.clock, wall: self.clock as f64 };
            // Weyl's sequence: evenly spread, the same in every run.
            self.dice = self.dice.wrapping_add(0x9e37_79b9);
            for output in self.outbox.step(input, now, self.dice) {
                match output {
                    Output::Store { ticket, .. } => inputs.push_back(Input::Stored { ticket }),
                    Output::Acquire => inputs.push_back(Input::Granted),
                    Output::Wait { until } => self.wake = until,
                    Output::Send { key, job, .. } => {
                        let request = match &job {
                            Job::Post { answer, bytes } => self.submit.request(answer, bytes),
                            Job::Erase { id } => erase_request(&self.submit, id),
                        };
                        let outcome = (self.carry)(&job, &request);
                        inputs.push_back(Input::Reply { key, outcome });
                    }
                    // One tab, one site, nothing left by a first script.
                    _ => {}
                }
            }
        }
    }
}

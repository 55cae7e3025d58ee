//! What the backend said of a photo.

use mot_cua_contract::adapter::Verdict;

use super::{PhotoOutput, Photos};
use crate::input::{Failure, Now, Outcome};
use crate::keeping::Trouble;

impl Photos {
    pub(super) fn reply(&mut self, key: &str, outcome: Outcome, now: Now, random: u32) {
        if self.flying.take_if(|flying| flying == key).is_none() {
            return;
        }
        let mut failed = |trouble, named| self.backoff.failed(trouble, named, now.mono, random);
        match outcome {
            Outcome::Judged(Verdict::Acked | Verdict::Already) => {
                self.backoff.succeeded();
                self.remove(key);
            }
            Outcome::Judged(Verdict::Refused { status, .. }) => {
                self.backoff.succeeded();
                // Not there: taken out while it was under way.
                if let Some(held) = self.position(key).and_then(|at| self.all.get_mut(at)) {
                    held.photo.refused = Some(status);
                    self.out.push(PhotoOutput::Mark(held.photo.clone()));
                }
            }
            Outcome::Judged(Verdict::Later { after_ms }) => failed(Trouble::Busy, after_ms),
            Outcome::Judged(Verdict::LoginPage) => failed(Trouble::LoginPage, None),
            Outcome::Judged(Verdict::Paused { status }) => self.backoff.paused(status, now.mono, random),
            Outcome::Failed(Failure::Blocked) => failed(Trouble::Blocked, None),
            Outcome::Failed(_) => failed(Trouble::NoConnection, None),
        }
    }
}

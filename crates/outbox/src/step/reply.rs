//! What the backend said.

use mot_cua_contract::adapter::{Revisions, Verdict};

use crate::fact::{End, Fact};
use crate::input::{Failure, Outcome};
use crate::keeping::Trouble;
use crate::outbox::{Line, Outbox};
use crate::output::Output;
use crate::record::Phase;
use crate::step::shorten::TOO_LARGE;
use crate::write::Write;

impl Outbox {
    pub(super) fn reply(&mut self, key: &str, outcome: Outcome) {
        if !matches!(&self.line, Line::Flying { key: flying } if flying == key) {
            return;
        }
        self.line = Line::Idle;
        self.release();
        let (now, random) = (self.now.mono, self.random);
        match outcome {
            Outcome::Judged(Verdict::Acked) => {
                self.backoff.succeeded();
                self.acknowledged(key);
            }
            Outcome::Judged(Verdict::Already) => {
                self.backoff.succeeded();
                // The key is there. With `final` that may be the text before this one, sent by another tab.
                let entry = self.position(key).and_then(|at| self.entries.get(at));
                let unsure = entry.filter(|e| self.revisions == Revisions::Final && e.is_unwritten_change());
                let late = unsure.map(|entry| entry.record.all().to_owned());
                self.acknowledged(key);
                if let Some(text) = late {
                    self.came_late(&text);
                }
            }
            Outcome::Judged(Verdict::Refused { status, field }) => {
                self.backoff.succeeded();
                self.refused(key, status, field);
            }
            Outcome::Judged(Verdict::Later { after_ms }) => {
                self.backoff.failed(Trouble::Busy, after_ms, now, random);
            }
            Outcome::Judged(Verdict::LoginPage) => self.backoff.failed(Trouble::LoginPage, None, now, random),
            Outcome::Judged(Verdict::Paused { status }) => {
                self.backoff.paused(status, now, random);
                self.out.push(Output::Reread);
            }
            Outcome::Failed(Failure::Blocked) => self.backoff.failed(Trouble::Blocked, None, now, random),
            Outcome::Failed(_) => self.backoff.failed(Trouble::NoConnection, None, now, random),
        }
    }

    fn acknowledged(&mut self, key: &str) {
        // Not there: deleted by its owner while it was under way; the deletion follows.
        let Some(entry) = self.position(key).and_then(|at| self.entries.get(at)) else { return };
        let (id, rev, seq) = (entry.record.id.clone(), entry.record.rev, entry.record.seq);
        if rev == 0 {
            self.take_out(&id, 0, u32::MAX);
            let highest = self.highest(&id);
            let fact = Fact { id, rev: highest, seq, at_ms: self.now.wall, end: End::Deleted };
            self.learn(fact.clone());
            let (remove, facts) = (vec![key.to_owned()], vec![fact]);
            self.leave(Write::Leave { remove, facts, forget: Vec::new(), keep: None }, Vec::new());
        } else {
            self.settle(Fact { id, rev, seq, at_ms: self.now.wall, end: End::Sent }, Vec::new());
        }
    }

    /// It stays, visible, until a person tries again, changes it or deletes it.
    fn refused(&mut self, key: &str, status: u16, field: Option<String>) {
        let Some(at) = self.position(key) else { return };
        // A later revision speaks for itself.
        let newest = self.entries.get(at).is_some_and(|e| self.highest(&e.record.id) == e.record.rev);
        if status == TOO_LARGE && newest && self.shorten(at) {
            return;
        }
        if let Some(entry) = self.entries.get_mut(at) {
            entry.record.phase = Phase::Refused { status, field };
        }
        self.keep(at);
    }
}

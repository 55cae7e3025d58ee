//! The answer in progress, as `sessionStorage` carries it through a reload: `{"answer": {…}, "frozen": true}`.
//!
//! Once the outbox has it, it is always "frozen": after a reload the revision is sent as it is, so a change takes the next
//! number. `"acked": true` tells the next page that it need not be sent again, where the phone keeps nothing else.

use mot_cua_contract::adapter::Revisions;
use mot_cua_contract::{Answer, lean, lean_struct};
use mot_cua_outbox::{Changes, Input, Keeping, Outbox, Taken, When};

use crate::browser::handover;

#[derive(Default)]
pub(super) struct Session {
    current: Option<Current>,
    /// Whether the tab's storage is behind.
    is_behind: bool,
}

struct Current {
    id: String,
    rev: u32,
    /// The answer's JSON.
    bytes: String,
    status: Status,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    /// The next change may rewrite it.
    Open,
    Frozen,
    Acked,
}

/// As it is stored; `boot.js` writes no `acked`.
struct Stored {
    answer: Answer,
    frozen: bool,
    acked: bool,
}

lean_struct!(Stored { answer: "answer", frozen: "frozen", acked: "acked" });

impl Session {
    /// What a reload, or the first script, left.
    pub(super) fn read() -> Self {
        let stored = handover::now().and_then(|text| lean::read::<Stored>(&text));
        let current = stored.map(|stored| {
            let status = match (stored.acked, stored.frozen) {
                (true, _) => Status::Acked,
                (false, true) => Status::Frozen,
                (false, false) => Status::Open,
            };
            let bytes = stored.answer.to_json();
            Current { id: stored.answer.id, rev: stored.answer.rev, bytes, status }
        });
        Self { current, is_behind: false }
    }

    pub(super) fn is_of(&self, id: &str) -> bool {
        self.current.as_ref().is_some_and(|current| current.id == id)
    }

    /// Whether a page that ended had it already. In mode `final` it is closed then.
    pub(super) fn is_begun(&self) -> bool {
        self.current.as_ref().is_some_and(|current| current.status != Status::Open)
    }

    /// The answer, with the least number that its next revision may have.
    pub(super) fn answer(&self) -> Option<Answer> {
        let current = self.current.as_ref()?;
        let mut answer: Answer = lean::read(&current.bytes)?;
        if current.status != Status::Open {
            answer.rev = answer.rev.saturating_add(1);
        }
        Some(answer)
    }

    /// Id, revision and JSON of what has not arrived.
    pub(super) fn unsent(&self) -> Option<(&str, u32, &str)> {
        let current = self.current.as_ref().filter(|current| current.status == Status::Frozen)?;
        Some((&current.id, current.rev, &current.bytes))
    }

    /// This answer is the one in progress now.
    pub(super) fn begin(&mut self, answer: &Answer) {
        if !self.is_of(&answer.id) {
            let bytes = answer.to_json();
            self.current = Some(Current { id: answer.id.clone(), rev: 0, bytes, status: Status::Open });
        }
    }

    pub(super) fn end(&mut self) {
        self.current = None;
        self.is_behind = false;
        handover::set_now(None);
    }

    /// Notes what became of it since.
    pub(super) fn follow(&mut self, outbox: &Outbox) {
        let Some(current) = &mut self.current else { return };
        let rev = outbox.highest(&current.id);
        if rev < current.rev {
            // Storage knows less than the tab: see `lost`.
            return;
        }
        let (bytes, status) = match outbox.latest(&current.id) {
            Some(bytes) => (bytes, Status::Frozen),
            None if matches!(outbox.keeping(&current.id), Keeping::Sent { .. }) => ("", Status::Acked),
            None => return,
        };
        if (current.rev, current.status) == (rev, status) && (bytes.is_empty() || bytes == current.bytes) {
            return;
        }
        current.rev = rev;
        if !bytes.is_empty() {
            bytes.clone_into(&mut current.bytes);
        }
        current.status = status;
        self.is_behind = true;
    }

    /// Writes down what [`Session::follow`] noted.
    pub(super) fn write_down(&mut self) {
        let Some(current) = self.current.as_ref().filter(|_| self.is_behind) else { return };
        self.is_behind = false;
        let end = match current.status {
            Status::Acked => r#","frozen":true,"acked":true}"#,
            _ => r#","frozen":true}"#,
        };
        handover::set_now(Some(&[r#"{"answer":"#, &current.bytes, end].concat()));
    }

    /// What to tell an outbox whose storage lost the revision (emptied, or never there) that the tab remembers.
    pub(super) fn lost(&self, outbox: &Outbox, revisions: Revisions) -> Option<Input> {
        let current = self.current.as_ref()?;
        if outbox.highest(&current.id) >= current.rev || outbox.changes(&current.id) == Changes::Closed {
            return None;
        }
        let (source, bytes) = (String::new(), current.bytes.clone());
        match (current.status, revisions) {
            (Status::Acked, _) => Some(Input::Import { source, bytes, how: Taken::Acked }),
            // Under the same number: another one would be counted as another answer.
            (_, Revisions::Final) => Some(Input::Import { source, bytes, how: Taken::Waiting }),
            _ => Some(Input::Change { answer: Box::new(self.answer()?), when: When::Now }),
        }
    }
}

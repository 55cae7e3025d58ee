//! A phone on which all writes succeed at once and the right to send is always given.

use mot_cua_contract::adapter::{Kind, Revisions, Rule, Submit, Verdict};
use mot_cua_contract::{Answer, Context, Place};
use mot_cua_outbox::{Durability, Failure, Input, Job, Keeping, Now, Outbox, Outcome, Output, When};

pub(crate) const ID: &str = "00000000-0000-4000-8000-000000000001";

pub(crate) struct Phone {
    pub(crate) outbox: Outbox,
    pub(crate) time: u64,
    pub(crate) wall: f64,
    /// When, and `id:rev bytes`.
    pub(crate) sent: Vec<(u64, String)>,
    pub(crate) wait: Option<u64>,
    pub(crate) rereads: u32,
}

impl Phone {
    pub(crate) fn new(submit: &Submit) -> Self {
        let mut phone = Self {
            outbox: Outbox::new(submit),
            time: 0,
            wall: 5.0,
            sent: Vec::new(),
            wait: None,
            rereads: 0,
        };
        phone.give(Input::Load { rows: Vec::new(), facts: Vec::new(), durability: Durability::Durable });
        phone
    }

    pub(crate) fn give(&mut self, input: Input) {
        let mut inputs = vec![input];
        while !inputs.is_empty() {
            let input = inputs.remove(0);
            let now = Now { mono: self.time, wall: self.wall };
            for order in self.outbox.step(input, now, u32::MAX / 2) {
                match order {
                    Output::Store { ticket, .. } => inputs.push(Input::Stored { ticket }),
                    Output::Acquire => inputs.push(Input::Granted),
                    Output::Send { key, job: Job::Post { bytes, .. }, .. } => {
                        self.sent.push((self.time, key + " " + &bytes));
                    }
                    Output::Wait { until } => self.wait = until,
                    Output::Reread => self.rereads += 1,
                    _ => {}
                }
            }
        }
    }

    pub(crate) fn tap(&mut self, number: u64, when: When) {
        self.give(Input::Change { answer: Box::new(answer(number)), when });
    }

    pub(crate) fn reply(&mut self, rev: u32, verdict: Verdict) {
        self.give(Input::Reply { key: format!("{ID}:{rev}"), outcome: Outcome::Judged(verdict) });
    }

    pub(crate) fn fail(&mut self, rev: u32, failure: Failure) {
        self.give(Input::Reply { key: format!("{ID}:{rev}"), outcome: Outcome::Failed(failure) });
    }

    pub(crate) fn retry(&mut self) {
        self.give(Input::Retry { id: None });
    }

    /// Lets time pass, waking it when it asked to be woken.
    pub(crate) fn pass(&mut self, ms: u64) {
        let end = self.time + ms;
        while let Some(until) = self.wait.filter(|until| *until <= end) {
            self.time = self.time.max(until);
            self.wait = None;
            self.give(Input::Due);
        }
        self.time = end;
    }

    pub(crate) fn keeping(&self) -> Keeping {
        self.outbox.keeping(ID)
    }

    /// Revision of the last request.
    pub(crate) fn last(&self) -> &str {
        self.sent.last().unwrap().1.split_once(' ').unwrap().0.rsplit_once(':').unwrap().1
    }
}

/// Kind `json`, where 201 is an acknowledgement.
pub(crate) fn json(revisions: Revisions) -> Submit {
    let ack = Some(Rule { status: vec![201], ..Rule::default() });
    Submit { kind: Kind::Json, revisions, ack, ..Submit::default() }
}

pub(crate) fn answer(number: u64) -> Answer {
    let mut answers = serde_json::Map::new();
    answers.insert("overall".into(), number.into());
    Answer {
        v: 1,
        id: ID.to_owned(),
        rev: 1,
        survey: "quick".into(),
        survey_version: String::new(),
        place: Place::unit("04795"),
        answers,
        complete: false,
        saved_at: "2026-11-21T09:00:00+07:00".into(),
        seconds: None,
        lang: "vi".into(),
        app: "0.1.0".into(),
        context: Context::default(),
        token: None,
    }
}

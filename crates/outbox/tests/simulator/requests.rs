//! The network and the backend behind it.

use mot_cua_contract::adapter::{Response, Verdict};
use mot_cua_outbox::{Durability, Failure, Input, Job, Outcome, Pace, judge_erase};

use crate::fate::{Back, Erase, Fate};
use crate::mutant::Mutant;
use crate::server::Address;
use crate::tab::{Flight, Guarded, Note};
use crate::world::{Event, Guard, World};

impl World {
    pub(crate) fn send(&mut self, tab: u64, key: String, job: &Job, pace: Pace) {
        self.take_off(tab, &key, pace);
        if self.mutant == Mutant::DeleteBeforeSend && matches!(job, Job::Post { .. }) {
            self.disk.rows.remove(&key);
        }
        let fate = if self.offline { Fate::Reset } else { Fate::draw(&mut self.chance, self.storm) };
        let (there, back) = (self.chance.within(20, 900), self.chance.within(20, 900));
        let failed = |failure| Outcome::Failed(failure);
        let arrive = |reply| Event::Arrive { tab, key: key.clone(), job: job.clone(), reply, back };
        match fate {
            Fate::Well => self.after(there, arrive(Back::TheReply)),
            Fate::Garbled(reply) => self.after(there, arrive(Back::Instead(reply))),
            Fate::ReplyLost => {
                self.after(there, arrive(Back::Nothing));
                self.after(there + back, Event::Reply { tab, key, outcome: failed(Failure::Broken) });
            }
            Fate::Late => {
                self.after(20_000 + there * 60, arrive(Back::Nothing));
                self.after(20_000, Event::Reply { tab, key, outcome: failed(Failure::TimedOut) });
            }
            Fate::Reset => {
                self.after(there, Event::Reply { tab, key, outcome: failed(Failure::NoConnection) });
            }
            Fate::Other(reply) => {
                let outcome = self.judge(job, &reply.response(erase(job)));
                self.after(there, Event::Reply { tab, key, outcome });
            }
        }
    }

    /// One request a page; and of all pages together one, but for those that are being left, that slept, or that storage
    /// failed: better sent twice than not at all.
    fn take_off(&mut self, tab: u64, key: &str, pace: Pace) {
        assert!(self.flying.iter().all(|flight| flight.tab != tab), "two requests of one page at once");
        let (guard, page) = (self.guard, self.tab(tab).unwrap());
        let leased = page.note == Note::Written && page.durability == Durability::Durable;
        let guarded = match pace {
            Pace::Calm if guard == Guard::WebLocks || leased => Guarded::Yes,
            Pace::Calm | Pace::Leaving => Guarded::No,
        };
        if guarded == Guarded::Yes {
            let other = self.flying.iter().find(|flight| flight.guarded == Guarded::Yes);
            assert!(other.is_none(), "two pages send at once");
        }
        self.flying.push(Flight { tab, key: key.to_owned(), guarded });
    }

    /// The request is at the backend; whoever sent it may be dead by now.
    pub(crate) fn arrive(&mut self, tab: u64, key: String, job: &Job, reply: Back, back: u64) {
        let to = self.tab(tab).map_or(Address::Old, |page| page.address);
        let response = match job {
            Job::Post { answer, bytes } => {
                let request = self.submit.request(answer, bytes);
                self.server.post(answer, &request.body, &self.submit, to, self.mutant)
            }
            Job::Erase { id } => self.server.delete(id, to),
        };
        let response = match reply {
            Back::Nothing => return,
            Back::TheReply => response,
            Back::Instead(reply) => reply.response(erase(job)),
        };
        let outcome = self.judge(job, &response);
        self.after(back, Event::Reply { tab, key, outcome });
    }

    fn judge(&self, job: &Job, response: &Response) -> Outcome {
        let verdict = match job {
            Job::Post { answer, .. } => self.submit.judge(answer, response),
            Job::Erase { .. } => judge_erase(&self.submit, response),
        };
        Outcome::Judged(match (self.mutant, verdict) {
            (Mutant::AckHtml, _) if response.status == 200 => Verdict::Acked,
            (Mutant::DropRefused, Verdict::Refused { .. }) => Verdict::Already,
            (_, verdict) => verdict,
        })
    }

    pub(crate) fn replied(&mut self, tab: u64, key: String, outcome: Outcome) {
        self.flying.retain(|flight| flight.tab != tab || flight.key != key);
        let outcome = match (self.mutant, outcome) {
            (Mutant::TimeoutIsAck, Outcome::Failed(Failure::TimedOut)) => Outcome::Judged(Verdict::Acked),
            (_, outcome) => outcome,
        };
        self.feed(tab, Input::Reply { key, outcome });
    }

    /// The site names the new address, if the ward has written it there by now.
    pub(crate) fn reread(&mut self, tab: u64) {
        let (kind, revisions, known) = (self.submit.kind, self.submit.revisions, self.chance.percent(60));
        let Some(page) = self.tab(tab).filter(|page| known && page.address == Address::Old) else { return };
        page.address = Address::New;
        self.feed(tab, Input::Moved { kind, revisions });
    }
}

fn erase(job: &Job) -> Erase {
    if matches!(job, Job::Erase { .. }) { Erase::Yes } else { Erase::No }
}

//! The driver: performs what the outbox orders, badly where the schedule says so.

use mot_cua_contract::adapter::{Response, Verdict};
use mot_cua_outbox::{
    Durability, Failure, Found, Input, Job, Keeping, Now, Outcome, Output, Taken, Write, judge_erase,
};

use crate::book::Deletion;
use crate::fate::{Back, Erase, Fate};
use crate::mutant::Mutant;
use crate::server::number_in;
use crate::tab::{Loaded, Session, Writing};
use crate::world::{Event, World};

/// How a write ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WriteFate {
    Well,
    /// Quota, a lost connection: nothing was written.
    Nothing,
    /// The connection was lost after the commit.
    Unheard,
}

impl World {
    pub(crate) fn feed(&mut self, tab: u64, input: Input) {
        let random = self.chance.u32();
        let time = self.time;
        let Some(page) = self.tabs.iter_mut().find(|page| page.name == tab) else { return };
        if matches!(input, Input::Load { .. }) {
            page.loaded = Loaded::Yes;
        }
        #[allow(clippy::cast_precision_loss, reason = "a virtual clock starts at zero")]
        let now = Now { mono: time - page.opened, wall: time as f64 };
        let heard = trace().then(|| format!("{input:?}"));
        let out = page.outbox.step(input, now, random);
        if let Some(heard) = heard {
            println!("{time} tab {tab} < {heard}\n    > {out:?}");
        }
        if let Some((id, floor)) = &page.current {
            let floor = (page.outbox.highest(id) + 1).max(*floor);
            self.session = Some(Session { id: id.clone(), floor });
        }
        for order in out {
            self.perform(tab, order);
        }
    }

    fn perform(&mut self, tab: u64, order: Output) {
        let soon = self.chance.within(1, 5);
        match order {
            Output::Store { ticket, write } => {
                if let Some(page) = self.tab(tab) {
                    page.writes.push_back((ticket, write));
                }
                self.next_write(tab);
            }
            Output::Send { key, job, .. } => self.send(tab, key, &job),
            Output::Wait { until } => {
                if let Some(page) = self.tab(tab) {
                    page.wait = until;
                    if let Some(until) = until {
                        let at = (page.opened + until).max(self.time + 1);
                        self.at(at, Event::Timer { tab, until });
                    }
                }
            }
            Output::Acquire => {
                let free = self.lock.is_none();
                if free {
                    self.lock = Some(tab);
                }
                self.after(
                    soon,
                    Event::Feed { tab, input: if free { Input::Granted } else { Input::Denied } },
                );
            }
            Output::Release => {
                assert_eq!(self.lock, Some(tab), "released what it did not have");
                self.lock = None;
            }
            Output::Imported { source } => {
                if let Some(bytes) = self.disk.local.remove(&source) {
                    self.removed.push((self.time, source, bytes));
                }
            }
            Output::Tell { id, keeping } => self.check_told(tab, &id, &keeping),
        }
    }

    fn next_write(&mut self, tab: u64) {
        let (storm, early) = (self.disk_storm, self.mutant == Mutant::KeptTooEarly);
        let (takes, hears) = (self.chance.within(1, 60), self.chance.within(1, 20));
        let fate = match self.chance.percent(storm) {
            true if self.chance.percent(30) => WriteFate::Unheard,
            true => WriteFate::Nothing,
            false => WriteFate::Well,
        };
        let Some(page) = self.tab(tab) else { return };
        if page.writing == Writing::Yes {
            return;
        }
        let Some((ticket, write)) = page.writes.pop_front() else { return };
        page.writing = Writing::Yes;
        if page.durability == Durability::Volatile {
            self.after(1, Event::Wrote { tab, input: Input::Stored { ticket } });
            return;
        }
        if early {
            self.after(1, Event::Wrote { tab, input: Input::Stored { ticket } });
        }
        self.after(takes, Event::Apply { tab, ticket, write, fate, hears });
    }

    /// The transaction commits now, or not.
    pub(crate) fn apply(&mut self, tab: u64, ticket: u64, write: &Write, fate: WriteFate, hears: u64) {
        // A page that died may have handed its write over in time.
        if self.tab(tab).is_none() && self.chance.percent(50) {
            return;
        }
        if fate != WriteFate::Nothing {
            self.check_leaving(write);
        }
        let done = match fate {
            WriteFate::Nothing => Ok(()),
            WriteFate::Well | WriteFate::Unheard => self.disk.apply(write, self.mutant),
        };
        let input = match (fate, done) {
            (WriteFate::Well, Ok(())) => Input::Stored { ticket },
            (WriteFate::Well, Err(found)) => Input::Stale { ticket, found },
            _ => Input::StoreFailed { ticket },
        };
        if self.mutant != Mutant::KeptTooEarly || matches!(input, Input::Stale { found: Found::Other(_), .. })
        {
            self.after(hears, Event::Wrote { tab, input });
        }
    }

    pub(crate) fn wrote(&mut self, tab: u64, input: Input) {
        if let Some(page) = self.tab(tab) {
            page.writing = Writing::No;
        }
        self.feed(tab, input);
        self.next_write(tab);
    }

    fn send(&mut self, tab: u64, key: String, job: &Job) {
        let flying = self.flying.iter().filter(|(of, _)| *of == tab).count();
        assert_eq!(flying, 0, "two requests at once");
        self.flying.push((tab, key.clone()));
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

    /// The request is at the backend; whoever sent it may be dead by now.
    pub(crate) fn arrive(&mut self, tab: u64, key: String, job: &Job, reply: Back, back: u64) {
        let response = match job {
            Job::Post { answer, bytes } => {
                let request = self.submit.request(answer, bytes);
                self.server.post(answer, &request.body, self.submit.kind)
            }
            Job::Erase { id } => self.server.delete(id),
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
        self.flying.retain(|flying| *flying != (tab, key.clone()));
        let outcome = match (self.mutant, outcome) {
            (Mutant::TimeoutIsAck, Outcome::Failed(Failure::TimedOut)) => Outcome::Judged(Verdict::Acked),
            (_, outcome) => outcome,
        };
        self.feed(tab, Input::Reply { key, outcome });
    }

    /// Storage is read, then what the first script left.
    pub(crate) fn loaded(&mut self, tab: u64) {
        let (rows, facts) = self.disk.load();
        let Some(page) = self.tab(tab) else { return };
        let durability = page.durability;
        let (rows, facts) = if durability == Durability::Durable { (rows, facts) } else { (vec![], vec![]) };
        self.feed(tab, Input::Load { rows, facts, durability });
        for (source, bytes) in self.disk.local.clone() {
            let how = if source.starts_with("mc.ack.") { Taken::Acked } else { Taken::Waiting };
            if self.mutant == Mutant::ForgetTap {
                self.disk.local.remove(&source);
            }
            self.feed(tab, Input::Import { source, bytes, how });
        }
    }

    /// The screen says this now. Is it true?
    fn check_told(&mut self, tab: u64, id: &str, keeping: &Keeping) {
        let on_server = self.server.highest_number(id);
        let on_disk = self.disk.answers_of(id).iter().map(|row| number_in(&row.bytes)).max().unwrap_or(0);
        let Some(story) = self.book.stories.get_mut(id) else { panic!("told of an unknown answer") };
        // Another tab speaks of what it took over: any text of that answer will do.
        let mine = if story.tab == tab { story.last } else { 1 };
        match keeping {
            // Another tab learns of a deletion when it next writes.
            Keeping::Kept { .. } | Keeping::Sending if story.deletion == Deletion::No => {
                assert!(
                    on_disk >= mine || on_server >= mine,
                    "said to be kept, but is not: {id} {mine} {keeping:?}"
                );
                story.promised = story.promised.max(mine);
            }
            // Of an answer whose deletion was asked for but not written down in time, the phone knows only the older fact.
            Keeping::Sent { .. } if story.deletion == Deletion::No => {
                assert!(on_server >= mine, "said to be sent, but is not: {id} {mine}, has {on_server}");
                story.promised = story.promised.max(mine);
            }
            Keeping::Deleted => {
                assert_eq!(on_server, 0, "said to be deleted, but is not: {id}");
                story.deletion = Deletion::Told;
            }
            Keeping::Nothing => assert!(story.deletion != Deletion::No, "forgotten: {id}"),
            _ => {}
        }
    }

    /// Only what the backend has, or what its owner deleted, may leave.
    fn check_leaving(&self, write: &Write) {
        let Write::Leave { remove, .. } = write else { return };
        for key in remove {
            let (id, rev) = key.split_once(':').unwrap();
            let rev: u32 = rev.parse().unwrap();
            let deleted = self.book.stories[id].deletion != Deletion::No;
            let reached = self.server.counted(id).is_some_and(|(highest, _)| highest >= rev);
            assert!(deleted || reached, "left without having arrived: {key}");
        }
    }
}

/// `MC_TRACE=1` with `MC_SEED=n` prints every step of that schedule.
fn trace() -> bool {
    static TRACE: std::sync::OnceLock<bool> = std::sync::OnceLock::new();
    *TRACE.get_or_init(|| std::env::var_os("MC_TRACE").is_some())
}

fn erase(job: &Job) -> Erase {
    if matches!(job, Job::Erase { .. }) { Erase::Yes } else { Erase::No }
}

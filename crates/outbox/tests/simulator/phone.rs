//! The driver: performs what the outbox orders, badly where the schedule says so; and hears what the screen says.

use mot_cua_outbox::{Input, Keeping, Now, Output, Write};

use crate::book::Deletion;
use crate::server::number_in;
use crate::tab::{Loaded, Session};
use crate::world::{Event, Guard, World};

impl World {
    pub(crate) fn feed(&mut self, tab: u64, input: Input) {
        let random = self.chance.u32();
        let (time, skew) = (self.time, self.skew);
        let Some(page) = self.tabs.iter_mut().find(|page| page.name == tab) else { return };
        if let Some(waiting) = &mut page.frozen {
            waiting.push(Event::Feed { tab, input });
            return;
        }
        if matches!(input, Input::Load { .. }) {
            page.loaded = Loaded::Yes;
        }
        #[allow(clippy::cast_precision_loss, reason = "a virtual clock starts at zero")]
        let now = Now { mono: time - page.opened, wall: time as f64 + skew };
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
            Output::Send { key, job, pace } => self.send(tab, key, &job, pace),
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
                let free = self.guard == Guard::Lease || self.lock.is_none();
                if free && self.guard == Guard::WebLocks {
                    self.lock = Some(tab);
                }
                let input = if free { Input::Granted } else { Input::Denied };
                self.after(soon, Event::Feed { tab, input });
            }
            Output::Release if self.guard == Guard::WebLocks => {
                assert_eq!(self.lock, Some(tab), "released what it did not have");
                self.lock = None;
            }
            // Behind the writes that came before it.
            Output::Release => {
                if let Some(page) = self.tab(tab) {
                    page.writes.push_back((u64::MAX, Write::Free));
                }
                self.next_write(tab);
            }
            Output::Reread => self.after(soon * 100, Event::Reread { tab }),
            Output::Imported { source } => {
                if let Some(bytes) = self.disk.local.remove(&source) {
                    self.removed.push((self.time, source, bytes));
                }
            }
            Output::Tell { id, keeping } => self.check_told(tab, &id, &keeping),
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
            Keeping::Shortened if story.deletion == Deletion::No => {
                assert!(on_server > 0, "said to be there in short, but is not: {id}");
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
    pub(crate) fn check_leaving(&self, write: &Write) {
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

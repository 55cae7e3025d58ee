//! Answers on their way: the outbox, driven by the browser. The screens see nothing but this.

mod left;
mod perform;
#[cfg(feature = "full")]
mod photos;
mod reread;
mod session;
#[cfg(feature = "full")]
mod soon;
mod states;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use crate::prelude::*;
use mot_cua_contract::adapter::{Revisions, Submit};
use mot_cua_contract::{Answer, lean};
use mot_cua_outbox::{Damaged, Input, Outbox, Output, Write};
use wasm_bindgen_futures::spawn_local;

use crate::browser::lifecycle::{self, Moment};
use crate::browser::locks::Release;
use crate::browser::storage::{Held, Storage};
use crate::browser::timer::{self, Timer};
use crate::browser::{clock, handover};
use crate::config::Config;

pub(crate) use mot_cua_outbox::{Changes, Keeping, PendingItem, When};

/// The way to the one backend of this site. It lives as long as the document, and so does what it points to.
#[derive(Clone)]
pub(crate) struct Delivery(&'static Inner);

struct Inner {
    submit: Cell<&'static Submit>,
    /// `submit` as the site named it when it was last read again.
    named: RefCell<String>,
    /// Address of `site.json`.
    site: String,
    outbox: RefCell<Outbox>,
    storage: Storage,
    opened: Cell<Opened>,
    /// Whether the browser was asked not to clear what is stored.
    asked: Cell<Asked>,
    /// Writes are done one after the other.
    writes: RefCell<VecDeque<(u64, Write)>>,
    writer: Cell<Writer>,
    timer: OnceCell<Timer>,
    /// Lets other tabs send.
    release: RefCell<Option<Release>>,
    /// What was read from `localStorage`, by its key.
    taps: RefCell<Vec<(String, String)>>,
    session: RefCell<session::Session>,
    /// What was put into `localStorage` when the page went out of sight in the middle of a write.
    left: RefCell<Option<(String, String)>>,
    /// Owner of the signals: they outlive the screen that first asks for them.
    home: Owner,
    states: RefCell<Vec<(String, RwSignal<Keeping>)>>,
    /// How many damaged rows there were.
    damaged: Cell<usize>,
    pending: RwSignal<Vec<PendingItem>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writer {
    Idle,
    /// Something is to be written once the frame that shows it is drawn.
    #[cfg(feature = "full")]
    Waiting,
    Busy,
}

/// Whether storage was read once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    No,
    Yes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    No,
    Yes,
}

/// Rows that the outbox takes over in one task: a backlog of a thousand must not hold up a tap.
const AT_ONCE: usize = 50;

/// Browsers let 4 ms pass between tasks that follow one another: about a tenth of a second.
const TURNS: usize = 20;

impl Delivery {
    /// Opens storage, takes over what the first script left, and begins to send. In the same breath the first script has
    /// to be told that it is relieved: what it writes later is not seen.
    pub(crate) fn start(config: &Config) -> Self {
        let home = Owner::new();
        let pending = home.with(|| RwSignal::new(Vec::new()));
        let inner: &'static Inner = Box::leak(Box::new(Inner {
            outbox: RefCell::new(Outbox::new(&config.submit)),
            submit: Cell::new(Box::leak(Box::new(config.submit.clone()))),
            named: RefCell::default(),
            site: reread::address(config),
            storage: Storage::new(),
            opened: Cell::new(Opened::No),
            asked: Cell::new(Asked::No),
            writes: RefCell::default(),
            writer: Cell::new(Writer::Idle),
            timer: OnceCell::new(),
            release: RefCell::default(),
            taps: RefCell::default(),
            session: RefCell::new(session::Session::read()),
            left: RefCell::default(),
            home,
            states: RefCell::default(),
            damaged: Cell::new(0),
            pending,
        }));
        let _ = inner.timer.set(Timer::new(|| inner.feed(Input::Due)));
        inner.take_taps();
        inner.listen();
        spawn_local(inner.read());
        Self(inner)
    }

    /// The whole answer so far. The revision's number is the outbox's business. `Closed`: the answer takes no more
    /// changes, and this one was not taken.
    pub(crate) fn change(&self, answer: Answer, when: When) -> Changes {
        let changes = self.0.outbox.borrow().changes(&answer.id);
        if changes == Changes::Open {
            if !self.0.session.borrow().is_of(&answer.id) {
                self.0.storage.begins(&answer.id);
            }
            self.0.session.borrow_mut().begin(&answer);
            self.0.feed(Input::Change { answer: Box::new(answer), when });
        }
        changes
    }

    /// Waits until all is written, but no longer than a citizen would notice.
    pub(crate) async fn written(&self) {
        for _ in 0..TURNS {
            if self.0.writer.get() == Writer::Idle {
                return;
            }
            timer::next_task().await;
        }
    }

    /// Sends what waits for a pause.
    pub(crate) fn flush(&self) {
        self.0.feed(Input::Flush);
    }

    /// Tries all again, what was refused too: a person asked for it.
    pub(crate) fn retry(&self) {
        self.0.feed(Input::Retry { id: None });
    }

    /// The same for one answer.
    pub(crate) fn retry_one(&self, id: &str) {
        self.0.feed(Input::Retry { id: Some(id.to_owned()) });
    }

    /// Every answer that has not left, oldest first.
    pub(crate) fn pending(&self) -> ReadSignal<Vec<PendingItem>> {
        self.0.pending.read_only()
    }

    /// The newest revision of `id` that is still on the phone, with its (rounded) time, place and survey. `None`: it left,
    /// and at most its deletion waits.
    pub(crate) fn answer(&self, id: &str) -> Option<Answer> {
        lean::read(&self.text(id)?)
    }

    /// The same as JSON, for export.
    pub(crate) fn text(&self, id: &str) -> Option<String> {
        self.0.outbox.borrow().latest(id).map(str::to_owned)
    }

    /// Whether storage was read, or given up. Before that `pending` knows only of this visit; it is told when it happens.
    pub(crate) fn is_read(&self) -> bool {
        self.0.opened.get() == Opened::Yes
    }

    /// What storage held and nobody can read. Whenever that changes, `pending` is told.
    pub(crate) fn damaged(&self) -> Vec<Damaged> {
        self.0.outbox.borrow().damaged().to_vec()
    }

    /// Deletes the answer here, and at the backend if it can: `state` tells how far that came. Or removes the damaged row
    /// of that key.
    pub(crate) fn forget(&self, id: &str) {
        if self.0.session.borrow().is_of(id) {
            self.leave();
        }
        self.0.feed(Input::Delete { id: id.to_owned() });
    }

    /// The answer that this tab had in progress before a reload. Its `rev` is the least that its next revision may have.
    /// `None`: there is none, or it takes no more changes.
    pub(crate) fn restore(&self) -> Option<Answer> {
        let session = self.0.session.borrow();
        let closed = self.0.submit.get().revisions == Revisions::Final && session.is_begun();
        if closed { None } else { session.answer() }
    }

    /// The answer in progress is left as it stands; a reload begins a new one.
    pub(crate) fn leave(&self) {
        self.0.session.borrow_mut().end();
    }
}

impl Inner {
    /// One event, and all that follows from it. Nothing in here calls it again before it returns.
    fn feed(&'static self, input: Input) {
        let now = mot_cua_outbox::Now { mono: clock::steady_ms(), wall: clock::now_ms() };
        let orders = self.outbox.borrow_mut().step(input, now, clock::random_u32());
        // Before anything is sent, the tab knows that these bytes are no longer to be changed.
        self.session.borrow_mut().follow(&self.outbox.borrow());
        #[cfg(feature = "full")]
        let puts_off = self.puts_off(&orders);
        #[cfg(not(feature = "full"))]
        let puts_off = false;
        if !puts_off {
            self.session.borrow_mut().write_down();
        }
        let damaged = self.outbox.borrow().damaged().len();
        let told = self.damaged.replace(damaged) != damaged
            || orders.iter().any(|order| matches!(order, Output::Tell { .. }));
        for order in orders {
            self.perform(order);
        }
        if told {
            let pending = self.outbox.borrow().pending();
            self.pending.set(pending);
        }
    }

    /// What storage holds: at the start, and what other tabs left behind meanwhile. Where it was out of reach, it may be
    /// back. A backlog comes in portions.
    async fn read(&'static self) {
        let held = self.storage.load().await;
        let first = self.opened.replace(Opened::Yes) == Opened::No;
        if first {
            // A count that cannot be: the screens are told that all is known now, even where it is nothing.
            self.damaged.set(usize::MAX);
        }
        let durability = self.storage.durability();
        if held.is_none() && !first {
            return;
        }
        let Held { rows, mut facts } = held.unwrap_or_default();
        let mut rows = rows.into_iter();
        loop {
            let portion: Vec<_> = rows.by_ref().take(AT_ONCE).collect();
            self.feed(Input::Load { rows: portion, facts: std::mem::take(&mut facts), durability });
            if rows.len() == 0 {
                break;
            }
            timer::next_task().await;
        }
        let lost = self.session.borrow().lost(&self.outbox.borrow(), self.submit.get().revisions);
        if let Some(input) = lost.filter(|_| first) {
            self.feed(input);
        }
    }

    fn listen(&'static self) {
        lifecycle::listen(move |moment| {
            self.feed(match moment {
                Moment::Online => Input::Online,
                Moment::Shown => Input::Wake,
                Moment::Hidden => Input::Hide,
            });
            if moment == Moment::Hidden {
                self.leave_behind();
            }
            if moment == Moment::Shown {
                spawn_local(self.read());
            }
        });
    }

    fn take_taps(&'static self) {
        for (source, bytes, how) in handover::waiting() {
            self.taps.borrow_mut().push((source.clone(), bytes.clone()));
            self.feed(Input::Import { source, bytes, how });
        }
    }
}

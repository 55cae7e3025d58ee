//! Answers on their way: the outbox, driven by the browser. The screens see nothing but this.

mod perform;
mod session;

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use crate::prelude::*;
use mot_cua_contract::Answer;
use mot_cua_contract::adapter::Submit;
use mot_cua_outbox::{Input, Outbox, Output, Write};
use wasm_bindgen_futures::spawn_local;

use crate::browser::lifecycle::{self, Moment};
use crate::browser::locks::Release;
use crate::browser::storage::Storage;
use crate::browser::timer::Timer;
use crate::browser::{clock, handover};

pub(crate) use mot_cua_outbox::{Changes, Keeping, PendingItem, When};

/// The way to the one backend of this site. Clones are the same.
#[derive(Clone)]
pub(crate) struct Delivery(Rc<Inner>);

struct Inner {
    submit: Submit,
    outbox: RefCell<Outbox>,
    /// Empty until storage was opened.
    storage: OnceCell<Storage>,
    /// Writes are done one after the other.
    writes: RefCell<VecDeque<(u64, Write)>>,
    writer: Cell<Writer>,
    timer: OnceCell<Timer>,
    /// Lets other tabs send.
    release: RefCell<Option<Release>>,
    /// What was read from `localStorage`, by its key.
    taps: RefCell<Vec<(String, String)>>,
    session: RefCell<session::Session>,
    /// Owner of the signals: they outlive the screen that first asks for them.
    home: Owner,
    states: RefCell<Vec<(String, RwSignal<Keeping>)>>,
    pending: RwSignal<Vec<PendingItem>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Writer {
    Idle,
    Busy,
}

impl Delivery {
    /// Opens storage, takes over what the first script left, and begins to send. In the same breath the first script has
    /// to be told that it is relieved: what it writes later is not seen.
    pub(crate) fn start(submit: Submit) -> Self {
        let home = Owner::new();
        let pending = home.with(|| RwSignal::new(Vec::new()));
        let inner = Rc::new(Inner {
            outbox: RefCell::new(Outbox::new(&submit)),
            submit,
            storage: OnceCell::new(),
            writes: RefCell::default(),
            writer: Cell::new(Writer::Idle),
            timer: OnceCell::new(),
            release: RefCell::default(),
            taps: RefCell::default(),
            session: RefCell::new(session::Session::read()),
            home,
            states: RefCell::default(),
            pending,
        });
        let rings = inner.clone();
        let _ = inner.timer.set(Timer::new(move || rings.feed(Input::Due)));
        inner.take_taps();
        inner.clone().listen();
        spawn_local(inner.clone().open());
        Self(inner)
    }

    /// The whole answer so far. The revision's number is the outbox's business. `Closed`: the answer takes no more
    /// changes, and this one was not taken.
    pub(crate) fn change(&self, answer: Answer, when: When) -> Changes {
        let changes = self.0.outbox.borrow().changes(&answer.id);
        if changes == Changes::Open {
            self.0.session.borrow_mut().begin(&answer);
            self.0.feed(Input::Change { answer: Box::new(answer), when });
        }
        changes
    }

    /// Sends what waits for a pause.
    pub(crate) fn flush(&self) {
        self.0.feed(Input::Flush);
    }

    /// Tries all again, what was refused too: a person asked for it.
    pub(crate) fn retry(&self) {
        self.0.feed(Input::Retry);
    }

    /// What may be said of the newest revision of `id`.
    pub(crate) fn state(&self, id: &str) -> ReadSignal<Keeping> {
        let inner = &self.0;
        let mut states = inner.states.borrow_mut();
        if let Some((_, signal)) = states.iter().find(|(known, _)| known == id) {
            return signal.read_only();
        }
        let keeping = inner.outbox.borrow().keeping(id);
        let signal = inner.home.with(|| RwSignal::new(keeping));
        states.push((id.to_owned(), signal));
        signal.read_only()
    }

    /// Every answer that has not left, oldest first.
    pub(crate) fn pending(&self) -> ReadSignal<Vec<PendingItem>> {
        self.0.pending.read_only()
    }

    /// Deletes the answer here, and at the backend if it can: `state` tells how far that came.
    pub(crate) fn forget(&self, id: &str) {
        if self.0.session.borrow().is_of(id) {
            self.leave();
        }
        self.0.feed(Input::Delete { id: id.to_owned() });
    }

    /// The answer that this tab had in progress before a reload. Its `rev` is the least that its next revision may have.
    pub(crate) fn restore(&self) -> Option<Answer> {
        self.0.session.borrow().answer()
    }

    /// The answer in progress is left as it stands; a reload begins a new one.
    pub(crate) fn leave(&self) {
        self.0.session.borrow_mut().end();
    }
}

impl Inner {
    /// One event, and all that follows from it. Nothing in here calls it again before it returns.
    fn feed(self: &Rc<Self>, input: Input) {
        let now = mot_cua_outbox::Now { mono: clock::steady_ms(), wall: clock::now_ms() };
        let orders = self.outbox.borrow_mut().step(input, now, clock::random_u32());
        // Before anything is sent, the tab knows that these bytes are no longer to be changed.
        self.session.borrow_mut().follow(&self.outbox.borrow());
        let told = orders.iter().any(|order| matches!(order, Output::Tell { .. }));
        for order in orders {
            self.perform(order);
        }
        if told {
            let pending = self.outbox.borrow().pending();
            self.pending.set(pending);
        }
    }

    async fn open(self: Rc<Self>) {
        let (storage, held) = Storage::open().await;
        let durability = storage.durability();
        let _ = self.storage.set(storage);
        self.feed(Input::Load { rows: held.rows, facts: held.facts, durability });
        let lost = self.session.borrow().lost(&self.outbox.borrow());
        if let Some(input) = lost {
            self.feed(input);
        }
    }

    /// What other tabs left behind meanwhile.
    async fn reload(self: Rc<Self>) {
        let Some(storage) = self.storage.get() else { return };
        if let Some(held) = storage.load().await {
            self.feed(Input::Load { rows: held.rows, facts: held.facts, durability: storage.durability() });
        }
    }

    fn listen(self: Rc<Self>) {
        lifecycle::listen(move |moment| {
            self.feed(match moment {
                Moment::Online => Input::Online,
                Moment::Shown => Input::Wake,
                Moment::Hidden => Input::Hide,
            });
            if moment == Moment::Shown {
                spawn_local(self.clone().reload());
            }
        });
    }

    fn take_taps(self: &Rc<Self>) {
        for (source, bytes, how) in handover::waiting() {
            self.taps.borrow_mut().push((source.clone(), bytes.clone()));
            self.feed(Input::Import { source, bytes, how });
        }
    }
}

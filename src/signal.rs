//! Signals for the screens, on Leptos' reactive graph.
//!
//! Leptos' own `RwSignal<T>` is compiled anew for every `T`, lock, arena and all: measured 3 KB more, brotli, for the twenty
//! types of this page. Here all that does not touch the value is compiled once.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::ops::Deref;
use std::rc::Rc;

use reactive_graph::signal::ArcTrigger;
use reactive_graph::traits::{Notify, Track};

use crate::prelude::Owner;

/// A value that tells who read it of every change. A word to copy; gone with the owner under which it was made.
pub(crate) struct RwSignal<T: 'static> {
    slot: u32,
    value: PhantomData<fn() -> T>,
}

/// The same, without the right to change it.
pub(crate) struct ReadSignal<T: 'static>(RwSignal<T>);

thread_local! {
    /// Every value by its slot's number, which only grows. (Leptos' arena guards each value with the number of its thread, and
    /// with it comes std's second allocator: 3 KB, brotli, in a page of one thread.)
    static HELD: RefCell<Vec<(u32, Rc<Held>)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

struct Held {
    readers: ArcTrigger,
    value: Box<dyn Any>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for ReadSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for ReadSignal<T> {}

impl<T> Deref for ReadSignal<T> {
    type Target = RwSignal<T>;

    fn deref(&self) -> &RwSignal<T> {
        &self.0
    }
}

fn slot(value: Box<dyn Any>) -> u32 {
    let held = Rc::new(Held { readers: ArcTrigger::new(), value });
    let slot = NEXT.replace(NEXT.get() + 1);
    HELD.with_borrow_mut(|all| all.push((slot, held)));
    Owner::on_cleanup(move || {
        // Dropped when nobody borrows the list: a value may hold whatever it likes.
        let gone = HELD.with_borrow_mut(|all| Some(all.remove(place(all, slot)?)));
        drop(gone);
    });
    slot
}

fn place(all: &[(u32, Rc<Held>)], slot: u32) -> Option<usize> {
    all.binary_search_by_key(&slot, |(slot, _)| *slot).ok()
}

/// `None`: its screen is gone.
fn alive(slot: u32) -> Option<Rc<Held>> {
    HELD.with_borrow(|all| Some(all.get(place(all, slot)?)?.1.clone()))
}

fn held(slot: u32) -> Rc<Held> {
    match alive(slot) {
        Some(held) => held,
        None => unreachable!("a screen reads its signals while it lives"),
    }
}

fn read(slot: u32) -> Rc<Held> {
    let held = held(slot);
    held.readers.track();
    held
}

impl Held {
    fn cell<T: 'static>(&self) -> &RefCell<T> {
        match self.value.downcast_ref() {
            Some(cell) => cell,
            None => unreachable!("a signal holds what it was made with"),
        }
    }
}

impl<T: 'static> RwSignal<T> {
    pub(crate) fn new(value: T) -> Self {
        Self { slot: slot(Box::new(RefCell::new(value))), value: PhantomData }
    }

    pub(crate) fn read_only(self) -> ReadSignal<T> {
        ReadSignal(self)
    }

    /// Reads it; the effect that asks runs again when it changes.
    pub(crate) fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&read(self.slot).cell().borrow())
    }

    pub(crate) fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        look(&held(self.slot).cell().borrow())
    }

    pub(crate) fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    pub(crate) fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }

    pub(crate) fn set(self, value: T) {
        self.update(|old| *old = value);
    }

    /// Nothing where its screen is gone: a reply from the network comes when it likes.
    pub(crate) fn update(self, change: impl FnOnce(&mut T)) {
        let Some(held) = alive(self.slot) else { return };
        change(&mut held.cell().borrow_mut());
        held.readers.notify();
    }
}

/// What never changes while the page lives.
pub(crate) struct Fixed<T>(T);

impl<T> Fixed<T> {
    pub(crate) fn new(value: T) -> Self {
        Self(value)
    }

    pub(crate) fn with_value<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        look(&self.0)
    }
}

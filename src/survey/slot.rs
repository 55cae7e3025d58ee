//! What a view shows of one element, as signals that speak only when it changes.

use mot_cua_survey::session::{Offer, Session};
use serde_json::Value;

use crate::prelude::*;

/// Four words each.
#[derive(Clone, Copy)]
pub(crate) struct Slot {
    pub(crate) shape: RwSignal<Shape>,
    pub(crate) value: RwSignal<Option<Value>>,
}

/// What decides which elements of the document there are.
#[derive(Clone, PartialEq)]
pub(crate) struct Shape {
    pub(crate) there: There,
    pub(crate) need: Need,
    pub(crate) lock: Lock,
    pub(crate) offers: Vec<Offer>,
    pub(crate) columns: Vec<Offer>,
    /// Of a dynamic panel.
    pub(crate) rows: Vec<(usize, Vec<usize>)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum There {
    Hidden,
    Shown,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    Optional,
    Required,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lock {
    Open,
    Closed,
}

impl Slot {
    pub(super) fn new(session: &Session, id: usize) -> Self {
        Self {
            shape: RwSignal::new(Shape::of(session, id)),
            value: RwSignal::new(session.answer_of(id).cloned()),
        }
    }

    /// Tells what changed.
    pub(super) fn follow(self, session: &Session, id: usize) {
        let shape = Shape::of(session, id);
        if self.shape.with_untracked(|old| *old != shape) {
            self.shape.set(shape);
        }
        let value = session.answer_of(id);
        if self.value.with_untracked(|old| old.as_ref() != value) {
            self.value.set(value.cloned());
        }
    }
}

impl Shape {
    fn of(session: &Session, id: usize) -> Self {
        if !session.is_shown(id) {
            return Self {
                there: There::Hidden,
                need: Need::Optional,
                lock: Lock::Open,
                offers: Vec::new(),
                columns: Vec::new(),
                rows: Vec::new(),
            };
        }
        Self {
            there: There::Shown,
            need: if session.is_required(id) { Need::Required } else { Need::Optional },
            lock: if session.is_closed(id) { Lock::Closed } else { Lock::Open },
            offers: session.offers(id),
            columns: session.columns(id),
            rows: session.panel_rows(id),
        }
    }
}

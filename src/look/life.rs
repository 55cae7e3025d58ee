//! Life events, and the records of the one that is open. They stand beside the index.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::events::{Event, Events};
use mot_cua_contract::lean;

use super::{Load, Look};
use crate::browser::files::{self, Missing};
use crate::prelude::*;

/// The full page's part of the look-up.
#[derive(Clone, Copy)]
pub(crate) struct Life {
    pub(crate) events: RwSignal<Load<Arc<Events>>>,
    /// Of the event that is open, as many as the host has.
    pub(crate) records: RwSignal<Load<Arc<Vec<Procedure>>>>,
    /// The id of that event.
    open: RwSignal<String>,
}

impl Life {
    pub(super) fn new() -> Self {
        Self {
            events: RwSignal::new(Load::Idle),
            records: RwSignal::new(Load::Idle),
            open: RwSignal::new(String::new()),
        }
    }
}

impl Look {
    /// Fetches the list of events unless it is here or coming.
    pub(crate) fn want_events(self) {
        let events = self.life.events;
        if matches!(events.get_untracked(), Load::Here(_) | Load::Coming) {
            return;
        }
        let Some(url) = self.beside(&["events.json"]) else {
            events.set(Load::NotThere);
            return;
        };
        events.set(Load::Coming);
        files::read(url, move |text| {
            events.set(Load::of(text, |text| lean::read(text).map(Arc::new)));
        });
    }

    /// Fetches the records of `event`, all at once. One that the host does not have is left out; one that cannot be reached
    /// fails the whole: half a checklist would send people off with half of their papers.
    pub(crate) fn want_records(self, event: &Event) {
        let Life { records, open, .. } = self.life;
        let same = open.with_untracked(|open| *open == event.id);
        if same && matches!(records.get_untracked(), Load::Here(_) | Load::Coming) {
            return;
        }
        open.set(event.id.clone());
        records.set(Load::Coming);
        let got = Rc::new(Cell::new(Vec::new()));
        let left = Rc::new(Cell::new(event.steps.len()));
        for step in &event.steps {
            let Some(url) = self.record_url(&step.code) else {
                left.set(left.get() - 1);
                continue;
            };
            let (got, left, id) = (got.clone(), left.clone(), event.id.clone());
            files::read(url, move |text| {
                // Another event was opened since, or this one has failed already.
                let is_awaited = matches!(records.get_untracked(), Load::Coming);
                if !is_awaited || open.with_untracked(|open| *open != id) {
                    return;
                }
                let mut all = got.take();
                match text.map(|text| lean::read::<Procedure>(&text)) {
                    Ok(Some(record)) => all.push(record),
                    Err(Missing::NotThere) => {}
                    Ok(None) | Err(Missing::Unreachable) => return records.set(Load::Failed),
                }
                left.set(left.get() - 1);
                if left.get() == 0 {
                    records.set(Load::Here(Arc::new(all)));
                } else {
                    got.set(all);
                }
            });
        }
        if left.get() == 0 {
            records.set(Load::Here(Arc::default()));
        }
    }
}

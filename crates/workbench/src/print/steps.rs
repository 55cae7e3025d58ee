//! What is done to the rows and the settings, each a step that can be taken back.

use std::rc::Rc;

use super::paper::{Cell, Paper, Row};
use super::{Print, SETTLE_MS, SHOWN, Work, judged};
use crate::bench::Bench;
use crate::browser;
use crate::edit::Step;

/// Id of something of a row's.
pub(crate) fn id(row: usize, what: &str) -> String {
    ["wb-r", &row.to_string(), "-", what].concat()
}

impl Print {
    /// A step by itself.
    pub(crate) fn change(self, act: impl FnOnce(&mut Paper)) {
        self.step(None, act);
    }

    /// The same while something is typed; all of it in one field is one step.
    pub(crate) fn type_in(self, field: &str, act: impl FnOnce(&mut Paper)) {
        self.step(Some(field.to_owned()), act);
    }

    fn step(self, field: Option<String>, act: impl FnOnce(&mut Paper)) {
        self.paper.update(|paper| {
            let Some(paper) = paper else { return };
            let old = paper.clone();
            act(paper);
            if *paper != old {
                self.history.borrow_mut().note(&old, field);
            }
        });
        self.changed();
    }

    /// What was made is of other rows now.
    pub(super) fn changed(self) {
        self.stop();
        if let Some(timer) = self.settle.borrow().as_ref() {
            timer.set(Some(SETTLE_MS));
        }
    }

    /// Ends what is being made, and forgets what was.
    pub(crate) fn stop(self) {
        self.turn.set(self.turn.get() + 1);
        if !self.work.with_untracked(|work| matches!(work, Work::None)) {
            self.work.set(Work::None);
        }
    }

    pub(crate) fn walk(self, bench: Bench, step: Step) {
        let Some(now) = self.paper.get_untracked() else { return };
        let Some(paper) = self.history.borrow_mut().step(step, now) else { return };
        let count = paper.rows.len();
        self.paper.set(Some(paper));
        if self.open.get_untracked().is_some_and(|row| row >= count) {
            self.open.set(None);
        }
        self.reach(self.from.get_untracked());
        bench.say(step.said(), &[]);
        self.changed();
    }

    pub(crate) fn can_undo(self) -> bool {
        self.history.borrow().can_undo()
    }

    pub(crate) fn can_redo(self) -> bool {
        self.history.borrow().can_redo()
    }

    /// Shows the rows among which this one is, or the last ones.
    pub(crate) fn reach(self, row: usize) {
        let count = self.paper.with_untracked(|paper| paper.as_ref().map_or(0, |paper| paper.rows.len()));
        let row = row.min(count.saturating_sub(1));
        self.from.set(row - row % SHOWN);
    }

    /// Opens a row's form, where it can be seen.
    pub(crate) fn open_row(self, row: usize, focus: &str) {
        self.reach(row);
        self.open.set(Some(row));
        self.turn_to_row(row);
        browser::focus_soon(id(row, focus));
    }

    /// One more, of the same office as the last.
    pub(crate) fn add(self) {
        let mut row = 0;
        self.change(|paper| {
            row = paper.rows.len();
            let mut fresh = Row::default();
            if let Some(last) = paper.rows.last() {
                for cell in [Cell::Unit, Cell::Office, Cell::OfficeEn, Cell::Phone] {
                    fresh.set(cell, last.get(cell).to_owned());
                }
            }
            paper.rows.push(Rc::new(fresh));
        });
        let first = if row == 0 { "unit" } else { "counter" };
        self.open_row(row, first);
    }

    pub(crate) fn copy(self, row: usize) {
        self.change(|paper| {
            if let Some(old) = paper.rows.get(row).cloned() {
                paper.rows.insert(row + 1, Rc::new(Row { from: None, cells: old.cells.clone() }));
            }
        });
        self.open_row(row + 1, "counter");
    }

    pub(crate) fn remove(self, bench: Bench, row: usize) {
        self.open.set(None);
        self.change(|paper| {
            if row < paper.rows.len() {
                paper.rows.remove(row);
            }
        });
        self.reach(self.from.get_untracked());
        bench.say("said.removed", &[]);
        browser::focus_soon("wb-print-undo".to_owned());
    }

    /// All rows away.
    pub(crate) fn clear(self, bench: Bench) {
        self.open.set(None);
        self.list.set(None);
        self.change(|paper| paper.rows.clear());
        self.from.set(0);
        bench.say("said.removed", &[]);
        browser::focus_soon("wb-print-undo".to_owned());
    }

    pub(crate) fn write(self, row: usize, cell: Cell, text: String) {
        self.type_in(&[&row.to_string(), " ", &(cell as usize).to_string()].concat(), |paper| {
            if let Some(row) = paper.rows.get_mut(row) {
                Rc::make_mut(row).set(cell, text);
            }
        });
    }

    /// The places of the site that this page belongs to.
    pub(crate) fn take_site(self, bench: Bench) {
        let Some(site) = self.site() else { return };
        let rows = judged::of_site(&site);
        let count = rows.len().to_string();
        self.open.set(None);
        self.list.set(None);
        self.change(|paper| paper.rows = rows);
        self.from.set(0);
        bench.say("said.places", &[&count]);
    }

    /// To the next row that has to be mended, after the one that is open.
    pub(crate) fn next_wrong(self) {
        let after = self.open.get_untracked();
        let rows = self.judged.with_untracked(|judged| judged.wrong());
        let next = rows.iter().find(|row| after.is_none_or(|after| **row > after));
        if let Some(row) = next.or(rows.first()).copied() {
            self.open_row(row, "open");
        }
    }
}

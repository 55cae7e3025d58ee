//! Making the files, a piece at a time.

use std::cell::Cell;
use std::rc::Rc;

use super::{Print, Work, run};
use crate::bench::Bench;
use crate::browser::{self, clock, files, timer};

/// Of work, before the browser may do what waits (ms).
const PIECE_MS: f64 = 40.0;

impl Print {
    /// Draws every sheet, reads every code again, and has the file ready. Changing anything stops it.
    pub(crate) fn make(self, bench: Bench) {
        self.stop();
        let Some(press) = self.press() else { return };
        let judged = self.judged.get_untracked();
        let all = self.plan.with_untracked(|plan| plan.count);
        let turn = self.turn.get();
        self.work.set(Work::Busy { done: 0, all });
        browser::focus_soon("wb-stop".to_owned());
        wasm_bindgen_futures::spawn_local(async move {
            timer::next_task().await;
            let begun = Cell::new(clock().0);
            let rest = async |done: usize| {
                if clock().0 - begun.get() > PIECE_MS {
                    if self.turn.get() == turn {
                        self.work.set(Work::Busy { done, all });
                    }
                    timer::next_task().await;
                    begun.set(clock().0);
                }
                self.turn.get() == turn
            };
            let drawn = run::draw(&press, &judged, rest).await;
            if self.turn.get() != turn {
                return;
            }
            if let Some(drawn) = drawn {
                let id = if drawn.bytes.is_empty() { "wb-make" } else { "wb-save" };
                self.work.set(Work::Done(Rc::new(drawn)));
                browser::focus_soon(id.to_owned());
            } else {
                self.work.set(Work::None);
                bench.say("said.noMemory", &[]);
            }
        });
    }

    pub(crate) fn halt(self, bench: Bench) {
        self.stop();
        bench.say("said.stopped", &[]);
        browser::focus_soon("wb-make".to_owned());
    }

    pub(crate) fn save(self, bench: Bench) {
        if let Work::Done(drawn) = self.work.get_untracked() {
            files::save(&drawn.name, drawn.kind, &drawn.bytes);
            bench.say("said.savedFile", &[&drawn.name]);
        }
    }
}

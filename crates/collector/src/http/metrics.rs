//! Counters in Prometheus' text format. No label names a person, a place or an address.

use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    Stored,
    Same,
    Conflict,
    Deleted,
    Refused,
    Overloaded,
    Failed,
    Removed,
}

const OUTCOMES: [(Outcome, &str); 8] = [
    (Outcome::Stored, "stored"),
    (Outcome::Same, "same"),
    (Outcome::Conflict, "conflict"),
    (Outcome::Deleted, "deleted"),
    (Outcome::Refused, "refused"),
    (Outcome::Overloaded, "overloaded"),
    (Outcome::Failed, "failed"),
    (Outcome::Removed, "removed"),
];

#[derive(Debug, Default)]
pub(crate) struct Metrics {
    counts: [AtomicU64; OUTCOMES.len()],
}

impl Metrics {
    pub(crate) fn count(&self, outcome: Outcome) {
        let at = OUTCOMES.iter().position(|(o, _)| *o == outcome);
        if let Some(count) = at.and_then(|at| self.counts.get(at)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
    }

    pub(crate) fn text(&self) -> String {
        let mut text = String::from(
            "# HELP mot_cua_answers_total Revisions by what became of them.\n# TYPE mot_cua_answers_total counter\n",
        );
        for ((_, name), count) in OUTCOMES.iter().zip(&self.counts) {
            let count = count.load(Ordering::Relaxed);
            // Writing to a String cannot fail.
            let _ = writeln!(text, "mot_cua_answers_total{{outcome=\"{name}\"}} {count}");
        }
        text
    }
}

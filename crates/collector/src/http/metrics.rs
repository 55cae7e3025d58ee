//! Counters in Prometheus' text format. No label names a person, a place or an address.

use std::fmt::{Display, Write};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::store::Beat;

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
    /// A photo was stored.
    Photo,
}

const OUTCOMES: [(Outcome, &str); 9] = [
    (Outcome::Stored, "stored"),
    (Outcome::Same, "same"),
    (Outcome::Conflict, "conflict"),
    (Outcome::Deleted, "deleted"),
    (Outcome::Refused, "refused"),
    (Outcome::Overloaded, "overloaded"),
    (Outcome::Failed, "failed"),
    (Outcome::Removed, "removed"),
    (Outcome::Photo, "photo"),
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

    pub(crate) fn text(&self, beat: Beat) -> String {
        let mut text = String::from(
            "# HELP mot_cua_answers_total Revisions by what became of them.\n# TYPE mot_cua_answers_total counter\n",
        );
        for ((_, name), count) in OUTCOMES.iter().zip(&self.counts) {
            let count = count.load(Ordering::Relaxed);
            // Writing to a String cannot fail.
            let _ = writeln!(text, "mot_cua_answers_total{{outcome=\"{name}\"}} {count}");
        }
        let mut one = |name: &str, kind: &str, help: &str, value: &dyn Display| {
            let _ = writeln!(
                text,
                "# HELP mot_cua_{name} {help}\n# TYPE mot_cua_{name} {kind}\nmot_cua_{name} {value}"
            );
        };
        one("commits_total", "counter", "Groups of writes that reached the disk.", &beat.commits);
        one("committed_total", "counter", "Writes in those groups.", &beat.committed);
        one("commit_seconds_total", "counter", "Time spent on those groups.", &beat.busy.as_secs_f64());
        one("retries_total", "counter", "Groups that PostgreSQL was asked for once more.", &beat.retries);
        one("waiting", "gauge", "Writes that wait for the disk now.", &beat.waiting);
        text
    }
}

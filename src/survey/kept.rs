//! What an answer was begun on, beside the answer in `sessionStorage`: whoever is mid-way when a new version is served finishes
//! on the old one, and a reload asks in the same order.

use crate::browser::handover;

pub(super) struct Kept {
    /// What random orders are drawn from.
    pub(super) seed: u32,
    /// The definition.
    pub(super) text: String,
}

/// What was kept of that version. `None`: nothing, or it did not fit into storage.
pub(super) fn read(version: &str) -> Option<Kept> {
    let kept = handover::definition()?;
    let (of, rest) = kept.split_once('\n')?;
    let (seed, text) = rest.split_once('\n')?;
    let seed = seed.parse().ok().filter(|_| of == version)?;
    Some(Kept { seed, text: text.to_owned() })
}

pub(super) fn write(version: &str, seed: u32, text: &str) {
    handover::set_definition(&[version, &seed.to_string(), text].join("\n"));
}

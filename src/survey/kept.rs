//! The definition that an answer was begun on, beside the answer in `sessionStorage`: whoever is mid-way when a new version is
//! served finishes on the old one.

use crate::browser::handover;

/// The text of that version. `None`: it was not kept, or does not fit into storage.
pub(super) fn read(version: &str) -> Option<String> {
    let kept = handover::definition()?;
    let (of, text) = kept.split_once('\n')?;
    (of == version).then(|| text.to_owned())
}

pub(super) fn write(version: &str, text: &str) {
    handover::set_definition(&[version, "\n", text].concat());
}

//! `words.json` of a catalogue: the ward's own everyday words, beside those that the program ships.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::Context;
use mot_cua_catalogue::Words;

/// The shipped words, and those of `folder/words.json` if there is one.
pub(crate) fn beside(folder: &Path) -> anyhow::Result<Words> {
    let path = folder.join("words.json");
    match fs::read(&path) {
        Ok(text) => {
            let own: Words = serde_json::from_slice(&text).with_context(|| path.display().to_string())?;
            Ok(Words::shipped().extended(own))
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(Words::shipped()),
        Err(error) => Err(error).with_context(|| format!("cannot read {}", path.display())),
    }
}

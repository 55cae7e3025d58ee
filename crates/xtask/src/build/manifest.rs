//! `manifest.json`: what was shipped, with its integrity and its sizes.

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::compress::brotli;
use crate::digest;

#[derive(Debug, Default)]
pub(super) struct Manifest {
    files: Map<String, Value>,
    entry: Map<String, Value>,
}

impl Manifest {
    pub(super) fn add(&mut self, entry: &str, path: String, bytes: &[u8]) -> Result<()> {
        let about =
            json!({"sha384": digest::sha384(bytes), "bytes": bytes.len(), "brotli": brotli(bytes)?.len()});
        self.files.insert(path.clone(), about);
        self.entry.insert(entry.to_owned(), Value::String(path));
        Ok(())
    }

    pub(super) fn json(self) -> Result<String> {
        let whole =
            json!({"v": 1, "app": env!("CARGO_PKG_VERSION"), "files": self.files, "entry": self.entry});
        Ok(serde_json::to_string_pretty(&whole)? + "\n")
    }
}

//! Which pieces of the long run are done, on which code: `target/long.json`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use super::count::Count;
use crate::command::{command, output};
use crate::home::Home;

/// Remembered pieces; forgotten as soon as the code is another.
#[derive(Debug)]
pub(super) struct State {
    path: PathBuf,
    code: String,
    done: Map<String, Value>,
}

/// How a piece ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Done {
    pub(super) count: Count,
    pub(super) seconds: u64,
}

impl State {
    pub(super) fn open(home: &Home) -> Result<Self> {
        Ok(Self::read(home.root.join("target/long.json"), code(home)?))
    }

    fn read(path: PathBuf, code: String) -> Self {
        let read = |text: String| serde_json::from_str::<Value>(&text).ok();
        let known = fs::read_to_string(&path).ok().and_then(read).unwrap_or_default();
        let same = known["code"] == code;
        if !same && known.is_object() {
            println!("the code is not the one of the last long run: all of it anew");
        }
        let done = known["done"].as_object().filter(|_| same).cloned().unwrap_or_default();
        Self { path, code, done }
    }

    pub(super) fn done(&self, stage: &str, piece: u32) -> Option<Done> {
        Done::of(self.done.get(&key(stage, piece))?)
    }

    pub(super) fn remember(&mut self, stage: &str, piece: u32, done: Done) -> Result<()> {
        self.done.insert(key(stage, piece), done.to_json());
        let text = serde_json::to_string_pretty(&json!({"code": self.code, "done": self.done}))?;
        // Whoever stops this in the middle of writing must not lose what was done before.
        let new = self.path.with_extension("new");
        fs::create_dir_all(self.path.with_file_name(""))?;
        fs::write(&new, text)?;
        Ok(fs::rename(new, &self.path)?)
    }
}

impl Done {
    fn of(value: &Value) -> Option<Self> {
        let number = |name: &str| value[name].as_u64();
        let count = |name: &str| number(name).and_then(|number| usize::try_from(number).ok());
        let (passed, skipped) = (count("passed")?, count("skipped")?);
        Some(Self { count: Count { passed, skipped, failed: 0 }, seconds: number("seconds")? })
    }

    fn to_json(self) -> Value {
        json!({"passed": self.count.passed, "skipped": self.count.skipped, "seconds": self.seconds})
    }
}

fn key(stage: &str, piece: u32) -> String {
    format!("{stage} {piece}")
}

/// SHA-256 over all files that git knows or would take, but for what is only read by people.
fn code(home: &Home) -> Result<String> {
    let mut git = command("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard"]).current_dir(&home.root);
    let mut hash = Sha256::new();
    for name in output(&mut git)?.lines() {
        let path = home.root.join(name);
        // A file may be deleted, but still in the index.
        if path.is_file() && path.extension().is_none_or(|ending| ending != "md") {
            hash.update(name);
            hash.update(fs::read(&path).with_context(|| path.display().to_string())?);
            hash.update([0]);
        }
    }
    Ok(hex::encode(hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_is_remembered_for_this_code() {
        let folder = std::env::temp_dir().join(format!("mot-cua-long-{}", std::process::id()));
        let path = folder.join("long.json");
        let read = |code: &str| State::read(path.clone(), code.to_owned());
        let done = Done { count: Count { passed: 3, failed: 0, skipped: 1 }, seconds: 7 };
        read("a").remember("rust", 0, done).unwrap();
        read("a").remember("simulator", 19, done).unwrap();
        assert_eq!((read("a").done("rust", 0), read("a").done("simulator", 19)), (Some(done), Some(done)));
        assert_eq!((read("a").done("simulator", 1), read("b").done("rust", 0)), (None, None));
        fs::write(&path, "{\"code\": \"a\", \"done\": ").unwrap();
        assert_eq!(read("a").done("rust", 0), None, "half a file is none");
        fs::remove_dir_all(folder).unwrap();
    }
}

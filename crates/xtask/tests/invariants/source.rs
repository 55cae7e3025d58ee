//! Reading sources: which there are, and what is left of one without comments and tests.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// Every file of the repository as git knows it, committed or not yet, without what .gitignore names.
pub(crate) fn all() -> Vec<PathBuf> {
    let out = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(root())
        .output()
        .expect("git lists the files");
    assert!(out.status.success(), "git ls-files: {}", String::from_utf8_lossy(&out.stderr));
    let names = String::from_utf8(out.stdout).unwrap();
    names
        .split('\0')
        .filter(|name| !name.is_empty())
        .map(PathBuf::from)
        .filter(|path| root().join(path).is_file())
        .collect()
}

/// Those below `folder` with one of these endings, relative to the root.
pub(crate) fn below(folder: &str, endings: &[&str]) -> Vec<PathBuf> {
    let ends = |path: &PathBuf| path.extension().is_some_and(|end| endings.iter().any(|want| end == *want));
    let found: Vec<PathBuf> =
        all().into_iter().filter(|path| path.starts_with(folder) && ends(path)).collect();
    assert!(!found.is_empty(), "no {endings:?} below {folder}: has it moved?");
    found
}

pub(crate) fn read(path: &Path) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A Rust file's own lines: no comments, nothing from its first `#[cfg(test)]` on, nothing if it is a file of tests.
pub(crate) fn code(path: &Path) -> Vec<(usize, String)> {
    if path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs") {
        return Vec::new();
    }
    read(path)
        .lines()
        .enumerate()
        .take_while(|(_, line)| !line.trim_start().starts_with("#[cfg(test)]"))
        .map(|(at, line)| (at + 1, without_comment(line).to_owned()))
        .collect()
}

/// `//` outside a string ends the line; `"https://…"` does not.
fn without_comment(line: &str) -> &str {
    let bytes = line.as_bytes();
    let (mut quoted, mut at) = (false, 0);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quoted => at += 1,
            // A quote as a character ('"') is no string.
            b'"' if !(at > 0 && bytes[at - 1] == b'\'' && bytes.get(at + 1) == Some(&b'\'')) => {
                quoted = !quoted;
            }
            b'/' if !quoted && bytes.get(at + 1) == Some(&b'/') => return &line[..at],
            _ => {}
        }
        at += 1;
    }
    line
}

/// Where any of `words` stands in the code of `paths`, as `file:line: word`.
pub(crate) fn uses(paths: &[PathBuf], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for path in paths {
        for (at, line) in code(path) {
            for word in words.iter().filter(|word| line.contains(**word)) {
                found.push(format!("{}:{at}: {word}", path.display()));
            }
        }
    }
    found
}

#[test]
fn comments_are_told_from_strings() {
    assert_eq!(without_comment(r#"let a = "https://b"; // std::fs"#), r#"let a = "https://b"; "#);
    assert_eq!(without_comment(r"let a = '/'; // x"), r"let a = '/'; ");
    assert_eq!(without_comment(r#"match c { '"' => 1, _ => 2 } // x"#), r#"match c { '"' => 1, _ => 2 } "#);
}

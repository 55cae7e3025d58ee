//! What each question type adds to the page `full`.
//!
//! The page is shrunk once more with the names of its functions kept and each view a function of its own; the code of every
//! function is laid to the type whose module it comes from, of the page (`question::full::TYPE`) and of the engine
//! (`model::kind::TYPE`, `question::TYPE`). Compressed bytes are that share of the page's: brotli has no parts.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

use super::{compressed, grouped};
use crate::build::{self, Kind, Part};
use crate::home::Home;
use crate::setup;

/// In the order of docs/surveys.md; `choices` is what all lists of choices share, `typed` what all fields do.
const TYPES: [&str; 20] = [
    "rating",
    "radiogroup",
    "checkbox",
    "boolean",
    "dropdown",
    "tagbox",
    "ranking",
    "matrix",
    "text",
    "comment",
    "multipletext",
    "expression",
    "html",
    "image",
    "panel",
    "paneldynamic",
    "file",
    "choices",
    "typed",
    "search",
];

pub(crate) fn run(home: &Home) -> Result<()> {
    let _lock = home.lock()?;
    build::page(home, Kind::Release)?;
    let wasm = build::named(home, Part::Full, &setup::page_tools(home)?)?;
    let functions = functions(&wasm).context("the page has no names")?;
    let all: usize = functions.iter().map(|(_, bytes)| bytes).sum();
    let packed = compressed(&build::wasm(home, Part::Full))?;
    let share = |bytes: usize| bytes * packed / all.max(1);
    println!("\n{:<16}{:>9}{:>9}{:>12}", "full", "view", "engine", "brotli, ca.");
    for kind in TYPES {
        let of = |paths: &[String]| -> usize {
            let from =
                functions.iter().filter(|(name, _)| paths.iter().any(|path| name.contains(path.as_str())));
            from.map(|(_, bytes)| bytes).sum()
        };
        let view = of(&[format!("question::full::{kind}::")]);
        let engine = of(&[format!("model::kind::{kind}::"), format!("mot_cua_survey::question::{kind}::")]);
        println!("{kind:<16}{:>9}{:>9}{:>12}", grouped(view), grouped(engine), grouped(share(view + engine)));
    }
    println!("{:<16}{:>18}{:>12}", "all of it", grouped(all), grouped(packed));
    Ok(())
}

/// Names, without the hashes of crates, and bytes of code. `None`: not as WebAssembly is laid out.
fn functions(wasm: &[u8]) -> Option<Vec<(String, usize)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    let mut rest = Reader(wasm.get(8..)?);
    while let Some(kind) = rest.byte() {
        let mut part = Reader(rest.bytes()?);
        match kind {
            2 => imported = part.imported_functions()?,
            10 => {
                sizes = (0..part.number()?).map(|_| part.bytes().map(<[u8]>::len)).collect::<Option<_>>()?;
            }
            0 if part.bytes()? == b"name" => names = part.names()?,
            _ => {}
        }
    }
    let named = |(at, bytes)| Some((plain(names.get(&(at + imported))?), bytes));
    Some(sizes.into_iter().enumerate().filter_map(named).collect()).filter(|all: &Vec<_>| !all.is_empty())
}

/// `mot_cua_survey[6135a58996e61406]::session` → `mot_cua_survey::session`.
fn plain(name: &str) -> String {
    name.split('[')
        .map(|part| part.split_once("]::").map_or(part.to_owned(), |(_, rest)| ["::", rest].concat()))
        .collect()
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// LEB128.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    /// A length, and so many bytes.
    fn bytes(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn limits(&mut self) -> Option<()> {
        let most = self.byte()? & 1 == 1;
        self.number()?;
        if most { self.number().map(drop) } else { Some(()) }
    }

    fn imported_functions(&mut self) -> Option<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            self.bytes()?;
            self.bytes()?;
            match self.byte()? {
                0 => {
                    self.number()?;
                    functions += 1;
                }
                1 => {
                    self.byte()?;
                    self.limits()?;
                }
                2 => self.limits()?,
                _ => {
                    self.byte()?;
                    self.byte()?;
                }
            }
        }
        Some(functions)
    }

    /// The map of functions within the section of names.
    fn names(&mut self) -> Option<BTreeMap<usize, &'a str>> {
        while let Some(kind) = self.byte() {
            let mut part = Reader(self.bytes()?);
            if kind == 1 {
                let count = part.number()?;
                let pair = |_| Some((part.number()?, std::str::from_utf8(part.bytes()?).ok()?));
                return (0..count).map(pair).collect();
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::functions;

    #[test]
    fn code_is_laid_to_names() {
        // One imported function, two of its own of 2 and 4 bytes, and their names.
        let wasm = [
            b"\0asm\x01\0\0\0".as_slice(),
            b"\x02\x07\x01\x01e\x01f\0\0",
            b"\x0a\x09\x02\x02\0\x0b\x04\0\x01\x01\x0b",
            b"\0\x13\x04name\x01\x0c\x02\x01\x01a\x02\x06b[0]::",
        ]
        .concat();
        assert_eq!(functions(&wasm), Some(vec![("a".to_owned(), 2), ("b::".to_owned(), 4)]));
    }
}

//! What a citizen's first visit costs.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::{Row, compressed};
use crate::home::Home;

const KB: usize = 1000;

/// Every artifact alone, then the groups that have a budget.
pub(super) fn rows(home: &Home) -> Result<Vec<Row>> {
    let dist = home.dist();
    let (page, index) = largest_page(home)?;
    let entry = |name: &str| entry_size(home, name);
    let (boot, loader, glue, wasm) = (entry("boot")?, entry("loader")?, entry("glue")?, entry("wasm")?);
    let (style, rest, element) = (entry("style")?, entry("styleRest")?, entry("element")?);
    let critical = compressed(&home.page().join("critical.css"))?;
    let site = compressed(&dist.join("site.json"))?;
    let survey = compressed(&dist.join("surveys").join(format!("{}.json", survey(home)?)))?;
    let words = compressed(&dist.join("locales/core/vi.json"))?;

    let full = entry("glueFull")? + entry("wasmFull")? + entry("styleFull")?;
    let around = index + boot + loader + rest + site + survey;
    let words_full = compressed(&dist.join("locales/full/vi.json"))?;
    let more = entry("glueMore")? + entry("wasmMore")? + entry("styleMore")?;
    let words_more = compressed(&dist.join("locales/more/vi.json"))?;

    let row = |name: &str, bytes, limit: Option<usize>| Row { name: name.to_owned(), bytes, limit };
    Ok(vec![
        row(&page, index, None),
        row("boot.js", boot, Some(4 * KB)),
        row("loader.js", loader, None),
        row("glue", glue, None),
        row("wasm", wasm, None),
        row("site.json", site, None),
        row("the site's survey", survey, None),
        row("locales/core/vi.json", words, None),
        row("critical css", critical, Some(4 * KB)),
        row("css after the first screen", rest, None),
        row("css, all of it", style, Some(12 * KB)),
        row("embed.js: the one-tag loader", entry("embed")?, Some(3 * KB)),
        row("frame.js: inside a frame", entry("frame")?, None),
        row("element.js: <mot-cua>", element, None),
        row("to tap a face: page + boot.js", index + boot, Some(14 * KB)),
        row("core: until rating, survey, look-up work", around + glue + wasm + words, Some(130 * KB)),
        row("full: every question type", around + full + words_full, Some(200 * KB)),
        row("more: every screen of look-up", around + more + words_more, Some(200 * KB)),
        row("workbench: for designers, all of it", workbench(home)?, Some(1500 * KB)),
    ])
}

/// As it was compressed when it was built: its WebAssembly takes a while.
fn workbench(home: &Home) -> Result<usize> {
    let files = below(&home.page().join("workbench"))?;
    let small = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "br"));
    small.map(|path| Ok(fs::read(path)?.len())).sum()
}

/// The heaviest of the stamped pages, since the budget holds for each.
fn largest_page(home: &Home) -> Result<(String, usize)> {
    let dist = home.dist();
    let mut pages = vec![dist.join("index.html")];
    pages.extend(below(&dist.join("Q"))?.into_iter().filter(|path| path.ends_with("index.html")));
    let mut largest = (String::new(), 0);
    for page in pages {
        let bytes = compressed(&page)?;
        if bytes > largest.1 {
            largest = (page.strip_prefix(&dist)?.display().to_string(), bytes);
        }
    }
    Ok(largest)
}

fn below(folder: &PathBuf) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() { all.extend(below(&path)?) } else { all.push(path) }
    }
    Ok(all)
}

fn entry_size(home: &Home, name: &str) -> Result<usize> {
    let manifest: Value = serde_json::from_slice(&fs::read(home.page().join("manifest.json"))?)?;
    let path =
        manifest["entry"][name].as_str().with_context(|| format!("manifest.json has no entry {name}"))?;
    compressed(&home.page().join(path))
}

/// The name of the survey that the sample site opens with.
fn survey(home: &Home) -> Result<String> {
    let site: Value = serde_json::from_slice(&fs::read(home.dist().join("site.json"))?)?;
    Ok(site["survey"].as_str().context("site.json names no survey")?.to_owned())
}

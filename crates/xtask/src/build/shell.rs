//! The page without a site, in `target/page`: template, critical sheet, assets with hashed names, `element.js`, manifest.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::manifest::Manifest;
use super::scripts::{Form, bundled};
use super::trunk::Part;
use super::{Kind, compress, hashes, trunk};
use crate::digest;
use crate::home::Home;
use crate::setup::PageTools;

pub(super) fn write(home: &Home, kind: Kind, tools: &PageTools) -> Result<()> {
    let page = home.page();
    if page.exists() {
        fs::remove_dir_all(&page)?;
    }
    fs::create_dir_all(page.join("assets"))?;
    let public = home.root.join("public");
    let mut shell = Shell { page: &page, manifest: Manifest::default() };

    fs::write(page.join("index.html"), template(&home.root.join("index.html"))?)?;
    fs::write(
        page.join("critical.css"),
        bundled(&tools.esbuild, &home.root.join("style/critical.css"), Form::Sheet)?,
    )?;

    for (part, [wasm_entry, glue_entry, style_entry], sheet) in [
        (Part::Core, ["wasm", "glue", "style"], "style/index.css"),
        (Part::Full, ["wasmFull", "glueFull", "styleFull"], "style/full.css"),
        (Part::More, ["wasmMore", "glueMore", "styleMore"], "style/more.css"),
    ] {
        let glue = bundled(&tools.esbuild, &trunk::glue(home, part), Form::Module)?;
        let (wasm, glue) = hashes::numbered(&fs::read(trunk::wasm(home, part))?, &glue);
        let wasm = shell.asset(wasm_entry, part.name(), "wasm", &wasm)?;
        shell.asset(glue_entry, part.name(), "js", &naming(glue, &wasm)?)?;
        let sheet = bundled(&tools.esbuild, &home.root.join(sheet), Form::Sheet)?;
        shell.asset(style_entry, part.name(), "css", &sheet)?;
    }
    for (entry, form) in [
        ("boot", Form::Classic),
        ("loader", Form::Module),
        ("offline", Form::Module),
        ("beside", Form::Module),
    ] {
        let bytes = bundled(&tools.esbuild, &public.join(format!("{entry}.js")), form)?;
        shell.asset(entry, entry, "js", &bytes)?;
    }
    for (entry, stem) in [("styleRest", "rest"), ("styleBeside", "beside")] {
        let sheet = bundled(&tools.esbuild, &home.root.join(format!("style/{stem}.css")), Form::Sheet)?;
        shell.asset(entry, stem, "css", &sheet)?;
    }
    // Their addresses stay: they stand in portals and in the loader, and a browser knows the worker again by its own.
    for entry in ["element", "embed", "frame", "worker"] {
        let name = if entry == "worker" { "sw.js".to_owned() } else { format!("{entry}.js") };
        let bytes = bundled(&tools.esbuild, &public.join(&name), Form::Classic)?;
        shell.file(entry, name, &bytes)?;
    }

    fs::write(page.join("manifest.json"), shell.manifest.json()?)?;
    // A development build is loaded from this machine: compressing megabytes would only cost time.
    if kind == Kind::Release { compress::folder(&page) } else { Ok(()) }
}

/// The folder being filled and the list of what is in it.
struct Shell<'a> {
    page: &'a Path,
    manifest: Manifest,
}

impl Shell<'_> {
    /// Named by the bytes that are shipped, so that it may be cached for ever. Returns the file's name in `assets/`.
    fn asset(&mut self, entry: &str, stem: &str, kind: &str, bytes: &[u8]) -> Result<String> {
        let name = format!("{stem}.{}.{kind}", digest::short(bytes));
        self.file(entry, format!("assets/{name}"), bytes)?;
        Ok(name)
    }

    fn file(&mut self, entry: &str, path: String, bytes: &[u8]) -> Result<()> {
        fs::write(self.page.join(&path), bytes)?;
        self.manifest.add(entry, path, bytes)
    }
}

/// wasm-bindgen's glue fetches the WASM by its name beside itself: that name is now another.
fn naming(glue: Vec<u8>, wasm: &str) -> Result<Vec<u8>> {
    let text = String::from_utf8(glue).context("the glue is not UTF-8")?;
    let old = trunk::wasm_name();
    anyhow::ensure!(text.contains(&old), "the glue does not name {old}");
    Ok(text.replace(&old, wasm).into_bytes())
}

/// `index.html` without the lines that speak to Trunk.
fn template(source: &Path) -> Result<String> {
    let text = fs::read_to_string(source).with_context(|| source.display().to_string())?;
    Ok(text.lines().filter(|line| !line.contains("data-trunk")).flat_map(|line| [line, "\n"]).collect())
}

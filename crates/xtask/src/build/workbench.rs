//! The page for clerks and designers, in `target/page/workbench`. Its WebAssembly is its own; the citizen's page knows nothing of it.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context as _, Result};

use super::scripts::{Form, bundled};
use super::{Kind, compress, inputs};
use crate::command::{command, run_quietly};
use crate::digest;
use crate::home::Home;
use crate::setup::PageTools;
use crate::step::{Outcome, step};

/// What it is made of, beside the compiler's own inputs.
const INPUTS: [&str; 20] = [
    "Cargo.lock",
    "crates/workbench",
    "crates/sheets",
    "crates/survey",
    "crates/catalogue",
    "crates/contract",
    "crates/link",
    "crates/outbox",
    "docs/backends",
    "src/browser/copy.rs",
    "src/html.rs",
    "src/signal.rs",
    "src/browser/dom.rs",
    "public/element",
    "public/boot",
    "public/locales",
    "public/surveys",
    "style/tokens.css",
    "style/base.css",
    "crates/xtask/src/build",
];
const CRATE: &str = "mot_cua_workbench";
const LIMIT: Duration = Duration::from_mins(30);

/// Builds it where an input changed, and puts it beside the page.
pub(super) fn build(home: &Home, kind: Kind, tools: &PageTools) -> Result<()> {
    let inputs = INPUTS.map(|input| home.root.join(input));
    let key = format!("{} {} {}", kind.name(), tools.toolchain.name(), inputs::hash(&inputs)?);
    let (made, shown) = (home.root.join("target/workbench"), home.page().join("workbench"));
    let mark = made.join("key");
    let is_built = fs::read_to_string(&mark).is_ok_and(|last| last == key);
    if !is_built {
        if made.exists() {
            fs::remove_dir_all(&made)?;
        }
        step("cargo, wasm-bindgen: workbench", || compile(home, kind, tools, &made).map(|()| Outcome::Done))?;
        step("names, .br, .gz: workbench", || write(home, kind, tools, &made).map(|()| Outcome::Done))?;
        fs::write(&mark, &key)?;
    }
    if !is_built || !shown.is_dir() {
        if shown.exists() {
            fs::remove_dir_all(&shown)?;
        }
        copy(&made.join("shown"), &shown)?;
    }
    Ok(())
}

fn compile(home: &Home, kind: Kind, tools: &PageTools, made: &Path) -> Result<()> {
    let target = home.cargo_target();
    let mut cargo = tools.toolchain.command(Path::new("cargo"), kind.std(), &[])?;
    cargo.args([
        "build",
        "--quiet",
        "--package",
        "mot-cua-workbench",
        "--lib",
        "--target",
        "wasm32-unknown-unknown",
    ]);
    let profile = match kind {
        Kind::Dev => "debug",
        Kind::Release => {
            cargo.args(["--profile", "wasm"]);
            "wasm"
        }
    };
    run_quietly(cargo.current_dir(&home.root).env("CARGO_TARGET_DIR", &target), LIMIT)?;
    let mut bindgen = command(&tools.wasm_bindgen);
    bindgen.args(["--target", "web", "--no-typescript", "--out-dir"]).arg(made);
    bindgen.arg(target.join("wasm32-unknown-unknown").join(profile).join(format!("{CRATE}.wasm")));
    run_quietly(&mut bindgen, LIMIT)?;
    if kind == Kind::Dev {
        return Ok(());
    }
    // Once is enough: it is loaded by those who work with it, not by a phone in a queue.
    let (wasm, raw) = (wasm(made), made.join("raw.wasm"));
    fs::rename(&wasm, &raw)?;
    let mut opt = command(&tools.wasm_opt);
    opt.args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]);
    run_quietly(opt.arg(&raw).arg("-o").arg(&wasm), LIMIT)
}

fn wasm(made: &Path) -> PathBuf {
    made.join(format!("{CRATE}_bg.wasm"))
}

/// Every file but the pages and the worker is named by its bytes.
fn write(home: &Home, kind: Kind, tools: &PageTools, made: &Path) -> Result<()> {
    let (sources, shown) = (home.root.join("crates/workbench/page"), made.join("shown"));
    for folder in ["preview", "try"] {
        fs::create_dir_all(shown.join(folder))?;
    }
    let named = |stem: &str, ending: &str, bytes: &[u8]| -> Result<String> {
        let name = format!("{stem}.{}.{ending}", digest::short(bytes));
        fs::write(shown.join(&name), bytes)?;
        Ok(name)
    };
    let wasm = named("workbench", "wasm", &fs::read(wasm(made))?)?;
    let glue = bundled(&tools.esbuild, &made.join(format!("{CRATE}.js")), Form::Module)?;
    let glue = String::from_utf8(glue)?.replace(&format!("{CRATE}_bg.wasm"), &wasm);
    let glue = named("glue", "js", glue.as_bytes())?;
    let asset = |name: &str, form: Form| -> Result<String> {
        let (stem, ending) = name.split_once('.').context("a name without an ending")?;
        named(stem, ending, &bundled(&tools.esbuild, &sources.join(name), form)?)
    };
    let all = [
        ("glue.js", glue),
        ("bench.js", asset("bench.js", Form::Module)?),
        ("bench.css", asset("bench.css", Form::Sheet)?),
        ("preview.js", asset("preview.js", Form::Module)?),
        ("preview.css", asset("preview.css", Form::Sheet)?),
        ("try.js", asset("try.js", Form::Module)?),
    ];
    let pages = [
        ("index.html", "index.html"),
        ("preview.html", "preview/index.html"),
        ("try.html", "try/index.html"),
    ];
    for (from, to) in pages {
        let page = fs::read_to_string(sources.join(from))?;
        let page = all.iter().fold(page, |page, (name, hashed)| {
            page.replace(&format!("\"{name}\""), &format!("\"{hashed}\""))
                .replace(&format!("../{name}\""), &format!("../{hashed}\""))
        });
        fs::write(shown.join(to), page)?;
    }
    fs::write(shown.join("sw.js"), bundled(&tools.esbuild, &sources.join("sw.js"), Form::Classic)?)?;
    if kind == Kind::Release { compress::folder(&shown) } else { Ok(()) }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in inputs::files(from)? {
        let path = to.join(file.strip_prefix(from)?);
        fs::create_dir_all(path.parent().context("a file in a folder")?)?;
        fs::copy(&file, &path)?;
    }
    Ok(())
}

//! `workbench/`: the page for clerks and designers, as `cargo xtask build` leaves it, with its policy and the list of what it keeps
//! for the time without a network. A page that was built without it has none.

use mot_cua_collector::files::Files;

use super::assemble::plain;
use super::folder::is_kind;
use super::policy;
use super::stamp::Stamp;

const FOLDER: &str = "workbench/";

/// Stamps the pages and the worker.
pub(super) fn write(stamp: &Stamp<'_>, files: &mut Files) {
    page("index.html", policy::WORKBENCH, "frame-ancestors 'none'", files);
    page("preview/index.html", policy::PREVIEW, "frame-ancestors 'self'", files);
    page("try/index.html", policy::TRY, "frame-ancestors 'self'", files);
    let name = [FOLDER, "sw.js"].concat();
    let Some(script) = files.get(&name).map(|file| file.bytes().clone()) else { return };
    let list =
        serde_json::json!({"version": stamp.version, "base": stamp.site.base, "files": needed(stamp, files)});
    let whole = [format!("self.mcBench={list};\n").as_bytes(), &script].concat();
    files.insert(name.clone(), plain(&name, whole));
}

fn page(name: &str, policy: &str, ancestors: &str, files: &mut Files) {
    let path = [FOLDER, name].concat();
    let Some(html) = files.get(&path).map(|file| String::from_utf8_lossy(file.bytes()).into_owned()) else {
        return;
    };
    let html = html.replace("<!--policy-->", &policy::meta(policy));
    files.insert(path, plain("index.html", html).with_csp([policy, "; ", ancestors].concat()));
}

/// Its own files, and what the phone beside the editor loads: the page with every question type, its words, the site.
fn needed(stamp: &Stamp<'_>, files: &Files) -> Vec<String> {
    let entry = &stamp.shell.manifest.entry;
    let page = [&entry.glue_full, &entry.wasm_full, &entry.style, &entry.style_full].map(Clone::clone);
    let words = |path: &&str| {
        path.starts_with("locales/full/") || path.matches('/').count() == 1 && path.starts_with("locales/")
    };
    let own = |path: &&str| path.starts_with(FOLDER) && !is_kind(path, "html") && !path.ends_with("sw.js");
    let data = ["site.json", "manifest.json", "catalogue/index.json"].map(str::to_owned);
    let here = files.iter().map(|(path, _)| path).filter(|path| own(path) || words(path)).map(str::to_owned);
    let folders = ["", "preview/", "try/"].map(|folder| [FOLDER, folder].concat());
    let all = page.into_iter().chain(data).filter(|path| files.get(path).is_some()).chain(here);
    all.chain(folders).collect()
}

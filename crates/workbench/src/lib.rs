//! The workbench: a page for clerks and designers who own no terminal. Surveys, sheets with codes, reminders and sites are made here,
//! in the browser; no file leaves the machine.
//!
//! `edit` is pure: what a change does to a definition. `bench` holds the state, `view` shows it, and only `browser` touches
//! web-sys. How a view gets into the document is the citizen's page's own code, shared by source: that page stays as it is, byte
//! for byte.

mod bench;
mod browser;
mod edit;
#[path = "../../../src/html.rs"]
#[allow(dead_code, reason = "shared with the citizen's page, which uses the rest")]
mod html;
mod prelude;
mod print;
mod reminders;
#[path = "../../../src/signal.rs"]
#[allow(dead_code, reason = "shared with the citizen's page, which uses the rest")]
mod signal;
mod site;
mod view;
mod words;

use wasm_bindgen::prelude::*;

/// Shows the workbench at the end of `host`.
#[wasm_bindgen]
pub fn start(host: browser::Host) {
    // The page lives as long as its document, and its signals with it.
    let owner = prelude::Owner::new();
    owner.set();
    let bench = bench::Bench::new();
    bench.take_turn();
    bench.resume();
    bench.site.resume(bench);
    browser::listen(bench);
    html::mount(&host, move || view::page(bench));
    html::always(move || browser::set_language(bench.lang.get().as_str()));
    std::mem::forget(owner);
}

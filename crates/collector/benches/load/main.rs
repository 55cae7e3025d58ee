//! Load: how many answers a second are acknowledged, beside `json-server` and a bare axum + `SQLite` insert, in one run.
//!
//! `cargo bench -p mot-cua-collector --bench load` writes `bench/load.md` and `bench/load.json`; with `-- --long`, which takes half an
//! hour, `bench/load-long.md` and `bench/load-long.json`. `MC_JSON_SERVER` names the program json-server, `MC_BENCH_DIR` a folder on the
//! disk to be measured (else the folder for temporary files).
#![allow(clippy::unwrap_used, clippy::cast_precision_loss, reason = "a bench stops where something is wrong")]
#![allow(clippy::print_stdout, reason = "that is what a bench is for")]

mod answers;
mod bare;
mod client;
mod contest;
mod long;
#[path = "../../tests/all/desk/postgres.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the tests")]
mod postgres;
mod report;
mod server;
mod stored;

use tokio::runtime::Runtime;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match words.as_slice() {
        // This program again, as one of the servers.
        ["--serve", "bare", file] => Runtime::new().unwrap().block_on(bare::serve(file)),
        ["--serve", "collector", address] => Runtime::new().unwrap().block_on(server::collector(address)),
        // `cargo test --all-targets` runs it without this: nothing to do.
        words if !words.contains(&"--bench") => {}
        words if words.contains(&"--long") => report::long(&long::run()),
        _ => report::contest(&contest::run()),
    }
}

//! `bench/load.md` and `bench/load.json`.

use std::fmt::Write;
use std::path::Path;

use serde_json::json;

use crate::contest::{Entry, Step};
use crate::long::Run;

pub(crate) fn contest(contest: &[Entry]) {
    write("load", &contest_text(contest), &json!({"machine": machine(), "contest": contest}));
}

pub(crate) fn long(long: &[Run]) {
    write("load-long", &long_text(long), &json!({"machine": machine(), "long": long}));
}

fn write(name: &str, text: &str, json: &serde_json::Value) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../bench");
    println!("{text}");
    std::fs::write(folder.join(name).with_extension("md"), text).unwrap();
    std::fs::write(folder.join(name).with_extension("json"), format!("{json:#}\n")).unwrap();
}

fn contest_text(contest: &[Entry]) -> String {
    let mut text = format!(
        "# Load\n\nMade by `cargo bench -p mot-cua-collector --bench load` on {}. Servers and phones share the machine.\n\n\
         Each phone sends its next answer when the last is acknowledged; what counts is answers acknowledged a second while 99 of 100 \
         take less than 100 ms.\n\n| server | acknowledged a second | phones | p50 | p99 | missing / doubled | memory |\n|---|---|---|---|---|---|---|\n",
        machine()
    );
    for entry in contest {
        let compared = match (entry.missing, entry.doubled) {
            (Some(missing), Some(doubled)) => format!("{missing} / {doubled}"),
            _ => "not compared".to_owned(),
        };
        let best = entry.best();
        let cell = |value: &dyn Fn(&Step) -> String| best.map_or_else(|| "-".to_owned(), value);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {compared} | {:.0} MB |",
            entry.name,
            cell(&|step| format!("{:.0}", step.per_second)),
            cell(&|step| step.phones.to_string()),
            cell(&|step| format!("{:.1} ms", step.p50_ms)),
            cell(&|step| format!("{:.1} ms", step.p99_ms)),
            entry.memory_mb,
        );
    }
    text.push_str("\nAll steps (acknowledged a second, p99):\n\n");
    for entry in contest {
        let step =
            |step: &Step| format!("{} phones {:.0}/s {:.0} ms", step.phones, step.per_second, step.p99_ms);
        let steps: Vec<String> = entry.steps.iter().map(step).collect();
        let _ = writeln!(text, "- {}: {}", entry.name, steps.join("; "));
    }
    text.push_str(
        "\n`axum + SQLite, one commit each` is a handler of a few lines with synchronous=FULL. json-server writes its whole file for \
         every answer and never waits for the disk. SQLite and PostgreSQL flush the disk before each acknowledgement.\n",
    );
    text
}

fn long_text(long: &[Run]) -> String {
    let mut text = format!(
        "# Load, for longer\n\nMade by `cargo bench -p mot-cua-collector --bench load -- --long` on {}. Servers and phones share the \
         machine.\n\nSent at a fixed rate; times count from when an answer was due. Whoever is refused comes back as a phone does. Missing \
         and doubled are compared with the database afterwards; every acknowledgement follows a flush of the disk.\n\n\
         | database | load | acknowledged | in | p50 | p99 | sent again | missing / doubled | memory |\n\
         |---|---|---|---|---|---|---|---|---|\n",
        machine()
    );
    for run in long {
        let _ = writeln!(
            text,
            "| {} | {} | {} | {:.1} s | {:.1} ms | {:.1} ms | {} | {} / {} | {:.0} MB |",
            run.database,
            run.what,
            run.answers,
            run.seconds,
            run.p50_ms,
            run.p99_ms,
            run.again,
            run.missing,
            run.doubled,
            run.memory_mb
        );
    }
    text
}

/// Date, processors and their kind.
fn machine() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let kind = info.lines().find_map(|line| line.strip_prefix("model name")).unwrap_or_default();
    let count = std::thread::available_parallelism().map_or(0, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let today = mot_cua_contract::time::rounded(
        mot_cua_collector::Clock::Machine.unix_ms(),
        420,
        mot_cua_contract::time::Rounding::Day,
    );
    format!(
        "{} ({count} processors, {}, load before the end {})",
        today.get(..10).unwrap_or_default(),
        kind.trim_start_matches([' ', '\t', ':']),
        load.split_whitespace().next().unwrap_or_default()
    )
}

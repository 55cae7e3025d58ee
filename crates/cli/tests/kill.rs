//! What was acknowledged is there after the power plug was pulled, as far as a process can feel it; and an orderly end is one.
#![allow(clippy::unwrap_used)]

mod desk;
#[path = "../../collector/tests/all/desk/postgres.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the collector's tests")]
mod postgres;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

use desk::{Server, answer, folder, mot_cua};

/// Phones that send at the same time.
const PHONES: usize = 4;

/// Every stored answer, one line each: id and revision.
fn stored(db: &str) -> Vec<String> {
    let output = mot_cua(&["export", "--format", "jsonl", "--db", db]);
    assert!(output.status.success(), "{output:?}");
    let id = |line: &str| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
    };
    String::from_utf8(output.stdout).unwrap().lines().map(id).collect()
}

/// Kills the server again and again, each time after some more acknowledgements, while phones send; what got no answer is sent
/// again, the same bytes, to the next server.
fn kill_again_and_again(db: &str, kills: usize) {
    let folder = folder();
    let next = AtomicU32::new(0);
    let acked = Mutex::new(BTreeSet::new());
    let open: Mutex<BTreeMap<u32, serde_json::Value>> = Mutex::default();
    let mut again = 0;
    for round in 0..=kills {
        let mut server = Server::start_on(&folder, db);
        let here = AtomicUsize::new(0);
        again += open.lock().unwrap().len();
        std::thread::scope(|scope| {
            for _ in 0..PHONES {
                scope.spawn(|| {
                    loop {
                        let kept = open.lock().unwrap().pop_first();
                        let (n, answer) = kept.unwrap_or_else(|| {
                            let n = next.fetch_add(1, Ordering::Relaxed);
                            (n, answer(n))
                        });
                        match server.post(&answer) {
                            Some(200 | 201) => {
                                acked.lock().unwrap().insert(answer["id"].as_str().unwrap().to_owned());
                                here.fetch_add(1, Ordering::Relaxed);
                            }
                            Some(status) => panic!("{status}"),
                            None => {
                                open.lock().unwrap().insert(n, answer);
                                break;
                            }
                        }
                    }
                });
            }
            // Another moment of a commit each time, and the last round only takes what was left over.
            while here.load(Ordering::Relaxed) < 5 + round % 17 * 3 {
                std::thread::yield_now();
            }
            let killed = Command::new("kill").args(["-9", &server.child.id().to_string()]).status();
            assert!(killed.unwrap().success());
        });
        server.child.wait().unwrap();
    }
    let acked = acked.into_inner().unwrap();
    let stored = stored(db);
    let ids: BTreeSet<String> = stored.iter().cloned().collect();
    assert_eq!(acked.difference(&ids).count(), 0, "acknowledged but missing");
    assert_eq!(ids.len(), stored.len(), "stored twice");
    // What was on its way at the end may be there too.
    assert!(stored.len() <= acked.len() + PHONES, "{} stored, {} acknowledged", stored.len(), acked.len());
    println!("{kills} kills: {} acknowledged, {} stored, {again} sent again", acked.len(), stored.len());
}

/// Ten, or as many as `MC_KILLS` says.
fn kills() -> usize {
    std::env::var("MC_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(10)
}

#[test]
fn killed_under_load_nothing_acknowledged_is_missing() {
    kill_again_and_again(&format!("sqlite:{}", folder().join("answers.db").display()), kills());
}

#[test]
fn killed_on_postgres_nothing_acknowledged_is_missing() {
    if postgres::is_here() {
        kill_again_and_again(&postgres::fresh(), kills().div_ceil(4));
    }
}

#[cfg(unix)]
#[test]
fn a_polite_end_is_a_success_and_logs_no_answer() {
    let folder = folder();
    let database = folder.join("answers.db");
    let mut server = Server::start(&folder, &database);
    assert!(server.hello.contains(&database.display().to_string()), "{}", server.hello);
    assert_eq!(server.post(&answer(7)), Some(201));
    Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status().unwrap();
    assert!(server.child.wait().unwrap().success());
    let log = std::fs::read_to_string(folder.join("log")).unwrap();
    assert!(log.contains("receipt=") && !log.contains("1+1") && !log.contains("00000000-0000"), "{log}");
    let csv = mot_cua(&["export", "--db", &format!("sqlite:{}", database.display())]);
    let csv = String::from_utf8(csv.stdout).unwrap();
    assert!(csv.starts_with("\u{feff}receipt,rev,survey") && csv.contains(",'=1+1"), "{csv}");
}

//! What was acknowledged is there after the power plug was pulled, as far as a process can feel it; and an orderly end is one.
#![allow(clippy::unwrap_used)]

mod desk;

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use desk::{Server, answer, folder, mot_cua};

fn stored(database: &std::path::Path) -> BTreeSet<String> {
    let output = mot_cua(&["export", "--format", "jsonl", "--db", &format!("sqlite:{}", database.display())]);
    assert!(output.status.success(), "{output:?}");
    let id = |line: &str| {
        serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()
    };
    String::from_utf8(output.stdout).unwrap().lines().map(id).collect()
}

#[test]
fn killed_under_load_nothing_acknowledged_is_missing() {
    let folder = folder();
    let database = folder.join("answers.db");
    let next = AtomicU32::new(0);
    let acked = Mutex::new(BTreeSet::new());
    for round in 1..=3_u64 {
        let mut server = Server::start(&folder, &database);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    loop {
                        let answer = answer(next.fetch_add(1, Ordering::Relaxed));
                        match server.post(&answer) {
                            Some(201) => {
                                acked.lock().unwrap().insert(answer["id"].as_str().unwrap().to_owned());
                            }
                            Some(status) => panic!("{status}"),
                            None => break,
                        }
                    }
                });
            }
            std::thread::sleep(Duration::from_millis(150 * round));
            let killed = Command::new("kill").args(["-9", &server.child.id().to_string()]).status();
            assert!(killed.unwrap().success());
        });
        server.child.wait().unwrap();
    }
    let acked = acked.into_inner().unwrap();
    let stored = stored(&database);
    assert!(acked.len() > 20, "only {} were acknowledged: the test tests nothing", acked.len());
    assert_eq!(acked.difference(&stored).count(), 0);
    // What was on its way may be there too, once.
    assert!(stored.len() <= acked.len() + 3 * 4, "{} stored, {} acknowledged", stored.len(), acked.len());
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
    assert!(csv.starts_with("\u{feff}receipt,rev,survey") && csv.contains(",5,'=1+1\r\n"), "{csv}");
}

//! What was acknowledged is stored, once, whatever happens to the database under load.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use mot_cua_collector::Limits;
use mot_cua_collector::store::Address;
use serde_json::json;

use crate::desk::postgres::Cluster;
use crate::desk::{Server, answer, ask, id};

/// Four phones that send one answer after the other, each until it is acknowledged, while `work` goes on.
/// Gives how many were acknowledged; all are stored once, and nothing but 201, 200 and 503 was said. `work` gets what waits for
/// that many acknowledgements more.
fn under_load(server: &Server, work: impl FnOnce(&dyn Fn(usize))) -> usize {
    let (done, next, acked) = (AtomicBool::new(false), AtomicU32::new(0), Mutex::new(BTreeSet::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    let id = id(next.fetch_add(1, Ordering::Relaxed));
                    let tap = answer(&id, 1, json!({"overall": 5}));
                    loop {
                        match server.post(&tap).status {
                            200 | 201 => {
                                acked.lock().unwrap().insert(id);
                                break;
                            }
                            503 if done.load(Ordering::Relaxed) => break,
                            503 => {}
                            status => panic!("{status}"),
                        }
                    }
                }
            });
        }
        work(&|more| {
            let (start, goal) = (Instant::now(), acked.lock().unwrap().len() + more);
            while acked.lock().unwrap().len() < goal {
                assert!(start.elapsed() < Duration::from_mins(1), "nothing is acknowledged any more");
                std::thread::yield_now();
            }
        });
        done.store(true, Ordering::Relaxed);
    });
    let acked = acked.into_inner().unwrap();
    let list: Vec<String> = acked.iter().map(|id| format!("'{id}'")).collect();
    let stored = format!("SELECT count(*) FROM responses WHERE id IN ({})", list.join(","));
    assert_eq!(server.count(&stored), i64::try_from(acked.len()).unwrap(), "acknowledged and stored");
    acked.len()
}

#[test]
fn postgres_crashes_and_comes_back() {
    let Some(cluster) = Cluster::start() else {
        eprintln!("skipped: PostgreSQL is not installed");
        return;
    };
    let address: Address = cluster.database().parse().unwrap();
    let server = Server::start_with(&address, "/", Limits::default(), 64);
    let crashes = if std::env::var_os("MC_LONG").is_some() { 20 } else { 2 };
    let acked = under_load(&server, |wait| {
        for _ in 0..crashes {
            wait(100);
            cluster.crash_and_restart();
        }
        wait(100);
    });
    assert!(acked >= 300);
    cluster.stop();
    let health = server.get("/healthz");
    assert_eq!(health.status, 503, "{}", health.body);
    let refused = server.post(&answer(&id(2_000_000), 1, json!({"overall": 5})));
    assert_eq!(refused.status, 503);
    assert!(!refused.header("retry-after").is_empty());
}

/// A small disk of its own. `None`: this user may not mount one.
struct Disk(PathBuf);

impl Disk {
    fn mount() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("mot-cua-disk-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=600k", "tmpfs"]).arg(&folder).output();
        mount.is_ok_and(|mount| mount.status.success()).then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("--lazy").arg(&self.0).status();
        let _ = std::fs::remove_dir(&self.0);
    }
}

#[test]
fn a_full_disk_refuses_and_goes_on_when_there_is_room() {
    let Some(disk) = Disk::mount() else {
        eprintln!("skipped: only root may mount a small disk");
        return;
    };
    let ballast = disk.path().join("ballast");
    std::fs::write(&ballast, vec![0; 300_000]).unwrap();
    let address = Address::Sqlite(disk.path().join("answers.db"));
    let server = Server::start_with(&address, "/", Limits::default(), 64);
    let mut stored = 0;
    let mut fill = |from: u32| {
        for n in from..from + 5_000 {
            match server.post(&answer(&id(n), 1, json!({"overall": 5, "words": "đầy ".repeat(40)}))).status
            {
                201 => stored += 1,
                503 => return,
                status => panic!("{status}"),
            }
        }
        panic!("the disk is never full");
    };
    fill(0);
    assert_eq!(server.get("/healthz").status, 200, "what is there can still be read");
    std::fs::remove_file(&ballast).unwrap();
    fill(10_000);
    let before = stored;
    drop(server);
    assert_eq!(
        ask::<i64>(&address, "SELECT count(*) FROM responses"),
        before,
        "what was refused is not there"
    );
    assert_eq!(ask::<String>(&address, "PRAGMA integrity_check"), "ok");
}

/// Thirty seconds in the long run, three else: longer than the writer waits for a lock.
#[test]
fn a_locked_database_refuses_and_goes_on_when_it_is_free() {
    use sqlx::Executor;
    let server = Server::start(crate::desk::On::Sqlite);
    let seconds = if std::env::var_os("MC_LONG").is_some() { 30 } else { 3 };
    let acked = under_load(&server, |wait| {
        wait(1);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let mut other = crate::desk::sqlite(crate::desk::file(&server.database)).await;
            other.execute("BEGIN IMMEDIATE").await.unwrap();
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            other.execute("ROLLBACK").await.unwrap();
        });
        wait(100);
    });
    assert!(acked > 100);
    assert!(server.get("/metrics").body.contains("outcome=\"failed\"} "));
}

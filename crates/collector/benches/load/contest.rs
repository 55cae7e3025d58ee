//! The same load on every server: as many phones as it takes, each sends its next answer when the last is acknowledged.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::runtime::Runtime;

use crate::answers::request;
use crate::client::{Phone, Said};
use crate::postgres::Cluster;
use crate::server::{Server, folder, version};
use crate::stored;

/// Phones at a time, one step after the other.
const STEPS: [usize; 5] = [8, 32, 64, 128, 256];
/// What counts must answer within this, 99 times of 100.
const LIMIT: Duration = Duration::from_millis(100);

#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) steps: Vec<Step>,
    /// Acknowledged and not in the database. `None`: not ours to look into.
    pub(crate) missing: Option<usize>,
    pub(crate) doubled: Option<usize>,
    pub(crate) memory_mb: f64,
}

#[derive(Debug, Clone, Serialize)]
pub(crate) struct Step {
    pub(crate) phones: usize,
    pub(crate) per_second: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    pub(crate) refused: u64,
}

impl Entry {
    /// The step with most answers a second among those that were quick enough. `None`: none was.
    pub(crate) fn best(&self) -> Option<&Step> {
        let quick = self.steps.iter().filter(|step| step.p99_ms < LIMIT.as_secs_f64() * 1000.0);
        quick.max_by(|a, b| a.per_second.total_cmp(&b.per_second))
    }
}

pub(crate) fn run() -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut enter = |name, server: Server| {
        let entry = measure(name, &server);
        println!("{name}: {:?}", entry.best());
        entries.push(entry);
    };
    let place = folder("contest");
    match Server::json_server(&place) {
        Some(server) => enter("json-server", server),
        None => println!("json-server: not measured, MC_JSON_SERVER names no program"),
    }
    enter("axum + SQLite, one commit each", Server::bare(&place));
    enter(
        "collector on SQLite",
        Server::collector(&format!("sqlite:{}", place.join("answers.db").display())),
    );
    match Cluster::durable() {
        Some(cluster) => {
            enter("collector on PostgreSQL", Server::collector(&cluster.database()));
            cluster.stop();
        }
        None => println!("PostgreSQL: not measured, it is not installed"),
    }
    let _ = std::fs::remove_dir_all(place);
    entries
}

/// Seconds a step takes; `MC_SECONDS`.
fn seconds() -> u64 {
    std::env::var("MC_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(8)
}

fn measure(name: &'static str, server: &Server) -> Entry {
    let runtime = Runtime::new().unwrap();
    let (next, mut acknowledged) = (Arc::new(AtomicU64::new(0)), BTreeSet::new());
    let mut steps = Vec::new();
    // The first two seconds count for nothing: caches, prepared statements.
    runtime.block_on(step(server, 8, Duration::from_secs(2), &next, &mut acknowledged));
    for phones in STEPS {
        let length = Duration::from_secs(seconds());
        steps.push(runtime.block_on(step(server, phones, length, &next, &mut acknowledged)));
    }
    let compared =
        server.database.as_ref().map(|database| runtime.block_on(stored::compare(database, &acknowledged)));
    Entry {
        name,
        steps,
        missing: compared.map(|(missing, _)| missing),
        doubled: compared.map(|(_, doubled)| doubled),
        memory_mb: server.memory(),
    }
}

async fn step(
    server: &Server,
    phones: usize,
    length: Duration,
    next: &Arc<AtomicU64>,
    acknowledged: &mut BTreeSet<u64>,
) -> Step {
    let start = Instant::now();
    let one = |_| {
        let (mut phone, path, version) = (Phone::new(&server.address), server.path, version());
        let next = Arc::clone(next);
        tokio::spawn(async move {
            let (mut took, mut refused) = (Vec::new(), 0_u64);
            while start.elapsed() < length {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let request = request(path, &version, n);
                let sent = Instant::now();
                match phone.send(&request).await {
                    Said::Acknowledged => took.push((sent.elapsed(), n)),
                    _ => refused += 1,
                }
            }
            (took, refused)
        })
    };
    let running: Vec<_> = (0..phones).map(one).collect();
    let (mut took, mut refused) = (Vec::new(), 0);
    for phone in running {
        let (more, not) = phone.await.unwrap();
        took.extend(more);
        refused += not;
    }
    let per_second = took.len() as f64 / start.elapsed().as_secs_f64();
    acknowledged.extend(took.iter().map(|(_, n)| n));
    let times: Vec<Duration> = took.into_iter().map(|(time, _)| time).collect();
    Step { phones, per_second, p50_ms: part(&times, 0.5), p99_ms: part(&times, 0.99), refused }
}

/// The time below which this part of all lies, in milliseconds.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a part of a length")]
pub(crate) fn part(times: &[Duration], part: f64) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let at = ((sorted.len() as f64 * part) as usize).min(sorted.len().saturating_sub(1));
    sorted.get(at).map_or(f64::INFINITY, |time| time.as_secs_f64() * 1000.0)
}

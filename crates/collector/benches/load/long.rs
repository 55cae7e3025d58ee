//! What a province needs: a steady rate, a spike, and a crowd that comes back after an outage. Whoever is refused comes back as a
//! phone does, with the same bytes, until the answer is acknowledged.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde::Serialize;
use tokio::runtime::Runtime;
use tokio::time::{sleep, sleep_until};

use crate::answers::request;
use crate::client::{Phone, Said};
use crate::contest::part;
use crate::postgres::Cluster;
use crate::server::{Server, folder, version};
use crate::stored;

#[derive(Debug, Serialize)]
pub(crate) struct Run {
    pub(crate) database: &'static str,
    pub(crate) what: String,
    pub(crate) answers: usize,
    pub(crate) seconds: f64,
    pub(crate) p50_ms: f64,
    pub(crate) p99_ms: f64,
    /// 503s and broken connections on the way.
    pub(crate) again: u64,
    pub(crate) missing: usize,
    pub(crate) doubled: usize,
    pub(crate) memory_mb: f64,
}

/// When answers are sent: the n-th after `n / rate` seconds; all at once where there is no rate.
#[derive(Debug)]
struct Plan {
    what: String,
    answers: u64,
    rate: Option<f64>,
    phones: u64,
}

/// Within which a phone waits when its network returns (`ONLINE` of the outbox's backoff), in seconds.
const RETURN: f64 = 3.0;

/// The steady one lasts ten minutes, or `MC_MINUTES`.
fn plans() -> [Plan; 4] {
    let minutes = std::env::var("MC_MINUTES").ok().and_then(|minutes| minutes.parse().ok()).unwrap_or(10);
    let steady = format!("500/s for {minutes} min");
    [
        Plan { what: "1,000/s for 60 s".to_owned(), answers: 60_000, rate: Some(1000.0), phones: 200 },
        Plan { what: "3,000 clients at once".to_owned(), answers: 3000, rate: None, phones: 3000 },
        Plan {
            what: "3,000 clients online in the same second, with a phone's own jitter of 3 s".to_owned(),
            answers: 3000,
            rate: Some(3000.0 / RETURN),
            phones: 3000,
        },
        Plan { what: steady, answers: 500 * 60 * minutes, rate: Some(500.0), phones: 100 },
    ]
}

pub(crate) fn run() -> Vec<Run> {
    let place = folder("long");
    let sqlite = Server::collector(&format!("sqlite:{}", place.join("answers.db").display()));
    let mut runs = all("SQLite", &sqlite);
    drop(sqlite);
    if let Some(cluster) = Cluster::durable() {
        runs.extend(all("PostgreSQL", &Server::collector(&cluster.database())));
        cluster.stop();
    }
    let _ = std::fs::remove_dir_all(place);
    runs
}

fn all(database: &'static str, server: &Server) -> Vec<Run> {
    let runtime = Runtime::new().unwrap();
    let (mut first, mut acknowledged) = (0, BTreeSet::new());
    let one = |plan: Plan| {
        let answers = plan.answers;
        let run = runtime.block_on(go(database, server, plan, first, &mut acknowledged));
        first += answers;
        println!("{run:?}");
        run
    };
    plans().map(one).into_iter().collect()
}

async fn go(
    database: &'static str,
    server: &Server,
    plan: Plan,
    first: u64,
    acknowledged: &mut BTreeSet<u64>,
) -> Run {
    let start = Instant::now() + Duration::from_millis(200);
    let Plan { what, answers, rate, phones } = plan;
    let phone = |which: u64| {
        let (mut phone, path, version) = (Phone::new(&server.address), server.path, version());
        tokio::spawn(async move {
            let (mut took, mut again) = (Vec::new(), 0_u64);
            for n in (which..answers).step_by(usize::try_from(phones).unwrap()) {
                // From the moment it was due, not from when the phone got round to it.
                let due =
                    start + rate.map_or(Duration::ZERO, |rate| Duration::from_secs_f64(n as f64 / rate));
                sleep_until(due.into()).await;
                again += until_acknowledged(&mut phone, &request(path, &version, first + n)).await;
                took.push((due.elapsed(), first + n));
            }
            (took, again)
        })
    };
    let running: Vec<_> = (0..phones).map(phone).collect();
    let (mut times, mut again) = (Vec::new(), 0);
    for phone in running {
        let (took, more) = phone.await.unwrap();
        again += more;
        acknowledged.extend(took.iter().map(|(_, n)| n));
        times.extend(took.into_iter().map(|(time, _)| time));
    }
    let seconds = start.elapsed().as_secs_f64();
    let (missing, doubled) = stored::compare(server.database.as_ref().unwrap(), acknowledged).await;
    Run {
        database,
        what,
        answers: times.len(),
        seconds,
        p50_ms: part(&times, 0.5),
        p99_ms: part(&times, 0.99),
        again,
        missing,
        doubled,
        memory_mb: server.memory(),
    }
}

/// Gives how often it had to be sent once more. Waits as the outbox does: what the server asked for, else up to twice as long
/// each time.
async fn until_acknowledged(phone: &mut Phone, request: &[u8]) -> u64 {
    let mut again = 0;
    loop {
        let wait = match phone.send(request).await {
            Said::Acknowledged => return again,
            Said::Later(seconds) => Duration::from_secs(seconds),
            Said::Nothing => Duration::from_secs(1 << again.min(6)).mul_f64(dice()),
            Said::Other(status) => panic!("status {status}"),
        };
        again += 1;
        sleep(wait).await;
    }
}

/// 0 to 1.
fn dice() -> f64 {
    f64::from(uuid::Uuid::new_v4().as_fields().1) / 65_536.0
}

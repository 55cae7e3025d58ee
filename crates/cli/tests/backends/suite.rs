//! The one thing that every backend has to stand.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;
use std::time::Instant;

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::Submit;

use crate::{answers, proxy};

/// Whether real backends are to be started: the stage `backends` says so; other runs of all tests leave them alone.
pub(crate) fn is_asked() -> bool {
    std::env::var_os("MC_BACKENDS").is_some()
}

/// Whether everything is to be run in full.
pub(crate) fn is_long() -> bool {
    is_asked() && std::env::var("MC_LONG").is_ok_and(|long| long == "1")
}

/// 1,000 in the long run; `MC_ANSWERS` overrides both.
pub(crate) fn count(in_short: u32) -> u32 {
    let given = std::env::var("MC_ANSWERS").ok().and_then(|count| count.parse().ok());
    given.unwrap_or(if is_long() { 1_000 } else { in_short })
}

/// Through the faults, by the adapter of the docs; then `stored` tells all bodies that the backend holds. Each answer has to be
/// there with its last revision, letter for letter, and no revision twice.
pub(crate) fn run(name: &str, host: &str, submit: Submit, count: u32, stored: impl FnOnce() -> Vec<Answer>) {
    let start = Instant::now();
    let proxy = proxy::before(host);
    let submit = Submit { url: submit.url.replace("http://backend", &proxy.address), ..submit };
    answers::send_all(&submit, count);
    let took = start.elapsed();
    let rows = stored();
    let keys: BTreeSet<String> = rows.iter().map(Answer::key).collect();
    assert_eq!(keys.len(), rows.len(), "{name}: a revision is there twice");
    let mut last: BTreeMap<String, Answer> = BTreeMap::new();
    for row in rows.iter().cloned() {
        if last.get(&row.id).is_none_or(|known| known.rev < row.rev) {
            last.insert(row.id.clone(), row);
        }
    }
    assert_eq!(last.len(), count as usize, "{name}");
    assert!(last == answers::finals(count), "{name}: an answer is not what was sent");
    println!(
        "{name}: {count} answers whole and once, {} revisions stored; {} requests, {} of them spoilt; {:.1} s",
        rows.len(),
        proxy.requests.load(Ordering::Relaxed),
        proxy.faults.load(Ordering::Relaxed),
        took.as_secs_f64()
    );
}

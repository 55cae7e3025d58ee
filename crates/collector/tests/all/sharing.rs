//! Several collectors on one database.

use std::sync::atomic::{AtomicUsize, Ordering};

use mot_cua_collector::{Address, Limits};
use serde_json::json;

use crate::desk::{ID, On, QUICK, Server, answer, fresh, id, version_of};

on_both!(a_survey_that_another_collector_serves_is_known);

fn a_survey_that_another_collector_serves_is_known(on: On) {
    let database = fresh(on);
    let old = Server::start_with(&database, "/", Limits::default(), 8);
    let three = QUICK.replace("\"rateMax\":5", "\"rateMax\":3");
    let _new = Server::start_asking(&database, "/", Limits::default(), 8, &three);
    // A page of the new one, whose answer reaches the old one.
    let mut tap = answer(&id(1), 1, json!({"overall": 3}));
    tap["surveyVersion"] = json!(version_of(&three));
    assert_eq!(old.post(&tap).status, 201);
    assert_eq!(old.count("SELECT count(*) FROM responses WHERE validated"), 1);
    tap["id"] = json!(id(2));
    tap["answers"]["overall"] = json!(5);
    assert_eq!(old.post(&tap).status, 422);
}

/// Four start at the same moment on an empty database; then each answer goes to all four at once.
#[test]
fn four_collectors_store_each_answer_once() {
    if !crate::desk::postgres::is_here() {
        return;
    }
    let database = fresh(On::Postgres);
    let start = || Server::start_with(&database, "/", Limits::default(), 64);
    let servers: Vec<Server> = std::thread::scope(|scope| {
        let starting: Vec<_> = (0..4).map(|_| scope.spawn(start)).collect();
        starting.into_iter().map(|server| server.join().unwrap()).collect()
    });
    let (stored, same) = (AtomicUsize::new(0), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for server in &servers {
            scope.spawn(|| {
                for n in 0..50 {
                    match server.post(&answer(&id(n), 1, json!({"overall": 5}))).status {
                        201 => stored.fetch_add(1, Ordering::Relaxed),
                        200 => same.fetch_add(1, Ordering::Relaxed),
                        status => panic!("{status}"),
                    };
                }
            });
        }
    });
    assert_eq!((stored.into_inner(), same.into_inner()), (50, 150));
}

/// A late revision had looked for its answer among the deleted ones, and was then held up; meanwhile another collector deleted
/// the answer. Without serializable transactions the revision was stored after all.
#[test]
fn a_deletion_and_a_revision_do_not_pass_each_other() {
    use sqlx::{Connection, Executor};
    if !crate::desk::postgres::is_here() {
        return;
    }
    let database = fresh(On::Postgres);
    let start = || Server::start_with(&database, "/", Limits::default(), 64);
    let (one, two) = (start(), start());
    one.post(&answer(ID, 1, json!({"overall": 5})));
    let Address::Postgres(options) = &database else { panic!("PostgreSQL") };
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let mut other = runtime.block_on(sqlx::PgConnection::connect_with(options)).unwrap();
    // Who writes the same key and has not made up their mind holds the revision up.
    let hold = "BEGIN; CREATE TEMP TABLE t AS SELECT * FROM responses; UPDATE t SET rev = 2; INSERT INTO responses SELECT * FROM t";
    runtime.block_on(other.execute(hold)).unwrap();
    let status = std::thread::scope(|scope| {
        let revision = scope.spawn(|| two.post(&answer(ID, 2, json!({"overall": 4}))).status);
        let waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while one.count(waits) == 0 {}
        assert_eq!(one.send("DELETE", &format!("/api/responses/{ID}"), &[], "").status, 204);
        runtime.block_on(other.execute("ROLLBACK")).unwrap();
        revision.join().unwrap()
    });
    assert_eq!(status, 410);
    assert_eq!(one.count("SELECT count(*) FROM responses"), 0);
    assert!(two.get("/metrics").body.contains("mot_cua_retries_total 1"));
}

//! What happens when there is too much, or the database does not answer.
#![allow(clippy::unwrap_used)]

mod desk;

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use desk::{Server, answer, fresh, id};
use mot_cua_collector::Limits;
use mot_cua_collector::store::{Absent, Store, Trouble};
use serde_json::json;
use sqlx::{Connection, Executor};

/// Another program holds the file for writing until this is dropped.
fn lock(database: &std::path::Path) -> (tokio::runtime::Runtime, sqlx::SqliteConnection) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let connection = runtime.block_on(async {
        let mut connection = sqlx::SqliteConnection::connect_with(&options).await.unwrap();
        connection.execute("BEGIN IMMEDIATE").await.unwrap();
        connection
    });
    (runtime, connection)
}

#[test]
fn a_locked_database_and_a_crowd_get_503_and_nothing_is_half_stored() {
    let server = Server::start_with(&fresh(), "/", Limits { requests: 4, ..Limits::default() }, 2);
    let held = lock(&server.database);
    let replies: Vec<(u16, String)> = std::thread::scope(|scope| {
        let server = &server;
        let post = |n| scope.spawn(move || server.post(&answer(&id(n), 1, json!({"overall": 5}))));
        let posts: Vec<_> = (0..12).map(post).collect();
        let reply = |post: std::thread::ScopedJoinHandle<'_, desk::Reply>| {
            let reply = post.join().unwrap();
            (reply.status, reply.header("retry-after").to_owned())
        };
        posts.into_iter().map(reply).collect()
    });
    assert!(
        replies.iter().all(|(status, wait)| *status == 503 && wait.parse::<u32>().is_ok()),
        "{replies:?}"
    );
    assert!(server.get("/metrics").body.contains("outcome=\"overloaded\"}"));
    drop(held);
    assert_eq!(server.post(&answer(&id(1), 1, json!({"overall": 5}))).status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

/// A full disk made SQLite roll back by itself; sqlx believed its transaction still open, and refused every answer until the
/// program was started again, long after there was room. Found on a tmpfs of 300 KB; a trigger does the same.
#[test]
fn after_a_full_disk_answers_are_taken_again() {
    let server = Server::start();
    let sql = |sql: &str| {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&server.database);
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            sqlx::SqliteConnection::connect_with(&options).await.unwrap().execute(sql).await.unwrap();
        });
    };
    sql("CREATE TRIGGER full BEFORE INSERT ON responses BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
    for n in 0..3 {
        assert_eq!(server.post(&answer(&id(n), 1, json!({"overall": 5}))).status, 503);
    }
    sql("DROP TRIGGER full");
    assert_eq!(server.post(&answer(&id(0), 1, json!({"overall": 5}))).status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

#[test]
fn whoever_is_slow_is_let_go() {
    let quick = Duration::from_millis(300);
    let limits = Limits { head: quick, body: quick, ..Limits::default() };
    let server = Server::start_with(&fresh(), "/", limits, 8);
    let start = Instant::now();
    let talk = |head: &str| {
        let mut stream = TcpStream::connect(server.address.trim_start_matches("http://")).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        let mut reply = String::new();
        let _ = stream.read_to_string(&mut reply);
        reply
    };
    talk("GET / HTTP/1.1\r\nhost:");
    let post = "POST /api/responses HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{";
    assert!(talk(post).starts_with("HTTP/1.1 408"));
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn stopping_folds_the_log_into_the_file() {
    let mut server = Server::start();
    server.post(&answer(&id(1), 1, json!({"overall": 5})));
    server.stop();
    let wal = server.database.with_extension("db-wal");
    assert!(!wal.exists() || wal.metadata().unwrap().len() == 0);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

#[test]
fn trouble_with_the_file_has_a_name_and_harms_nothing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = |path: &std::path::Path| runtime.block_on(Store::open(path, Absent::Create, 1)).unwrap_err();
    let text = fresh();
    std::fs::write(
        &text,
        "This is a letter, and longer than the header of a database would be, so that it is read.\n"
            .repeat(3),
    )
    .unwrap();
    assert!(matches!(open(&text).trouble, Trouble::Foreign(_)), "{}", open(&text));
    assert!(std::fs::read_to_string(&text).unwrap().starts_with("This is a letter"));
    let foreign = fresh();
    runtime.block_on(async {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(&foreign).create_if_missing(true);
        sqlx::SqliteConnection::connect_with(&options)
            .await
            .unwrap()
            .execute("CREATE TABLE t (x)")
            .await
            .unwrap();
    });
    assert!(matches!(open(&foreign).trouble, Trouble::Foreign(_)));
    let nowhere = std::path::Path::new("/nowhere/at/all.db");
    assert!(open(nowhere).to_string().contains("/nowhere/at"), "{}", open(nowhere));
    let locked = fresh();
    runtime.block_on(async { Store::open(&locked, Absent::Create, 1).await.unwrap().close().await });
    let held = lock(&locked);
    // A migration is the first that writes; there is none to do, so opening waits for nobody.
    assert!(runtime.block_on(Store::open(&locked, Absent::Create, 1)).is_ok());
    drop(held);
}

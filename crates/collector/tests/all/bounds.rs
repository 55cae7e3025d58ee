//! What happens when there is too much, or the database does not answer.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use mot_cua_collector::Limits;
use mot_cua_collector::store::{Absent, Address, Store, Trouble};
use serde_json::json;
use sqlx::Executor;

use crate::desk::{On, Reply, Server, answer, file, fresh, id, sqlite};

on_both!(whoever_is_slow_is_let_go, the_slow_do_not_keep_the_others_out);

/// Another program holds the file for writing until this is dropped.
fn lock(database: &Address) -> (tokio::runtime::Runtime, sqlx::SqliteConnection) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let connection = runtime.block_on(async {
        let mut connection = sqlite(file(database)).await;
        connection.execute("BEGIN IMMEDIATE").await.unwrap();
        connection
    });
    (runtime, connection)
}

#[test]
fn a_locked_database_and_a_crowd_get_503_and_nothing_is_half_stored() {
    let server = Server::start_with(&fresh(On::Sqlite), "/", Limits { requests: 4, ..Limits::default() }, 2);
    let held = lock(&server.database);
    let replies: Vec<(u16, String)> = std::thread::scope(|scope| {
        let server = &server;
        let post = |n| scope.spawn(move || server.post(&answer(&id(n), 1, json!({"overall": 5}))));
        let posts: Vec<_> = (0..12).map(post).collect();
        let reply = |post: std::thread::ScopedJoinHandle<'_, Reply>| {
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
    let server = Server::start(On::Sqlite);
    let sql = |sql: &str| {
        let other = async { sqlite(file(&server.database)).await.execute(sql).await.unwrap() };
        tokio::runtime::Runtime::new().unwrap().block_on(other);
    };
    sql("CREATE TRIGGER full BEFORE INSERT ON responses BEGIN SELECT RAISE(ROLLBACK, 'full'); END");
    for n in 0..3 {
        assert_eq!(server.post(&answer(&id(n), 1, json!({"overall": 5}))).status, 503);
    }
    sql("DROP TRIGGER full");
    assert_eq!(server.post(&answer(&id(0), 1, json!({"overall": 5}))).status, 201);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

/// What the server says to these bytes, and nothing after them, until it hangs up.
fn talk(server: &Server, bytes: &str) -> String {
    let mut stream = begin(server, bytes);
    let mut reply = String::new();
    let _ = stream.read_to_string(&mut reply);
    reply
}

fn begin(server: &Server, bytes: &str) -> TcpStream {
    let mut stream = TcpStream::connect(server.address.trim_start_matches("http://")).unwrap();
    stream.write_all(bytes.as_bytes()).unwrap();
    stream
}

const UNFINISHED: &str =
    "POST /api/responses HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n{";

fn whoever_is_slow_is_let_go(on: On) {
    let quick = Duration::from_millis(300);
    let limits = Limits { head: quick, body: quick, ..Limits::default() };
    let server = Server::start_with(&fresh(on), "/", limits, 8);
    let start = Instant::now();
    assert_eq!(talk(&server, "GET / HTTP/1.1\r\nhost:").lines().next(), None);
    assert!(talk(&server, UNFINISHED).starts_with("HTTP/1.1 408"));
    assert!(start.elapsed() < Duration::from_secs(5));
}

/// A place was taken before the body was read: a few hundred who send a letter a second had them all.
fn the_slow_do_not_keep_the_others_out(on: On) {
    let server = Server::start_with(&fresh(on), "/", Limits { requests: 4, ..Limits::default() }, 8);
    let slow: Vec<TcpStream> = (0..40).map(|_| begin(&server, UNFINISHED)).collect();
    // They are all in their handlers once as many bodies as these are being read.
    assert_eq!(server.post(&answer(&id(1), 1, json!({"overall": 5}))).status, 201);
    drop(slow);
}

#[test]
fn stopping_folds_the_log_into_the_file() {
    let mut server = Server::start(On::Sqlite);
    server.post(&answer(&id(1), 1, json!({"overall": 5})));
    server.stop();
    let wal = file(&server.database).with_extension("db-wal");
    assert!(!wal.exists() || wal.metadata().unwrap().len() == 0);
    assert_eq!(server.count("SELECT count(*) FROM responses"), 1);
}

#[test]
fn trouble_with_the_file_has_a_name_and_harms_nothing() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let open = |address: &Address| runtime.block_on(Store::open(address, Absent::Create, 1)).unwrap_err();
    let text = fresh(On::Sqlite);
    let letter = "This is a letter, and longer than the header of a database would be, so that it is read.\n";
    std::fs::write(file(&text), letter.repeat(3)).unwrap();
    assert!(matches!(open(&text).trouble, Trouble::Foreign(_)), "{}", open(&text));
    assert!(std::fs::read_to_string(file(&text)).unwrap().starts_with("This is a letter"));
    let foreign = fresh(On::Sqlite);
    std::fs::write(file(&foreign), "").unwrap();
    runtime.block_on(async { sqlite(file(&foreign)).await.execute("CREATE TABLE t (x)").await.unwrap() });
    assert!(matches!(open(&foreign).trouble, Trouble::Foreign(_)));
    let nowhere = Address::Sqlite("/nowhere/at/all.db".into());
    assert!(open(&nowhere).to_string().contains("/nowhere/at"), "{}", open(&nowhere));
    let locked = fresh(On::Sqlite);
    runtime.block_on(async { Store::open(&locked, Absent::Create, 1).await.unwrap().close().await });
    let held = lock(&locked);
    // A migration is the first that writes; there is none to do, so opening waits for nobody.
    assert!(runtime.block_on(Store::open(&locked, Absent::Create, 1)).is_ok());
    drop(held);
}

#[test]
fn trouble_with_a_server_has_a_name_without_its_password() {
    let open = |address: &str| {
        let address: Address = address.parse().unwrap();
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(Store::open(&address, Absent::Refuse, 1)).unwrap_err()
    };
    let nobody = open("postgres://ward:s3cret@127.0.0.1:9/answers");
    assert!(matches!(nobody.trouble, Trouble::Unreachable(_)), "{nobody}");
    assert!(nobody.to_string().contains("postgres://ward@127.0.0.1:9/answers does not answer"), "{nobody}");
    assert!(!format!("{nobody:?}").contains("s3cret"));
    if crate::desk::postgres::is_here() {
        let empty = crate::desk::postgres::fresh();
        assert!(open(&empty).to_string().contains("no answers of mot-cua in it"), "{}", open(&empty));
        let absent = empty.replace("/d", "/absent");
        assert!(open(&absent).to_string().contains("createdb"), "{}", open(&absent));
    }
}

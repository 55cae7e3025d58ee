//! docs/backends/postgrest.sql in a real `PostgreSQL`, behind a stand-in for `PostgREST`: what that does with an insert, by its
//! documentation. `PostgREST` itself is not installable here.

#[path = "../../../collector/tests/all/desk/postgres.rs"]
#[allow(dead_code, unreachable_pub, reason = "the collector's tests use the rest of it")]
mod cluster;

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

use mot_cua_contract::Answer;
use serde_json::{Value, json};
use sqlx::{Connection, Executor, PgConnection, PgPool, Row};
use tokio::runtime::Runtime;

use crate::http::Client;
use crate::{answers, docs, suite};

const SQL: &str = include_str!("../../../../docs/backends/postgrest.sql");

/// Database with the schema of the docs, and the stand-in's `127.0.0.1:port`.
struct Stand {
    runtime: Arc<Runtime>,
    /// As the owner.
    owner: PgPool,
    host: String,
}

fn start() -> Option<Stand> {
    if !suite::is_asked() {
        return None;
    }
    let cluster = Box::leak(Box::new(cluster::Cluster::start().or_else(|| {
        println!("skipped: no PostgreSQL");
        None
    })?));
    let runtime = Arc::new(Runtime::new().unwrap());
    let address = cluster.database();
    let pool = |address: &str| {
        let pool = sqlx::postgres::PgPoolOptions::new().max_connections(8);
        runtime.block_on(async { pool.connect(address).await.unwrap() })
    };
    let owner = pool(&address);
    runtime.block_on(async { owner.execute(SQL).await.unwrap() });
    let authenticator = pool(&address.replace("mot_cua@", "authenticator@"));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let serving = runtime.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let (serving, authenticator) = (serving.clone(), authenticator.clone());
            std::thread::spawn(move || drop(serve(stream, &serving, &authenticator)));
        }
    });
    Some(Stand { runtime, owner, host })
}

fn serve(mut from: TcpStream, runtime: &Runtime, pool: &PgPool) -> std::io::Result<()> {
    let mut bytes = Vec::new();
    // The proxy and the client close when they have the reply; a request comes in one piece or in two.
    let (head, body) = loop {
        let mut some = [0; 8192];
        let read = from.read(&mut some)?;
        bytes.extend_from_slice(&some[..read]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length = head.to_ascii_lowercase();
        let length =
            length.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
        if read == 0 || body.len() >= length.unwrap_or(0) {
            break (head.to_owned(), body.to_owned());
        }
    };
    let (status, reply) = runtime.block_on(answer(head.lines().next().unwrap_or_default(), &body, pool));
    let media = if reply.is_empty() { "" } else { "content-type: application/json; charset=utf-8\r\n" };
    write!(
        from,
        "HTTP/1.1 {status} X\r\naccess-control-allow-origin: *\r\n{media}content-length: {}\r\nconnection: close\r\n\r\n{reply}",
        reply.len()
    )
}

/// One transaction as `anon`: `PostgREST`'s own way of an insert, a call and a read.
async fn answer(line: &str, body: &str, pool: &PgPool) -> (u16, String) {
    let mut transaction = pool.begin().await.unwrap();
    transaction.execute("SET LOCAL ROLE anon").await.unwrap();
    let done = if line.starts_with("POST /answers ") {
        let sql = "WITH payload AS (SELECT $1::json AS j) INSERT INTO api.answers (id, rev, body) SELECT r.id, r.rev, r.body FROM payload, json_populate_record(null::api.answers, j) r";
        sqlx::query(sql).bind(body).execute(&mut *transaction).await.map(|_| (201, String::new()))
    } else if line.starts_with("POST /rpc/keep ") {
        let sql = "SELECT api.keep(r.id, r.rev, r.body)::text FROM json_to_record($1::json) AS r(id uuid, rev integer, body json)";
        sqlx::query(sql)
            .bind(body)
            .fetch_one(&mut *transaction)
            .await
            .map(|row| (200, row.get::<String, _>(0)))
    } else {
        let sql = "SELECT coalesce(json_agg(a), '[]')::text FROM api.answers a";
        sqlx::query(sql).fetch_one(&mut *transaction).await.map(|row| (200, row.get::<String, _>(0)))
    };
    match done {
        Ok(reply) => {
            transaction.commit().await.unwrap();
            reply
        }
        Err(error) => {
            let error = error.into_database_error().unwrap();
            let code = error.code().unwrap_or_default().into_owned();
            let details = error.downcast_ref::<sqlx::postgres::PgDatabaseError>().detail();
            let status = match code.as_str() {
                "23503" | "23505" => 409,
                // `anon`; somebody who is logged in gets 403.
                "42501" => 401,
                _ => 400,
            };
            (
                status,
                json!({"code": code, "details": details, "hint": null, "message": error.message()})
                    .to_string(),
            )
        }
    }
}

impl Stand {
    fn bodies(&self, sql: &str) -> Vec<Answer> {
        let rows = self.runtime.block_on(async { sqlx::query(sql).fetch_all(&self.owner).await.unwrap() });
        rows.iter().map(|row| serde_json::from_str(row.get::<&str, _>(0)).unwrap()).collect()
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> (u16, Value) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let reply =
            Client::new(None).once(method, &format!("http://{}{path}", self.host), &[], &body).unwrap();
        (reply.response.status, serde_json::from_str(&reply.response.body).unwrap_or_default())
    }
}

#[test]
fn postgrest_holds_each_answer_once() {
    if !suite::is_long() {
        return;
    }
    let Some(stand) = start() else { return };
    let stored = || stand.bodies("SELECT body::text FROM api.answers");
    suite::run("PostgREST stand-in", &stand.host, docs::submit("postgrest"), suite::count(200), stored);
    assert_eq!(
        stand.bodies("SELECT body::text FROM report.last_answers").len(),
        stand.bodies("SELECT DISTINCT ON (id) body::text FROM api.answers").len()
    );

    let replace = docs::submit_of("postgrest", "replace");
    let stored = || stand.bodies("SELECT body::text FROM report.kept");
    suite::run("PostgREST stand-in, replace", &stand.host, replace, suite::count(200), stored);
}

#[test]
fn anonymous_visitors_only_add() {
    let Some(stand) = start() else { return };
    let answer = answers::answer(1, 2);
    let row = |rev: u32, body: &Answer| json!({"id": answer.id, "rev": rev, "body": body});
    assert_eq!(stand.ask("POST", "/answers", &row(2, &answer)).0, 201);
    let (status, problem) = stand.ask("POST", "/answers", &row(2, &answer));
    assert_eq!((status, problem["code"].as_str()), (409, Some("23505")), "{problem}");
    // Nothing of the row that is there is shown.
    assert!(!problem.to_string().contains(&answer.id), "{problem}");
    // What is said of the body has to be true, or revisions could be hidden behind others.
    assert_eq!(stand.ask("POST", "/answers", &row(3, &answer)).0, 401);
    let (status, problem) = stand.ask("GET", "/answers", &Value::Null);
    assert_eq!((status, problem["code"].as_str()), (401, Some("42501")), "{problem}");
    for sql in [
        "SELECT id FROM api.answers",
        "SELECT * FROM report.last_answers",
        "SELECT * FROM report.kept",
        "UPDATE api.answers SET rev = 9",
        "DELETE FROM api.answers",
        "TRUNCATE api.answers",
        "INSERT INTO api.answers (id, rev, body) VALUES (gen_random_uuid(), 1, '{}') RETURNING id",
        "INSERT INTO api.answers (id, rev, body, received_on) VALUES (gen_random_uuid(), 1, '{}', '2000-01-01')",
        "CREATE TABLE api.mine (a int)",
    ] {
        let refused = stand.runtime.block_on(async {
            let mut connection = stand.owner.acquire().await.unwrap();
            let mut transaction = PgConnection::begin(&mut connection).await.unwrap();
            transaction.execute("SET LOCAL ROLE anon").await.unwrap();
            transaction
                .execute(sql)
                .await
                .err()
                .and_then(|error| Some(error.as_database_error()?.code()?.into_owned()))
        });
        assert_eq!(refused.as_deref(), Some("42501"), "{sql}");
    }
}

#[test]
fn a_late_revision_never_overwrites() {
    let Some(stand) = start() else { return };
    let keep = |rev: u32| {
        let answer = answers::answer(1, rev);
        stand.ask("POST", "/rpc/keep", &json!({"id": answer.id, "rev": rev, "body": answer}))
    };
    for rev in [2, 3, 1, 3, 2] {
        assert_eq!(keep(rev), (200, json!({"id": answers::answer(1, 1).id, "rev": rev})));
    }
    assert_eq!(stand.bodies("SELECT body::text FROM report.kept"), [answers::answer(1, 3)]);
}

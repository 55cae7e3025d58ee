//! A server on a real socket, with a site small enough to read.
#![allow(dead_code, reason = "each test file uses its part")]
#![allow(unreachable_pub, reason = "a module of test files")]

pub mod postgres;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use mot_cua_collector::store::{Absent, Address};
use mot_cua_collector::{Clock, Desk, File, Files, Limits, Store, Surveys, serve};
use mot_cua_contract::Site;
use mot_cua_link::visit::Ring;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use sqlx::Connection;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;

/// 2026-11-21T02:41:07Z.
pub const NOW: i64 = 1_795_228_867_000;
pub const QUICK: &str = r#"{"pages":[{"elements":[
  {"type":"rating","name":"overall","isRequired":true,"rateMax":5},
  {"type":"checkbox","name":"why","choices":["fast","kind","slow"]},
  {"type":"comment","name":"words","maxLength":200}]}]}"#;
pub const ID: &str = "3f2b8c4e-1a2b-4c3d-8e4f-5a6b7c8d9e0f";

/// The key that issued visit tokens before, and the one that does.
pub const KEYS: &str = "6 AYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDAMBQGAYDA\n7 A4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQ";

pub struct Server {
    pub address: String,
    pub database: Address,
    clock: Arc<AtomicI64>,
    runtime: Option<Runtime>,
    stop: Option<oneshot::Sender<()>>,
    done: Option<tokio::task::JoinHandle<()>>,
}

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum On {
    Sqlite,
    Postgres,
}

pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value)
    }
}

pub fn version() -> String {
    version_of(QUICK)
}

pub fn version_of(survey: &str) -> String {
    format!("sha256:{}", hex::encode(Sha256::digest(survey.as_bytes())))
}

/// An answer as the page sends it.
#[allow(clippy::needless_pass_by_value, reason = "json!(…) at every call")]
pub fn answer(id: &str, rev: u32, answers: Value) -> Value {
    json!({
        "v": 1, "id": id, "rev": rev, "survey": "quick", "surveyVersion": version(), "place": {"unit": "04795", "counter": "3"},
        "answers": answers, "complete": false, "savedAt": "2026-11-21T09:00:00+07:00", "lang": "vi", "app": "0.1.0",
        "context": {"mode": "page", "assisted": false}
    })
}

pub fn id(n: u32) -> String {
    format!("00000000-0000-4000-8000-{n:012x}")
}

fn site(base: &str, survey: &str) -> (Site, Files) {
    let text = json!({
        "v": 1, "name": "Phường Thử", "base": base,
        "units": [{"id": "04795", "name": "Phường Thử", "counters": [{"id": "3", "name": "Quầy 3"}]}]
    });
    let mut files = Files::default();
    let html = |text: &str| File::new("text/html; charset=utf-8", format!("<title>{text}</title>"));
    files.insert("index.html", html("home"));
    files.insert("404.html", html("lost"));
    files.insert("Q/04795-3/index.html", html("counter"));
    files.insert("Q/04795-3/DL/index.html", html("look"));
    files.insert("Q/04795/index.html", html("unit").with_csp("default-src 'none'"));
    let script = File::new("text/javascript; charset=utf-8", "plain").with_brotli("brotli").with_gzip("gzip");
    files.insert("assets/boot.1a2b.js", script);
    files.insert("surveys/quick.json", File::new("application/json", survey.to_owned()));
    (Site::read(&text.to_string()).unwrap(), files)
}

impl Server {
    pub fn start(on: On) -> Self {
        Self::start_with(&fresh(on), "/", Limits::default(), 512)
    }

    pub fn start_with(database: &Address, base: &str, limits: Limits, queue: usize) -> Self {
        Self::start_asking(database, base, limits, queue, QUICK)
    }

    pub fn start_asking(database: &Address, base: &str, limits: Limits, queue: usize, survey: &str) -> Self {
        let runtime = Runtime::new().unwrap();
        let clock = Arc::new(AtomicI64::new(NOW));
        let (site, files) = site(base, survey);
        let (stop, stopped) = oneshot::channel::<()>();
        let (address, done) = runtime.block_on(async {
            let store = Store::open(database, Absent::Create, queue).await.unwrap();
            let surveys = Surveys::load(&files, &store).await.unwrap();
            let clock = Clock::Set(Arc::clone(&clock));
            let visits = Arc::new(Ring::read(KEYS).unwrap());
            let desk = Desk { site, files, surveys, clock, visits };
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = format!("http://{}", listener.local_addr().unwrap());
            let done = tokio::spawn(serve(listener, desk, store, limits, async {
                let _ = stopped.await;
            }));
            (address, done)
        });
        Self {
            address,
            database: database.clone(),
            clock,
            runtime: Some(runtime),
            stop: Some(stop),
            done: Some(done),
        }
    }

    pub fn set_clock(&self, ms: i64) {
        self.clock.store(ms, Ordering::Relaxed);
    }

    pub fn post(&self, answer: &Value) -> Reply {
        self.send("POST", "/api/responses", &[("content-type", "application/json")], answer.to_string())
    }

    pub fn form(&self, body: &str) -> Reply {
        self.send("POST", "/api/responses", &[("content-type", "application/x-www-form-urlencoded")], body)
    }

    pub fn get(&self, path: &str) -> Reply {
        self.send("GET", path, &[], "")
    }

    pub fn send(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Vec<u8>>,
    ) -> Reply {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        let agent: ureq::Agent = config.into();
        let mut request =
            ureq::http::Request::builder().method(method).uri(format!("{}{path}", self.address));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let body = body.into();
        let response = if body.is_empty() && method != "POST" {
            agent.run(request.body(()).unwrap())
        } else {
            agent.run(request.body(body).unwrap())
        };
        let mut response = response.unwrap();
        let header = |(name, value): (&ureq::http::HeaderName, &ureq::http::HeaderValue)| {
            (name.to_string(), value.to_str().unwrap_or_default().to_owned())
        };
        let headers = response.headers().iter().map(header).collect();
        Reply {
            status: response.status().as_u16(),
            headers,
            body: response.body_mut().read_to_string().unwrap_or_default(),
        }
    }

    /// One number from the database, read as another program would.
    pub fn count(&self, sql: &str) -> i64 {
        ask(&self.database, sql)
    }

    /// The body of a stored revision.
    pub fn body(&self, sql: &str) -> Value {
        let body: String = ask(&self.database, sql);
        serde_json::from_str(&body).unwrap()
    }

    pub fn stop(&mut self) {
        if let (Some(stop), Some(done), Some(runtime)) =
            (self.stop.take(), self.done.take(), self.runtime.take())
        {
            let _ = stop.send(());
            runtime.block_on(done).unwrap();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// One value from a database.
pub fn ask<T>(database: &Address, sql: &str) -> T
where
    T: for<'r> sqlx::Decode<'r, sqlx::Sqlite> + sqlx::Type<sqlx::Sqlite>,
    T: for<'r> sqlx::Decode<'r, sqlx::Postgres> + sqlx::Type<sqlx::Postgres>,
    T: Send + Unpin,
{
    Runtime::new().unwrap().block_on(async {
        match database {
            Address::Sqlite(path) => {
                let mut connection = sqlite(path).await;
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
            Address::Postgres(options) => {
                let mut connection = sqlx::PgConnection::connect_with(options).await.unwrap();
                sqlx::query_scalar(sql).fetch_one(&mut connection).await.unwrap()
            }
        }
    })
}

/// Another program's connection to the file.
pub async fn sqlite(path: &Path) -> sqlx::SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
    sqlx::SqliteConnection::connect_with(&options).await.unwrap()
}

/// A database that is not there yet, or empty.
pub fn fresh(on: On) -> Address {
    match on {
        On::Sqlite => {
            let folder = std::env::temp_dir().join("mot-cua-tests");
            std::fs::create_dir_all(&folder).unwrap();
            Address::Sqlite(folder.join(format!("{}.db", uuid::Uuid::new_v4())))
        }
        On::Postgres => postgres::fresh().parse().unwrap(),
    }
}

/// The file of such a database.
pub fn file(database: &Address) -> &Path {
    match database {
        Address::Sqlite(path) => path,
        Address::Postgres(_) => panic!("not a file"),
    }
}

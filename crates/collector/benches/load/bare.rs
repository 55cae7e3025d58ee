//! What a careful beginner would write: axum, one table, one insert and one commit a request, on the disk before the reply.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use serde_json::Value;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Executor, SqliteConnection};
use tokio::sync::Mutex;

type Shared = Arc<Mutex<SqliteConnection>>;

pub(crate) async fn serve(file: &str) {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(true);
    let options = options.journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full);
    let mut database = options.disable_statement_logging().connect().await.unwrap();
    database.execute("CREATE TABLE responses (id TEXT PRIMARY KEY, body TEXT NOT NULL)").await.unwrap();
    let router = Router::new().route("/responses", post(insert)).with_state(Arc::new(Mutex::new(database)));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap());
    axum::serve(listener, router).await.unwrap();
}

async fn insert(State(database): State<Shared>, Json(body): Json<Value>) -> StatusCode {
    let insert = sqlx::query("INSERT INTO responses (id, body) VALUES (?, ?)");
    let insert = insert.bind(body["id"].as_str().unwrap_or_default().to_owned()).bind(body.to_string());
    match insert.execute(&mut *database.lock().await).await {
        Ok(_) => StatusCode::CREATED,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

//! JSON lines: the answer as it was sent, and what the server knows of it.

use std::io::Write;

use mot_cua_collector::Store;
use mot_cua_contract::receipt::receipt;
use serde_json::{Map, Value};

use super::Stop;

pub(super) async fn write(store: &Store, out: &mut (impl Write + Send)) -> Result<(), Stop> {
    let mut latest = store.latest().await?;
    let result = latest.each(|line| {
        let mut answer: Map<String, Value> = serde_json::from_str(&line.body).unwrap_or_default();
        let receipt = answer.get("id").and_then(Value::as_str).and_then(receipt);
        answer.insert("receipt".to_owned(), receipt.into());
        answer.insert("receivedAt".to_owned(), line.received_at.into());
        answer.insert("validated".to_owned(), line.validated.into());
        answer.insert("placeKnown".to_owned(), line.place_known.into());
        writeln!(out, "{}", Value::Object(answer)).map_err(Stop::from)
    });
    let result = result.await;
    latest.close().await;
    result
}

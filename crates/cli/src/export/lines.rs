//! JSON lines: the answer as it was sent, and what the server knows of it.

use std::io::Write;

use mot_cua_collector::Store;
use mot_cua_contract::receipt::receipt;
use mot_cua_sheets::Written;
use serde_json::Value;

use super::filter::Filter;
use super::{Stop, table};

pub(super) async fn write(store: &Store, filter: &Filter, out: &mut impl Write) -> Result<Written, Stop> {
    let mut latest = store.latest().await?;
    let mut written = Written::default();
    let result = latest.each(|line| {
        let mut answer = table::answer(line);
        if !filter.takes(&answer) {
            return Ok(());
        }
        let receipt = answer.text("id").and_then(receipt);
        answer.body.insert("receipt".to_owned(), receipt.into());
        answer.body.insert("receivedAt".to_owned(), answer.received_at.into());
        answer.body.insert("tier".to_owned(), answer.tier.into());
        answer.body.insert("rate".to_owned(), answer.rate.into());
        answer.body.insert("trap".to_owned(), answer.trap.into());
        answer.body.insert("validated".to_owned(), answer.validated.into());
        answer.body.insert("placeKnown".to_owned(), answer.place_known.into());
        written.rows += 1;
        writeln!(out, "{}", Value::Object(answer.body)).map_err(Stop::from)
    });
    let result = result.await;
    latest.close().await;
    result?;
    out.flush()?;
    Ok(written)
}

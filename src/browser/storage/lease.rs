//! The lease that stands in for Web Locks: one number in the store `lease`.

use mot_cua_outbox::Write;
use wasm_bindgen::prelude::*;

use super::indexed_db::{IndexedDb, LEASE, Transaction, result};
use crate::browser::{clock, locks};

const SENDER: &str = "sender";

impl IndexedDb {
    /// Takes the lease, or lets it go, within the transaction of `write`. `false`: another tab has it. Where there are Web
    /// Locks, they have decided already.
    pub(super) async fn lease(&self, write: &Write, work: &Transaction) -> Result<bool, JsValue> {
        let free = matches!(write, Write::Free);
        if locks::locks().is_some() || !(free || matches!(write, Write::Note(_))) {
            return Ok(true);
        }
        let store = work.store(LEASE)?;
        let stored = result(&store.get(&SENDER.into())?).await?.as_f64().unwrap_or(0.0);
        // 0 where nothing stands, or nothing that is a number.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
        let stored = stored as u64;
        let number = if free {
            self.lease.borrow().free(stored)
        } else {
            self.lease.borrow_mut().take(stored, clock::steady_ms())
        };
        #[allow(clippy::cast_precision_loss, reason = "it grows by two with each request")]
        match number {
            Some(number) => {
                store.put_with_key(&JsValue::from_f64(number as f64), &SENDER.into())?;
                Ok(true)
            }
            None => Ok(free),
        }
    }
}

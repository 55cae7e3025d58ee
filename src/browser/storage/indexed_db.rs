//! IndexedDB: database `mot-cua`, stores `queue` (key `id:rev`) and `facts` (key `id`), values are JSON texts.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON, Promise, Reflect};
use mot_cua_outbox::{Fact, Found, Record, Row, Write, admit};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::js::{outcome, strictly, within};
use super::{Held, Refusal, Store};

const NAME: &str = "mot-cua";
const VERSION: u32 = 1;
const QUEUE: &str = "queue";
const FACTS: &str = "facts";
/// An open request that hangs so long is given up (ms).
const OPEN: i32 = 3_000;
/// A transaction that hangs so long counts as failed (ms).
const WORK: i32 = 5_000;

/// The connection, opened when needed and dropped when it fails: iOS kills the process behind it in the background, and
/// nothing works on the old handle then (<https://bugs.webkit.org/show_bug.cgi?id=197050>).
#[derive(Default)]
pub(crate) struct IndexedDb {
    database: RefCell<Option<IdbDatabase>>,
}

/// One transaction over both stores.
struct Transaction {
    queue: IdbObjectStore,
    facts: IdbObjectStore,
    done: Promise,
}

impl Store for IndexedDb {
    async fn load(&self) -> Option<Held> {
        if let Ok(held) = self.try_load().await {
            return Some(held);
        }
        self.drop_handle();
        self.try_load().await.ok()
    }

    async fn write(&self, write: &Write) -> Result<(), Refusal> {
        let first = self.try_write(write).await;
        let done = match first {
            Err(error) if is_worth_again(&error) => {
                self.drop_handle();
                self.try_write(write).await
            }
            first => first,
        };
        match done {
            Ok(None) => Ok(()),
            Ok(Some(found)) => Err(Refusal::Stale(found)),
            Err(_) => Err(Refusal::Broken),
        }
    }
}

impl IndexedDb {
    async fn try_load(&self) -> Result<Held, JsValue> {
        let work = self.begin("readonly").await?;
        let (keys, rows, facts) = (work.queue.get_all_keys()?, work.queue.get_all()?, work.facts.get_all()?);
        // In their order: the last has its result after the others.
        let _ = result(&facts).await?;
        let keys = Array::from(&keys.result()?);
        let rows = Array::from(&rows.result()?).to_vec().into_iter().enumerate().map(|(at, value)| Row {
            key: u32::try_from(at).ok().and_then(|at| keys.get(at).as_string()).unwrap_or_default(),
            text: text(&value),
        });
        let held = Held {
            rows: rows.collect(),
            facts: Array::from(&facts.result()?).iter().map(|v| text(&v)).collect(),
        };
        within(WORK, &work.done).await?;
        Ok(held)
    }

    /// `Some`: nothing was written because of this.
    async fn try_write(&self, write: &Write) -> Result<Option<Found>, JsValue> {
        let work = self.begin("readwrite").await?;
        // The transaction's end is awaited even when its inside failed: a broken promise nobody hears is a console error.
        let inside = work.perform(write).await;
        let end = within(WORK, &work.done).await;
        let found = inside?;
        end?;
        Ok(found)
    }

    async fn begin(&self, mode: &str) -> Result<Transaction, JsValue> {
        let database = self.connection().await?;
        // `web_sys` has no `transaction` with options.
        let begin: Function = Reflect::get(&database, &"transaction".into())?.dyn_into()?;
        let stores = Array::of2(&QUEUE.into(), &FACTS.into());
        let transaction: IdbTransaction =
            begin.call3(&database, &stores, &mode.into(), &strictly())?.dyn_into()?;
        let done = outcome(&transaction, "oncomplete", &["onerror", "onabort"]);
        Ok(Transaction {
            queue: transaction.object_store(QUEUE)?,
            facts: transaction.object_store(FACTS)?,
            done,
        })
    }

    async fn connection(&self) -> Result<IdbDatabase, JsValue> {
        let open = self.database.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let database = open_database().await?;
        *self.database.borrow_mut() = Some(database.clone());
        Ok(database)
    }

    fn drop_handle(&self) {
        if let Some(database) = self.database.borrow_mut().take() {
            database.close();
        }
    }
}

impl Transaction {
    async fn perform(&self, write: &Write) -> Result<Option<Found>, JsValue> {
        match write {
            Write::Keep(record) => self.keep(record).await,
            Write::Leave { remove, facts, forget, keep } => {
                for key in remove {
                    self.queue.delete(&key.into())?;
                }
                for fact in facts {
                    self.learn(fact).await?;
                }
                for id in forget {
                    self.facts.delete(&id.into())?;
                }
                if let Some(record) = keep {
                    self.queue.put_with_key(&record.text().into(), &record.key().into())?;
                }
                Ok(None)
            }
        }
    }

    async fn fact(&self, id: &str) -> Result<Option<Fact>, JsValue> {
        let fact = self.facts.get(&id.into())?;
        Ok(result(&fact).await?.as_string().and_then(|text| Fact::read(&text)))
    }

    async fn learn(&self, fact: &Fact) -> Result<(), JsValue> {
        let known = self.fact(&fact.id).await?;
        if known.is_none_or(|known| fact.is_later_than(&known)) {
            self.facts.put_with_key(&fact.text().into(), &(&fact.id).into())?;
        }
        Ok(())
    }

    /// Looks and writes within one transaction: between tabs nothing can come in between.
    async fn keep(&self, record: &Record) -> Result<Option<Found>, JsValue> {
        let key = JsValue::from(record.key());
        let old = self.queue.get(&key)?;
        // The requests of a transaction are answered in their order: `old` has its result then.
        let fact = self.fact(&record.id).await?;
        let old = old.result()?.as_string().and_then(|text| Record::read(&text));
        if let Err(found) = admit(old, fact, record) {
            return Ok(Some(found));
        }
        self.queue.put_with_key(&record.text().into(), &key)?;
        Ok(None)
    }
}

async fn open_database() -> Result<IdbDatabase, JsValue> {
    // Throws where storage is blocked; `None` where there is no IndexedDB.
    let factory = super::super::window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(NAME, VERSION)?;
    let upgraded = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = upgraded.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            let _ = database.create_object_store(QUEUE);
            let _ = database.create_object_store(FACTS);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    within(OPEN, &outcome(&request, "onsuccess", &["onerror", "onblocked"])).await?;
    request.result()?.dyn_into()
}

async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    within(WORK, &outcome(request, "onsuccess", &["onerror"])).await?;
    request.result()
}

/// A row as text. What is no text was not written by us: it is shown as JSON, as far as it goes.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| JSON::stringify(value).map(String::from).unwrap_or_default())
}

/// A new connection does not make room: all other failures are tried once more.
fn is_worth_again(error: &JsValue) -> bool {
    let target = Reflect::get(error, &"target".into()).unwrap_or_default();
    let inner = Reflect::get(&target, &"error".into()).unwrap_or_default();
    let name = |of: &JsValue| Reflect::get(of, &"name".into()).ok().and_then(|name| name.as_string());
    name(error).or_else(|| name(&inner)).as_deref() != Some("QuotaExceededError")
}

//! IndexedDB: database `mot-cua`, stores `queue` (key `id:rev`), `facts` (key `id`) and `lease`; rows and facts are JSON
//! texts.

use std::cell::RefCell;

use js_sys::{Array, Function, JSON, Promise, Reflect};
use mot_cua_outbox::{Fact, Lease, Record, Row, Write, admit, may_leave};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

use super::connection::connect;
use super::js::{outcome, strictly, within};
use super::room::make_room;
use super::{Held, Refusal};

const QUEUE: &str = "queue";
const FACTS: &str = "facts";
pub(super) const LEASE: &str = "lease";
pub(super) const STORES: [&str; 3] = [QUEUE, FACTS, LEASE];
/// A transaction that hangs so long counts as failed (ms).
const WORK: i32 = 5_000;

/// The connection, opened when needed and dropped when it fails: iOS kills the process behind it in the background, and
/// nothing works on the old handle then (<https://bugs.webkit.org/show_bug.cgi?id=197050>).
#[derive(Default)]
pub(crate) struct IndexedDb {
    database: RefCell<Option<IdbDatabase>>,
    pub(super) lease: RefCell<Lease>,
    /// Id of an answer that was begun in this document and never written: no other tab knows it.
    pub(super) new: RefCell<Option<String>>,
}

/// One transaction: all of it happens or nothing.
pub(super) struct Transaction {
    transaction: IdbTransaction,
    done: Promise,
}

impl IndexedDb {
    /// Once more on a new connection, if need be.
    pub(super) async fn load(&self) -> Option<Held> {
        let mut held = self.try_load().await;
        if held.is_err() {
            self.drop_handle();
            held = self.try_load().await;
        }
        held.ok()
    }

    /// The same; a failed write of which nobody knows how it ended is written once more.
    pub(super) async fn write(&self, write: &Write) -> Result<(), Refusal> {
        let mut again = true;
        loop {
            return match self.try_write(write).await {
                Err(error) if again => {
                    // A new connection makes no room; what was kept of the site's own files gives way to an answer.
                    if is_full(&error) {
                        make_room().await;
                    } else {
                        self.drop_handle();
                    }
                    again = false;
                    continue;
                }
                Err(_) => Err(Refusal::Broken),
                Ok(None) => Ok(()),
                Ok(Some(refusal)) => Err(refusal),
            };
        }
    }

    async fn try_load(&self) -> Result<Held, JsValue> {
        let work = self.begin("readonly").await?;
        let (queue, facts) = (work.store(QUEUE)?, work.store(FACTS)?);
        let (keys, rows, facts) = (queue.get_all_keys()?, queue.get_all()?, facts.get_all()?);
        // In their order: the last has its result after the others.
        let read = result(&facts).await;
        work.end(read).await?;
        let keys = Array::from(&keys.result()?);
        let rows = Array::from(&rows.result()?).to_vec().into_iter().enumerate().map(|(at, value)| Row {
            key: u32::try_from(at).ok().and_then(|at| keys.get(at).as_string()).unwrap_or_default(),
            text: text(&value),
        });
        Ok(Held {
            rows: rows.collect(),
            facts: Array::from(&facts.result()?).iter().map(|v| text(&v)).collect(),
        })
    }

    /// `Some`: nothing was written because of this.
    async fn try_write(&self, write: &Write) -> Result<Option<Refusal>, JsValue> {
        let work = self.begin("readwrite").await?;
        let mut refusal = None;
        let inside = self.perform(write, &work).await.and_then(|found| {
            refusal = found;
            if refusal.is_some() { Err(JsValue::NULL) } else { Ok(()) }
        });
        let end = work.end(inside).await;
        if refusal.is_some() { Ok(refusal) } else { end.map(|()| None) }
    }

    async fn perform(&self, write: &Write, work: &Transaction) -> Result<Option<Refusal>, JsValue> {
        let (queue, known) = (work.store(QUEUE)?, work.store(FACTS)?);
        let kept = match write {
            Write::Keep(record) | Write::Note(record) => Some(record),
            Write::Leave { keep, .. } => keep.as_ref(),
            Write::Free => None,
        };
        let mut found = None;
        if let Write::Keep(record) = write
            && self.new.take().as_ref() == Some(&record.id)
        {
            // Nothing to look at first, so nothing to wait for: browsers draw before they answer, and would commit after that.
            queue.add_with_key(&record.text().into(), &record.key().into())?;
            work.commit();
            return Ok(None);
        }
        if let Some(record) = kept {
            // Looks and writes within one transaction: between tabs nothing can come in between. All is asked for in the same
            // breath, for a page that draws its next screen answers late; what should not have been written is taken back.
            let key = JsValue::from(record.key());
            let (old, fact) = (queue.get(&key)?, known.get(&(&record.id).into())?);
            if !matches!(write, Write::Leave { .. }) {
                queue.put_with_key(&record.text().into(), &key)?;
            }
            // Answered in their order: `old` has its result then.
            let fact = text_of(&fact).await?.and_then(|text| Fact::read(&text));
            let old = old.result()?.as_string().and_then(|text| Record::read(&text));
            found = admit(old, fact, record).err().map(Refusal::Stale);
            if found.is_none() && !self.lease(write, work).await? {
                found = Some(Refusal::Leased);
            }
        }
        match write {
            Write::Keep(_) | Write::Note(_) => return Ok(found),
            Write::Leave { remove, facts, forget, keep } => {
                for key in remove {
                    let old = text_of(&queue.get(&key.into())?).await?.and_then(|text| Record::read(&text));
                    if may_leave(old, facts, keep.as_ref()) {
                        queue.delete(&key.into())?;
                    }
                }
                if let Some(record) = keep.as_ref().filter(|_| found.is_none()) {
                    queue.put_with_key(&record.text().into(), &record.key().into())?;
                }
                for new in facts {
                    let old =
                        text_of(&known.get(&(&new.id).into())?).await?.and_then(|text| Fact::read(&text));
                    if old.is_none_or(|old| new.is_later_than(&old)) {
                        known.put_with_key(&new.text().into(), &(&new.id).into())?;
                    }
                }
                for id in forget {
                    known.delete(&id.into())?;
                }
            }
            Write::Free => {
                self.lease(write, work).await?;
            }
        }
        Ok(None)
    }

    async fn begin(&self, mode: &str) -> Result<Transaction, JsValue> {
        let database = self.connection().await?;
        // `web_sys` has no `transaction` with options.
        let begin: Function = Reflect::get(&database, &"transaction".into())?.dyn_into()?;
        let transaction: IdbTransaction = begin
            .call3(
                &database,
                &Array::of3(&QUEUE.into(), &FACTS.into(), &LEASE.into()),
                &mode.into(),
                &strictly(),
            )?
            .dyn_into()?;
        let done = outcome(&transaction, "oncomplete", &["onerror", "onabort"]);
        Ok(Transaction { transaction, done })
    }

    async fn connection(&self) -> Result<IdbDatabase, JsValue> {
        let open = self.database.borrow().clone();
        if let Some(database) = open {
            return Ok(database);
        }
        let database = connect().await?;
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
    pub(super) fn store(&self, name: &str) -> Result<IdbObjectStore, JsValue> {
        self.transaction.object_store(name)
    }

    /// No more requests: it need not wait for the replies to those that were made. (Absent before Safari 15.)
    fn commit(&self) {
        let commit = Reflect::get(&self.transaction, &"commit".into()).and_then(JsCast::dyn_into::<Function>);
        let _ = commit.and_then(|commit| commit.call0(&self.transaction));
    }

    /// Its end, after what happened inside. A failure inside takes back what was done before it: otherwise the browser would
    /// commit that half. The end is awaited all the same: a broken promise that nobody hears is an error in the console.
    pub(super) async fn end<T>(self, inside: Result<T, JsValue>) -> Result<T, JsValue> {
        if inside.is_err() {
            let _ = self.transaction.abort();
        }
        let end = within(WORK, &self.done).await;
        let inside = inside?;
        end.map(|_| inside)
    }
}

async fn text_of(request: &IdbRequest) -> Result<Option<String>, JsValue> {
    Ok(result(request).await?.as_string())
}

pub(super) async fn result(request: &IdbRequest) -> Result<JsValue, JsValue> {
    within(WORK, &outcome(request, "onsuccess", &["onerror"])).await?;
    request.result()
}

/// A row as text. What is no text was not written by us: it is shown as JSON, as far as it goes.
fn text(value: &JsValue) -> String {
    value.as_string().unwrap_or_else(|| JSON::stringify(value).map(String::from).unwrap_or_default())
}

fn is_full(error: &JsValue) -> bool {
    let target = Reflect::get(error, &"target".into()).unwrap_or_default();
    let inner = Reflect::get(&target, &"error".into()).unwrap_or_default();
    let name = |of: &JsValue| Reflect::get(of, &"name".into()).ok().and_then(|name| name.as_string());
    name(error).or_else(|| name(&inner)).as_deref() == Some("QuotaExceededError")
}

//! Photos that wait: IndexedDB, a database of their own, for the small page's is counted in stores. Under each key the text of
//! the photo's row and its bytes.

use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbTransaction};

use super::storage::{outcome, strictly, within};

const NAME: &str = "mot-cua-photos";
const STORE: &str = "photos";
/// A step that hangs so long counts as failed (ms).
const WORK: i32 = 5_000;

/// Writes it, and returns when it is as durable as this browser can make it.
pub(crate) async fn put(key: &str, text: &str, bytes: &Uint8Array) -> Result<(), JsValue> {
    let work = begin("readwrite").await?;
    work.store.put_with_key(&Array::of2(&text.into(), bytes), &key.into())?;
    work.end().await
}

/// Another text beside the bytes that are there.
pub(crate) async fn mark(key: &str, text: &str) -> Result<(), JsValue> {
    match read(key).await? {
        Some((_, bytes)) => put(key, text, &bytes).await,
        None => Ok(()),
    }
}

/// Text and bytes under that key. `None`: there is nothing (any more).
pub(crate) async fn read(key: &str) -> Result<Option<(String, Uint8Array)>, JsValue> {
    let work = begin("readonly").await?;
    let request = work.store.get(&key.into())?;
    work.end().await?;
    Ok(row(&request.result()?))
}

/// All that is there.
pub(crate) async fn all() -> Result<Vec<(String, Uint8Array)>, JsValue> {
    let work = begin("readonly").await?;
    let request = work.store.get_all()?;
    work.end().await?;
    Ok(Array::from(&request.result()?).iter().filter_map(|value| row(&value)).collect())
}

pub(crate) async fn remove(key: &str) -> Result<(), JsValue> {
    let work = begin("readwrite").await?;
    work.store.delete(&key.into())?;
    work.end().await
}

fn row(value: &JsValue) -> Option<(String, Uint8Array)> {
    let row = value.dyn_ref::<Array>()?;
    Some((row.get(0).as_string()?, row.get(1).dyn_into().ok()?))
}

struct Work {
    database: IdbDatabase,
    store: IdbObjectStore,
    done: js_sys::Promise,
}

/// A connection for each: photos are few, and iOS kills the process behind a handle that is kept.
async fn begin(mode: &str) -> Result<Work, JsValue> {
    let factory = super::window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = factory.open(NAME)?;
    let opened = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = opened.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            let _ = database.create_object_store(STORE);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    within(WORK, &outcome(&request, "onsuccess", &["onerror"])).await?;
    let database: IdbDatabase = request.result()?.dyn_into()?;
    // `web_sys` has no `transaction` with options.
    let begin: Function = Reflect::get(&database, &"transaction".into())?.dyn_into()?;
    let transaction: IdbTransaction =
        begin.call3(&database, &STORE.into(), &mode.into(), &strictly())?.dyn_into()?;
    let done = outcome(&transaction, "oncomplete", &["onerror", "onabort"]);
    let store = transaction.object_store(STORE)?;
    Ok(Work { database, store, done })
}

impl Work {
    async fn end(self) -> Result<(), JsValue> {
        let end = within(WORK, &self.done).await;
        self.database.close();
        end.map(|_| ())
    }
}

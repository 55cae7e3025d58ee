//! The database `mot-cua`, opened without naming a version: a page of an older version opens what a newer one made, and
//! finds its rows.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbOpenDbRequest};

use super::indexed_db::STORES;
use super::js::{outcome, within};

const NAME: &str = "mot-cua";
/// An open request that hangs so long is given up (ms): iOS, or an old tab that does not let go.
const OPEN: i32 = 3_000;

/// A connection to a database that has all stores. Those that are missing are made; none is ever removed.
pub(super) async fn connect() -> Result<IdbDatabase, JsValue> {
    let mut database = open(None).await?;
    if count(&database) < 3 {
        let next = database.version() + 1.0;
        database.close();
        database = open(Some(next)).await?;
    }
    // A later version of this page, in another tab, waits until we let go. The next use opens it again.
    let close: Function = Reflect::get(&database, &"close".into())?.dyn_into()?;
    database.set_onversionchange(Some(&close.bind0(&database)));
    Ok(database)
}

async fn open(version: Option<f64>) -> Result<IdbDatabase, JsValue> {
    // Throws where storage is blocked; `None` where there is no IndexedDB.
    let factory = super::super::window().indexed_db()?.ok_or(JsValue::NULL)?;
    let request: IdbOpenDbRequest = match version {
        Some(version) => factory.open_with_f64(NAME, version)?,
        None => factory.open(NAME)?,
    };
    let upgraded = request.clone();
    let upgrade = Closure::once_into_js(move || {
        if let Ok(database) = upgraded.result().and_then(JsCast::dyn_into::<IdbDatabase>) {
            for store in STORES {
                // Throws where it is there already.
                let _ = database.create_object_store(store);
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    // "Blocked" is no failure: the other tab lets go, or the time limit ends it.
    within(OPEN, &outcome(&request, "onsuccess", &["onerror"])).await?;
    request.result()?.dyn_into()
}

/// How many stores it has: they were all made by us.
fn count(database: &IdbDatabase) -> u32 {
    let names = Reflect::get(database, &"objectStoreNames".into()).unwrap_or_default();
    let count = Reflect::get(&names, &"length".into()).ok().and_then(|count| count.as_f64());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
    let count = count.unwrap_or(0.0) as u32;
    count
}

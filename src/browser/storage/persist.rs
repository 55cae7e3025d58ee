//! "Please do not clear this": asked after the first answer was kept.

use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::*;

/// Asks without waiting for the reply, where the browser decides by itself. Firefox would put the question to the citizen,
/// who came to tap a face. Without a secure context there is nothing to ask.
pub(crate) fn persist() {
    let window = super::super::window();
    let asks_people = Reflect::has(&window, &"mozInnerScreenX".into()).unwrap_or(false);
    if !asks_people {
        let _ = ask(&window.navigator());
    }
}

fn ask(navigator: &JsValue) -> Result<(), JsValue> {
    let storage = Reflect::get(navigator, &"storage".into())?;
    let persist: Function = Reflect::get(&storage, &"persist".into())?.dyn_into()?;
    let asked: js_sys::Promise = persist.call0(&storage)?.dyn_into()?;
    wasm_bindgen_futures::spawn_local(async move {
        // Heard, so that a refusal is no error of the page.
        let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
    });
    Ok(())
}

//! A file from the citizen as a small JPEG, drawn anew: what a camera writes beside the picture (place, time, model) stays behind.

use js_sys::{Array, ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::storage::{outcome, within};

/// A file that a field holds.
pub(crate) type File = JsValue;

/// A photo's bytes, where the browser keeps them.
pub(crate) type Bytes = Uint8Array;

/// Longest edges (px) and qualities, tried in this order until it is small enough.
const EDGES: [f64; 3] = [1280.0, 960.0, 640.0];
const QUALITIES: [f64; 3] = [0.8, 0.6, 0.4];
/// A picture that takes longer to read is none (ms).
const PATIENCE: i32 = 15_000;

/// Why there is no photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// This browser cannot read it as a picture.
    NotAPicture,
    /// It stays too large however it is drawn.
    TooLarge,
}

/// The files that a field holds; the field is empty afterwards, so that the same file can be chosen again.
pub(crate) fn files_of(event: &super::Event) -> Vec<JsValue> {
    let Some(field) = event.target() else {
        return Vec::new();
    };
    let files = Reflect::get(&field, &"files".into()).unwrap_or_default();
    let files = Array::from(&files).to_vec();
    let _ = Reflect::set(&field, &"value".into(), &"".into());
    files
}

/// The file as JPEG of at most `largest` bytes.
pub(crate) async fn small_jpeg(file: &JsValue, largest: usize) -> Result<Uint8Array, Unfit> {
    let url = object_url(file).map_err(|_| Unfit::NotAPicture)?;
    let mut image = load(&url).await;
    if image.is_err() {
        // In a host page whose policy forbids `blob:` pictures.
        image = decode(file).await;
    }
    let drawn = match image {
        Ok(image) => draw(&image, largest).await.map_err(|_| Unfit::NotAPicture),
        Err(_) => Err(Unfit::NotAPicture),
    };
    revoke(&url);
    drawn?.ok_or(Unfit::TooLarge)
}

/// An address of these bytes for `<img>`, good while this document lives.
pub(crate) fn url_of(bytes: &Uint8Array) -> Option<String> {
    let kind = js_sys::Object::new();
    Reflect::set(&kind, &"type".into(), &"image/jpeg".into()).ok()?;
    let blob = make("Blob", &Array::of2(&Array::of1(bytes), &kind)).ok()?;
    object_url(&blob).ok()
}

/// The bytes, to be reckoned with.
pub(crate) fn copy_of(bytes: &Bytes) -> Vec<u8> {
    bytes.to_vec()
}

pub(crate) fn revoke(url: &str) {
    let _ = Reflect::get(&super::window(), &"URL".into())
        .and_then(|of| call(&of, "revokeObjectURL", &[url.into()]));
}

fn object_url(of: &JsValue) -> Result<String, JsValue> {
    let maker = Reflect::get(&super::window(), &"URL".into())?;
    call(&maker, "createObjectURL", std::slice::from_ref(of))?.as_string().ok_or(JsValue::NULL)
}

/// By `<img>`: it turns the picture as its camera was held, in every browser; `createImageBitmap` does not.
async fn load(url: &str) -> Result<JsValue, JsValue> {
    let image = make("Image", &Array::new())?;
    let loaded = outcome(&image, "onload", &["onerror"]);
    Reflect::set(&image, &"src".into(), &url.into())?;
    within(PATIENCE, &loaded).await?;
    Ok(image)
}

async fn decode(file: &JsValue) -> Result<JsValue, JsValue> {
    let bitmap: Promise =
        call(&super::window(), "createImageBitmap", std::slice::from_ref(file))?.dyn_into()?;
    within(PATIENCE, &bitmap).await
}

/// `None`: too large in every size.
async fn draw(image: &JsValue, largest: usize) -> Result<Option<Uint8Array>, JsValue> {
    // Of an `<img>` outside the document that is what it is by nature.
    let (width, height) = (number(image, "width")?, number(image, "height")?);
    let canvas: JsValue = super::window().document().ok_or(JsValue::NULL)?.create_element("canvas")?.into();
    for edge in EDGES {
        let scale = (edge / width.max(height)).min(1.0);
        let (wide, high) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
        Reflect::set(&canvas, &"width".into(), &wide.into())?;
        Reflect::set(&canvas, &"height".into(), &high.into())?;
        let pen = call(&canvas, "getContext", &["2d".into()])?;
        // What can be seen through becomes white, not black.
        Reflect::set(&pen, &"fillStyle".into(), &"#fff".into())?;
        let (zero, wide, high): (JsValue, JsValue, JsValue) = (0.0.into(), wide.into(), high.into());
        call(&pen, "fillRect", &[zero.clone(), zero.clone(), wide.clone(), high.clone()])?;
        call(&pen, "drawImage", &[image.clone(), zero.clone(), zero, wide, high])?;
        for quality in QUALITIES {
            let bytes = encode(&canvas, quality).await?;
            if bytes.length() as usize <= largest {
                return Ok(Some(bytes));
            }
        }
    }
    Ok(None)
}

async fn encode(canvas: &JsValue, quality: f64) -> Result<Uint8Array, JsValue> {
    let made = Promise::new(&mut |keep, break_| {
        if call(canvas, "toBlob", &[keep.into(), "image/jpeg".into(), quality.into()]).is_err() {
            let _ = break_.call0(&JsValue::NULL);
        }
    });
    let blob = within(PATIENCE, &made).await?;
    if !blob.is_object() {
        return Err(JsValue::NULL);
    }
    // `Blob.arrayBuffer` is absent before Chrome 76.
    let reader = make("Response", &Array::of1(&blob))?;
    let buffer: Promise = call(&reader, "arrayBuffer", &[])?.dyn_into()?;
    let buffer: ArrayBuffer = JsFuture::from(buffer).await?.dyn_into()?;
    Ok(Uint8Array::new(&buffer))
}

fn number(of: &JsValue, name: &str) -> Result<f64, JsValue> {
    Reflect::get(of, &name.into())?.as_f64().filter(|number| *number > 0.0).ok_or(JsValue::NULL)
}

fn make(class: &str, arguments: &Array) -> Result<JsValue, JsValue> {
    let class: Function = Reflect::get(&super::window(), &class.into())?.dyn_into()?;
    Reflect::construct(&class, arguments)
}

fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    method.apply(of, &arguments.iter().collect::<Array>())
}

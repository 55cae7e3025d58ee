//! Time and chance. Nothing here needs a secure context.

use js_sys::{Date, Uint8Array};

/// Milliseconds since 1970 as the phone believes; it may jump.
pub(crate) fn now_ms() -> f64 {
    Date::now()
}

/// Minutes east of Greenwich, 420 in Việt Nam.
#[allow(clippy::cast_possible_truncation, reason = "an offset is within ±840 minutes; `as` saturates")]
pub(crate) fn offset_minutes() -> i32 {
    -Date::new_0().get_timezone_offset() as i32
}

/// Milliseconds since the page was opened, by a clock that never jumps.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "never negative; `as` saturates")]
pub(crate) fn steady_ms() -> u64 {
    super::window().performance().map_or_else(Date::now, |performance| performance.now()) as u64
}

/// Milliseconds since the page was opened, as an answer carries them.
pub(crate) fn ms_open() -> u32 {
    u32::try_from(steady_ms()).unwrap_or(u32::MAX)
}

/// Whole seconds since the page was opened.
pub(crate) fn seconds_open() -> u32 {
    ms_open() / 1000
}

/// Sixteen random bytes, for an id. `crypto.getRandomValues` is there without a secure context, unlike `randomUUID`.
pub(crate) fn random_bytes() -> [u8; 16] {
    let mut bytes = [0; 16];
    let filled = super::window().crypto().and_then(|crypto| {
        let array = Uint8Array::new_with_length(16);
        crypto.get_random_values_with_array_buffer_view(&array)?;
        array.copy_to(&mut bytes);
        Ok(())
    });
    if filled.is_err() {
        // No browser that runs WebAssembly lacks it; a weaker id is still better than a lost answer.
        bytes.fill_with(|| weak(256.0).to_le_bytes()[0]);
    }
    bytes
}

/// For jitter only.
pub(crate) fn random_u32() -> u32 {
    weak(4_294_967_296.0)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`Math.random` is within [0, 1)")]
fn weak(most: f64) -> u32 {
    (js_sys::Math::random() * most) as u32
}

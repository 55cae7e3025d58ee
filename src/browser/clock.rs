//! Time and chance. Nothing here needs a secure context.

use js_sys::{Date, Uint8Array};

/// Milliseconds since 1970 as the phone believes; it may jump.
pub(crate) fn now_ms() -> f64 {
    Date::now()
}

#[cfg(not(feature = "full"))]
/// Days from a date like `2026-11-21` until now. NaN: it is no date.
pub(crate) fn days_since(date: &str) -> f64 {
    (now_ms() - Date::parse(date)) / 86_400_000.0
}

#[cfg(feature = "more")]
/// Minutes since 1970 in Việt Nam, seven hours ahead of Greenwich all year round.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates")]
pub(crate) fn minute() -> u32 {
    (now_ms() / 60_000.0) as u32 + 7 * 60
}

/// Year, month, day and minute since midnight in Việt Nam: seven hours ahead of Greenwich all year round.
#[cfg(feature = "more")]
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "parts of a date; a wrong year is no date"
)]
pub(crate) fn in_vietnam() -> (i32, u8, u8, u16) {
    let there = Date::new(&(now_ms() + 7.0 * 3_600_000.0).into());
    let minute = there.get_utc_hours() * 60 + there.get_utc_minutes();
    let (month, day) = (there.get_utc_month() + 1, there.get_utc_date());
    (there.get_utc_full_year() as i32, month as u8, day as u8, minute as u16)
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

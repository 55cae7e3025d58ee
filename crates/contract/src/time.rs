//! Times as answers carry them: RFC 3339 with the phone's offset, rounded down before they leave the phone.

use serde::{Deserialize, Serialize};

use crate::lean_enum;

/// How much of the time is kept. Nobody is to be found again by the minute at which they stood at the desk.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rounding {
    /// Minutes and seconds become zero.
    #[default]
    Hour,
    /// Only the date stays.
    Day,
}

lean_enum!(Rounding { "hour" => Hour, "day" => Day });

/// `2026-11-21T09:00:00+07:00` for milliseconds since 1970 (UTC) and an offset in minutes east of Greenwich.
/// Any input gives some text: a phone's clock may be anywhere.
pub fn rounded(unix_ms: f64, offset_minutes: i32, rounding: Rounding) -> String {
    let offset = offset_minutes.clamp(-14 * 60, 14 * 60);
    // The calendar of four-digit years: RFC 3339 has no other.
    let ms =
        if unix_ms.is_finite() { unix_ms.clamp(-62_167_219_200_000.0, 253_402_214_400_000.0) } else { 0.0 };
    #[allow(clippy::cast_possible_truncation, reason = "clamped above")]
    let minutes = (ms / 60_000.0).floor() as i64 + i64::from(offset);
    let (days, minute_of_day) = (minutes.div_euclid(1440), minutes.rem_euclid(1440));
    let (year, month, day) = civil(days);
    let hour = match rounding {
        Rounding::Hour => minute_of_day / 60,
        Rounding::Day => 0,
    };
    let sign = if offset < 0 { '-' } else { '+' };
    let (oh, om) = (offset.abs() / 60, offset.abs() % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:00:00{sign}{oh:02}:{om:02}")
}

/// Days since 1970-01-01 to (year, month, day) in the proleptic Gregorian calendar.
/// The algorithm is Howard Hinnant's "days from civil", inverted.
fn civil(days: i64) -> (i64, i64, i64) {
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let doe = z.rem_euclid(146_097);
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365;
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    let mp = (5 * doy + 2) / 153;
    let day = doy - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    (yoe + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_down_in_local_time() {
        // 2026-11-21T02:41:07Z is 09:41 in Việt Nam.
        let ms = 1_795_228_867_000.0;
        assert_eq!(rounded(ms, 420, Rounding::Hour), "2026-11-21T09:00:00+07:00");
        assert_eq!(rounded(ms, 420, Rounding::Day), "2026-11-21T00:00:00+07:00");
        assert_eq!(rounded(ms, -210, Rounding::Hour), "2026-11-20T23:00:00-03:30");
    }

    #[test]
    fn any_clock_gives_a_text() {
        for ms in [f64::NAN, f64::INFINITY, -1e300, 1e300, 0.0, -1.0] {
            assert_eq!(rounded(ms, 100_000, Rounding::Hour).len(), 25, "{ms}");
        }
    }
}

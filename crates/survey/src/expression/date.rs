//! Dates as JavaScript reads, changes and writes them; local time is a fixed distance from UTC.

use mot_cua_contract::lean;

use super::clock::Clock;

/// Milliseconds.
pub(crate) const DAY: f64 = 86_400_000.0;

/// Beyond this JavaScript has no dates.
const LAST: f64 = 8.64e15;

/// A date by the calendar, in local time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Local {
    pub(crate) year: i64,
    /// 0 is January.
    pub(crate) month: i64,
    /// 1 is the first.
    pub(crate) day: i64,
    /// Milliseconds since midnight.
    pub(crate) time: f64,
}

impl Local {
    /// `None`: no valid date.
    #[allow(clippy::cast_possible_truncation, reason = "dates are below 8.64e15")]
    pub(crate) fn of(at: f64, clock: Clock) -> Option<Self> {
        if at.is_nan() || at.abs() > LAST {
            return None;
        }
        let local = at + clock.shift();
        let days = (local / DAY).floor();
        let (year, month, day) = civil(days as i64);
        Some(Self { year, month, day, time: local - days * DAY })
    }

    /// Months and days may be out of bounds: the 31st of April is the 1st of May.
    #[allow(clippy::cast_precision_loss, reason = "bounded by LAST")]
    pub(crate) fn at(self, clock: Clock) -> f64 {
        let year = self.year.saturating_add(self.month.div_euclid(12));
        if year.abs() > 300_000 || self.day.abs() > 100_000_000 {
            return f64::NAN;
        }
        let days = days(year, self.month.rem_euclid(12), 1) + self.day - 1;
        let at = days as f64 * DAY + self.time - clock.shift();
        if at.abs() > LAST { f64::NAN } else { at }
    }

    /// 0 is Sunday.
    pub(crate) fn weekday(self) -> i64 {
        (days(self.year, self.month, self.day) + 4).rem_euclid(7)
    }

    /// Days since 1970, of the calendar.
    pub(crate) fn days(self) -> i64 {
        days(self.year, self.month, self.day)
    }
}

/// Days since 1970-01-01 of a date in the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month < 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 10) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The way back: year, month from 0, day from 1.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = (month + 2) % 12;
    (year + era * 400 + i64::from(month < 2), month, day)
}

/// Down to the start of the local `unit` of milliseconds.
pub(crate) fn floor(at: f64, unit: f64, clock: Clock) -> f64 {
    ((at + clock.shift()) / unit).floor() * unit - clock.shift()
}

/// `2026-01-31`, that with a time (`T08:30`, seconds, fractions, `Z`, `+07:00`), or `1/31/2026`. Without a zone it is local time.
/// NaN: no date.
pub(crate) fn parse(text: &str, clock: Clock) -> f64 {
    let text = text.trim();
    let (date, time) = text.split_once(['T', ' ']).unwrap_or((text, ""));
    let Some((year, month, day)) = calendar(date) else { return f64::NAN };
    let Some((time, zone)) = time_of_day(time) else { return f64::NAN };
    let day_there = civil(days(year, month, day)) == (year, month, day);
    if !day_there {
        return f64::NAN;
    }
    let clock = Clock { offset: zone.unwrap_or(clock.offset), ..clock };
    Local { year, month, day, time }.at(clock)
}

fn calendar(text: &str) -> Option<(i64, i64, i64)> {
    let parts: Vec<&str> = text.split(['-', '/']).collect();
    let number = |text: &str| {
        let digits = !text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i64>().ok().filter(|_| digits)
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (*year, *month, *day),
        [month, day, year] if year.len() == 4 => (*year, *month, *day),
        [year, month] if year.len() == 4 => (*year, *month, "1"),
        [year] if year.len() == 4 => (*year, "1", "1"),
        _ => return None,
    };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month - 1, day))
}

/// Milliseconds since midnight, and minutes from UTC where the text says so.
fn time_of_day(text: &str) -> Option<(f64, Option<i32>)> {
    if text.is_empty() {
        return Some((0.0, None));
    }
    let (text, zone) = if let Some(text) = text.strip_suffix(['Z', 'z']) {
        (text, Some(0))
    } else if let Some((text, zone)) = text.split_once('+') {
        (text, Some(minutes(zone)?))
    } else if let Some((text, zone)) = text.split_once('-') {
        (text, Some(-minutes(zone)?))
    } else {
        (text, None)
    };
    let mut parts =
        text.split(':').map(|part| lean::number(part).filter(|number| (0.0..60.0).contains(number)));
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0.0))?);
    let fits = hours < 24.0 && parts.next().is_none();
    fits.then(|| ((hours * 3_600.0 + minutes * 60.0) * 1_000.0 + (seconds * 1_000.0).round(), zone))
}

fn minutes(zone: &str) -> Option<i32> {
    let digits: String = zone.chars().filter(|one| *one != ':').collect();
    let number: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
    Some(number / 100 * 60 + number % 100)
}

/// `2026-01-31T01:30:00.000Z`. `None`: no valid date.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds of a day")]
pub(crate) fn iso(at: f64) -> Option<String> {
    let Local { year, month, day, time } = Local::of(at, Clock { now: 0.0, offset: 0 })?;
    let time = time as i64;
    let (seconds, rest) = (time / 1_000, time % 1_000);
    let (hours, minutes, seconds) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    let all =
        [&padded(year, 4), "-", &padded(month + 1, 2), "-", &padded(day, 2), "T", &padded(hours, 2), ":"];
    Some(
        [&all.concat(), padded(minutes, 2).as_str(), ":", &padded(seconds, 2), ".", &padded(rest, 3), "Z"]
            .concat(),
    )
}

/// As a date input of a browser spells it: `2026-01-31`. `None`: no valid date.
pub(crate) fn day_text(at: f64, clock: Clock) -> Option<String> {
    let Local { year, month, day, .. } = Local::of(at, clock)?;
    Some([&padded(year, 1), "-", &padded(month + 1, 2), "-", &padded(day, 2)].concat())
}

/// As an input of date and time spells it: `2026-01-31T08:30`.
#[allow(clippy::cast_possible_truncation, reason = "milliseconds of a day")]
pub(crate) fn minute_text(at: f64, clock: Clock) -> Option<String> {
    let minutes = (Local::of(at, clock)?.time / 60_000.0) as i64;
    Some([&day_text(at, clock)?, "T", &padded(minutes / 60, 2), ":", &padded(minutes % 60, 2)].concat())
}

/// With so many digits at least.
fn padded(number: i64, digits: usize) -> String {
    let mut text = number.to_string();
    while text.len() < digits {
        text.insert(0, '0');
    }
    text
}

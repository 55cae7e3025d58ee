//! A local time, as the phone's calendar gives it; no time zones, no "now".

use super::Weekday;
use crate::fold::{fold, is_mark};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// A minute of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    pub date: Date,
    /// Since midnight, 0 … 1439.
    pub minute: u16,
}

const MINUTES: u16 = 24 * 60;

impl Date {
    /// `2026-11-25`. `None`: no such day.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |length: usize| {
            parts.next().filter(|part| part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
        };
        let (year, month, day) = (next(4)?.parse().ok()?, next(2)?.parse().ok()?, next(2)?.parse().ok()?);
        Self::new(year, month, day).filter(|_| parts.next().is_none())
    }

    /// `None`: no such day, or a year outside 1 … 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=date.last_of_month()).contains(&day))
            .then_some(date)
    }

    fn last_of_month(self) -> u8 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The day after.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        match () {
            () if day < self.last_of_month() => Self { day: day + 1, ..self },
            () if month < 12 => Self { year, month: month + 1, day: 1 },
            () => Self { year: year + 1, month: 1, day: 1 },
        }
    }

    /// By Sakamoto's method: the year ends with February, so that the leap day is its last.
    pub fn weekday(self) -> Weekday {
        const SHIFT: [i64; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
        let year = i64::from(self.year) - i64::from(self.month < 3);
        let shift = SHIFT.get(usize::from(self.month) - 1).copied().unwrap_or(0);
        // Sunday is 0 in his tables.
        Weekday::of(year + year / 4 - year / 100 + year / 400 + shift + i64::from(self.day) + 6)
    }

    /// `2026-11-22`. Put together by hand: the page has no other use for `format!`, which weighs.
    pub fn iso(self) -> String {
        let two = |part: u8| [if part < 10 { "-0" } else { "-" }, &part.to_string()].concat();
        let year = self.year.to_string();
        // Four digits: browsers take fewer for something else.
        let zeros = "0000".get(year.len()..).unwrap_or_default();
        [zeros, &year, &two(self.month), &two(self.day)].concat()
    }

    /// Days from this one to `other`; negative: it lies before.
    pub fn days_until(self, other: Self) -> i64 {
        other.number() - self.number()
    }

    /// Days since some day of the year 0. The year begins with March, so that the leap day is its last.
    fn number(self) -> i64 {
        let (year, month) = (i64::from(self.year), i64::from(self.month));
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i64::from(self.day)
    }

    /// (year, month, day).
    pub fn parts(self) -> (i32, u8, u8) {
        (self.year, self.month, self.day)
    }
}

impl Moment {
    /// `None`: no such minute.
    pub fn new(date: Date, minute: u16) -> Option<Self> {
        (minute < MINUTES).then_some(Self { date, minute })
    }
}

/// Minutes since midnight of `7:30`, `07:30`, `7h30`, `15h`, `15 giờ`; `24:00` is the day's end. `None`: no time of day.
pub fn minutes(text: &str) -> Option<u16> {
    // Folding drops signs: `-1:00` must not become `1 00`.
    if !text.chars().all(|c| c == ':' || c.is_whitespace() || c.is_alphanumeric() || is_mark(c)) {
        return None;
    }
    let folded = fold(text);
    let spaced = folded.replace("gio", " ").replace('h', " ");
    let mut parts = spaced.split_whitespace().map(|part| part.parse::<u16>().ok());
    let (hour, minute) = (parts.next()??, parts.next().unwrap_or(Some(0))?);
    let all = hour.checked_mul(60)?.checked_add(minute)?;
    (minute < 60 && all <= MINUTES && parts.next().is_none()).then_some(all)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn calendar() {
        for (text, day) in [
            ("2026-11-22", Weekday::Sunday),
            ("2026-11-25", Weekday::Wednesday),
            ("2024-02-29", Weekday::Thursday),
            ("2000-01-01", Weekday::Saturday),
            ("0001-01-01", Weekday::Monday),
        ] {
            let date = Date::read(text).unwrap();
            assert_eq!((date.weekday(), date.iso().as_str()), (day, text));
        }
        for text in ["2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-01-", "", "thứ 4"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        let mut day = Date::read("2023-12-31").unwrap();
        for _ in 0..366 {
            let before = day;
            day = day.next();
            assert_ne!(before.weekday(), day.weekday());
            assert_eq!((before.days_until(day), day.days_until(before)), (1, -1));
        }
        assert_eq!(day, Date::read("2024-12-31").unwrap());
    }

    #[test]
    fn times_of_day() {
        for (text, minute) in [
            ("7:30", 450),
            ("07:30", 450),
            ("7h30", 450),
            ("15h", 900),
            ("15 giờ", 900),
            ("15 giờ 5", 905),
            ("24:00", 1440),
        ] {
            assert_eq!(minutes(text), Some(minute), "{text}");
        }
        for text in ["25:00", "24:01", "7:60", "", "sáng", "7:30:00", "-1:00", "99999999:00", "h"] {
            assert_eq!(minutes(text), None, "{text}");
        }
    }
}

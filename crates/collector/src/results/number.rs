//! Numbers as people of the language write them.

use mot_cua_survey::figures::{Interval, Month};

use super::words::Words;

impl Words {
    /// `86,5`.
    pub(super) fn decimal(&self, number: f64) -> String {
        // No "-0,0".
        let number = if number.abs() < 0.05 { 0.0 } else { number };
        let text = format!("{number:.1}");
        if self.lang == "vi" { text.replace('.', ",") } else { text }
    }

    /// `84,1–88,7`, never on two lines.
    pub(super) fn span(&self, interval: Interval) -> String {
        format!("{}–\u{2060}{}", self.decimal(interval.low), self.decimal(interval.high))
    }

    /// `12.345`.
    pub(super) fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(if self.lang == "vi" { '.' } else { ',' });
            }
            text.push(digit);
        }
        text
    }

    /// `11/2026`.
    pub(super) fn month(&self, month: Month) -> String {
        if self.lang == "vi" { format!("{}/{}", month.number(), month.year()) } else { month.to_string() }
    }

    /// `21/11/2026`, of `2026-11-21`; anything else as it is.
    pub(super) fn day(&self, day: &str) -> String {
        match day.split('-').collect::<Vec<_>>().as_slice() {
            [year, month, day] if self.lang == "vi" => format!("{day}/{month}/{year}"),
            _ => day.to_owned(),
        }
    }

    /// `9 giờ, 21/11/2026`, of an RFC 3339 time that is rounded; only the day where no more was kept.
    pub(super) fn hour(&self, time: &str) -> String {
        let (day, hour) = time.split_once('T').unwrap_or((time, ""));
        let hour: u8 = hour.get(..2).and_then(|hour| hour.parse().ok()).unwrap_or_default();
        if hour == 0 { self.day(day) } else { self.fill("hour", &[&hour.to_string(), &self.day(day)]) }
    }
}

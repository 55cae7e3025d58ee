//! `2y`, `18m`, `90d`.

use std::str::FromStr;

use mot_cua_contract::time::{Rounding, rounded};

const DAY_MS: f64 = 86_400_000.0;
/// Việt Nam.
const MINUTES_EAST: i32 = 420;

/// How old.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    Months(u16),
    Days(u16),
}

impl FromStr for Age {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text}: expected a number and y, m or d, like 2y, 18m or 90d");
        let unit = text.chars().next_back().ok_or_else(wrong)?;
        let number: u16 = text.trim_end_matches(unit).parse().map_err(|_| wrong())?;
        match unit {
            _ if number == 0 => Err(wrong()),
            'y' => number.checked_mul(12).map(Self::Months).ok_or_else(wrong),
            'm' => Ok(Self::Months(number)),
            'd' => Ok(Self::Days(number)),
            _ => Err(wrong()),
        }
    }
}

impl Age {
    /// The month that is not old yet (`2024-11`): all before it are. `unix_ms`: now.
    pub(super) fn before(self, unix_ms: f64) -> String {
        let month = |ms: f64| {
            let mut date = rounded(ms, MINUTES_EAST, Rounding::Day);
            date.truncate(7);
            date
        };
        match self {
            Self::Days(days) => month(unix_ms - f64::from(days) * DAY_MS),
            Self::Months(back) => {
                let now = month(unix_ms);
                let (year, month) = now.split_once('-').unwrap_or_default();
                let number = |text: &str| text.parse::<i32>().unwrap_or_default();
                let months = (number(year) * 12 + number(month) - 1 - i32::from(back)).max(0);
                format!("{:04}-{:02}", months / 12, months % 12 + 1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_that_are_over_long_enough() {
        // 2026-11-22T00:30 in Việt Nam; 21 November in Greenwich.
        let now = 1_795_282_200_000.0;
        for (age, month) in
            [("2y", "2024-11"), ("18m", "2025-05"), ("11m", "2025-12"), ("90d", "2026-08"), ("1m", "2026-10")]
        {
            assert_eq!(age.parse::<Age>().unwrap().before(now), month, "{age}");
        }
        for wrong in ["", "y", "0d", "2", "-1m", "2w", "2.5y", "99999y", "٣m", "yy"] {
            assert!(wrong.parse::<Age>().is_err(), "{wrong}");
        }
    }
}

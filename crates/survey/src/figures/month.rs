//! Months of the calendar, as figures are kept by.

use std::fmt;
use std::str::FromStr;

/// How many a report looks at: the month itself and the twelve before it, so that last year's is among them.
pub const MONTHS: u32 = 13;

/// A month; they sort and count as time does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(u32);

impl Month {
    /// Of a time or date that begins with it: `2026-11-21T09:00:00+07:00`. The month as it is written there, in its own zone.
    pub fn of(time: &str) -> Option<Self> {
        let (month, rest) = time.split_at_checked(7)?;
        month.parse().ok().filter(|_| rest.is_empty() || rest.starts_with('-'))
    }

    /// So many months earlier; never before the calendar.
    #[must_use]
    pub fn before(self, months: u32) -> Self {
        Self(self.0.saturating_sub(months))
    }

    /// How many months lie between the two.
    pub fn distance(self, other: Self) -> u32 {
        self.0.abs_diff(other.0)
    }

    /// The months that a report of this one looks at, oldest first.
    pub fn window(self) -> impl DoubleEndedIterator<Item = Self> {
        (0..MONTHS).rev().map(move |ago| self.before(ago))
    }

    pub fn year(self) -> u32 {
        self.0 / 12
    }

    /// 1 to 12.
    pub fn number(self) -> u32 {
        self.0 % 12 + 1
    }
}

/// `2026-11`.
impl FromStr for Month {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let digits = |part: &str, count| part.len() == count && part.bytes().all(|b| b.is_ascii_digit());
        let (year, month) =
            text.split_once('-').filter(|(year, month)| digits(year, 4) && digits(month, 2)).ok_or(())?;
        let (year, month): (u32, u32) = (year.parse().map_err(drop)?, month.parse().map_err(drop)?);
        if (1..=12).contains(&month) { Ok(Self(year * 12 + month - 1)) } else { Err(()) }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

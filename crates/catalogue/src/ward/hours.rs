//! Open or closed, and until when.

use mot_cua_contract::Pairs;
use mot_cua_contract::lean_struct;
use serde::{Deserialize, Serialize};

use super::{Date, Moment, Weekday, minutes};

/// When the desk is open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hours {
    pub week: Vec<Shift>,
    /// Days that differ: holidays, the "ninth hour", a Saturday of work. The whole day is as said here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub special: Vec<Special>,
}

/// From one time to another, on some days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Shift {
    /// `thứ 2`. Empty: every day (of a special day: that day).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<String>,
    /// `07:30`.
    pub from: String,
    pub to: String,
}

/// One day, or several in a row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Special {
    /// `2026-09-02`.
    pub date: String,
    /// The last of several days. `None`: one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Empty: closed all day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub open: Vec<Shift>,
    /// Why, by language tag.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub note: Pairs,
}

lean_struct!(Hours { week: "week", special: "special" });
lean_struct!(Shift { days: "days", from: "from", to: "to" });
lean_struct!(Special { date: "date", to: "to", open: "open", note: "note" });

/// The desk at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Desk<'a> {
    Open {
        /// Minutes since midnight.
        until: u16,
        /// Why today differs.
        special: Option<&'a Special>,
    },
    Closed {
        /// `None`: not within the next two months, or never.
        opens: Option<Moment>,
        /// Why today differs.
        special: Option<&'a Special>,
    },
}

/// How far ahead an opening is looked for: beyond the longest holidays.
const DAYS_AHEAD: usize = 62;

impl Special {
    fn covers(&self, date: Date) -> bool {
        let Some(first) = Date::read(&self.date) else { return false };
        let last = self.to.as_deref().map_or(Some(first), Date::read);
        last.is_some_and(|last| first <= date && date <= last)
    }
}

impl Shift {
    /// Minutes from, to. `None`: not on that day, or not understood.
    fn on(&self, day: Weekday) -> Option<(u16, u16)> {
        let counts = self.days.is_empty() || self.days.iter().any(|name| Weekday::read(name) == Some(day));
        let (from, to) = (minutes(&self.from)?, minutes(&self.to)?);
        (counts && from < to).then_some((from, to))
    }
}

/// Whether the desk is open. Shifts that touch are one.
pub fn desk(hours: &Hours, now: Moment) -> Desk<'_> {
    let (shifts, special) = of_day(hours, now.date);
    let mut until = now.minute;
    // Each pass reaches at least one shift further, if any.
    for _ in &shifts {
        let further = shifts.iter().filter(|(from, to)| *from <= until && until < *to).map(|(_, to)| *to);
        until = further.max().unwrap_or(until);
    }
    if until > now.minute {
        return Desk::Open { until, special };
    }
    let later = shifts.iter().map(|(from, _)| *from).filter(|from| *from > now.minute).min();
    let mut opens = later.and_then(|minute| Moment::new(now.date, minute));
    let mut date = now.date;
    for _ in 0..DAYS_AHEAD {
        if opens.is_some() {
            break;
        }
        date = date.next();
        let first = of_day(hours, date).0.iter().map(|(from, _)| *from).min();
        opens = first.and_then(|minute| Moment::new(date, minute));
    }
    Desk::Closed { opens, special }
}

/// A usual week, Monday first: the day, and from when to when (minutes since midnight) in the order of the clock.
pub fn week(hours: &Hours) -> Vec<(Weekday, Vec<(u16, u16)>)> {
    let days = (0..7).map(Weekday::of);
    days.map(|day| (day, in_order(hours.week.iter().filter_map(|shift| shift.on(day)).collect()))).collect()
}

impl Special {
    /// From when to when on its first day, in the order of the clock; empty: closed.
    pub fn shifts(&self) -> Vec<(u16, u16)> {
        let day = Date::read(&self.date).map(Date::weekday);
        in_order(
            day.into_iter().flat_map(|day| self.open.iter().filter_map(move |shift| shift.on(day))).collect(),
        )
    }

    /// Whether its last day is `today` or later.
    pub fn is_ahead(&self, today: Date) -> bool {
        Date::read(self.to.as_ref().unwrap_or(&self.date)).is_some_and(|last| last >= today)
    }
}

fn in_order(mut shifts: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    shifts.sort_unstable();
    shifts
}

/// The day's shifts; of special days that overlap the last one written counts.
fn of_day(hours: &Hours, date: Date) -> (Vec<(u16, u16)>, Option<&Special>) {
    let special = hours.special.iter().rev().find(|special| special.covers(date));
    let shifts = special.map_or(&hours.week, |special| &special.open);
    (shifts.iter().filter_map(|shift| shift.on(date.weekday())).collect(), special)
}

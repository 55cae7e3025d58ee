//! From bytes to a checked [`Record`](crate::store::Record), or to a problem that names the field.

mod depth;
mod engine;
mod form;
mod json;
mod place;
mod surveys;
mod visit;

use std::sync::Arc;
use std::time::Duration;

use mot_cua_contract::time::{Rounding, rounded};
use mot_cua_contract::{Problem, Site};
use mot_cua_link::visit::Ring;

use crate::clock::Clock;
use crate::files::Files;

pub use form::{FormError, TRAP, form};
pub use json::{checked, json};
pub use surveys::{SurveyError, Surveys};

/// Bytes of a body, at most.
pub const MOST_BYTES: usize = 64 * 1024;
/// Brackets inside brackets, at most.
pub const MOST_DEEP: usize = 32;
/// Photos that one answer may name.
const MOST_PHOTOS: usize = 20;
/// Việt Nam has one time zone.
const MINUTES_EAST: i32 = 7 * 60;
const LATE_MS: f64 = 3_600_000.0;
const DAY_MS: f64 = 24.0 * LATE_MS;

/// What an answer is checked against.
#[derive(Debug)]
pub struct Desk {
    pub site: Site,
    pub files: Files,
    pub surveys: Surveys,
    pub clock: Clock,
    /// Keys of visit tokens; without one, no token is good.
    pub visits: Arc<Ring>,
}

impl Desk {
    /// The time of receipt in Việt Nam, rounded as the phones round theirs.
    pub fn now(&self) -> String {
        rounded(self.clock.unix_ms(), MINUTES_EAST, self.site.privacy.rounding)
    }

    /// The time of receipt of the last answer that has been here for `wait`, for sure: times are rounded down. `None`: no wait.
    pub fn shown_until(&self, wait: Duration) -> Option<String> {
        const HOUR: Duration = Duration::from_hours(1);
        let rounding = self.site.privacy.rounding;
        let coarse = match rounding {
            Rounding::Hour => HOUR,
            Rounding::Day => HOUR * 24,
        };
        let ago = (wait + coarse).as_secs_f64() * 1_000.0;
        (!wait.is_zero()).then(|| rounded(self.clock.unix_ms() - ago, MINUTES_EAST, rounding))
    }

    /// The day of now, and the one before which photos go that no answer names.
    pub fn days(&self) -> (String, String) {
        let day = |before: f64| {
            let mut day = rounded(self.clock.unix_ms() - before, MINUTES_EAST, self.site.privacy.rounding);
            day.truncate(10);
            day
        };
        (day(0.0), day(DAY_MS))
    }

    /// The month (`2026-11`) in which answers may still come. It ends an hour late: what was taken before midnight may reach
    /// the disk after it, and the clocks of several collectors differ. A month that is told of must not change.
    pub fn open_month(&self) -> String {
        let mut month = rounded(self.clock.unix_ms() - LATE_MS, MINUTES_EAST, self.site.privacy.rounding);
        month.truncate(7);
        month
    }
}

fn invalid(status: u16, title: &str) -> Problem {
    Problem::new("invalid", status, title)
}

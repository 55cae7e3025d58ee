//! How much comes, by visit token and by place; never by address: a ward, or a provider, is behind one.
//!
//! More than is usual at a desk is no reason to refuse anyone: it is stored beside the answer ([`Record::rate`]), and a reader
//! judges. Only what no crowd at a desk can send is asked to come later, and phones keep it meanwhile.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::store::Record;

const MINUTE_MS: f64 = 60_000.0;
/// Minutes that are looked back upon.
const MINUTES: usize = 10;
/// Below this nothing is unusual: ten citizens in ten minutes who each change their answer six times.
const USUAL: u32 = 64;
/// Of one token. Its holder has one answer; beyond this it stands for no one, and its place counts.
const MOST_OF_TOKEN: u32 = 60;
/// Beyond so many what is past is thrown away. Places are those of the site, and tokens are issued: neither is a stranger's to make.
const MANY: usize = 4096;

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Key {
    Token(String),
    Place(String, Option<String>),
    /// Of no place that the site names.
    Elsewhere,
}

/// Sendings of the last minutes, and the minute of the last one.
#[derive(Debug, Default)]
struct Window {
    counts: [u32; MINUTES],
    last: u64,
}

impl Window {
    fn turn(&mut self, minute: u64) {
        let passed = usize::try_from(minute.saturating_sub(self.last)).unwrap_or(MINUTES);
        // A clock that goes back counts into the last minute.
        self.counts.rotate_left(passed % MINUTES);
        for old in self.counts.iter_mut().rev().take(passed) {
            *old = 0;
        }
        self.last = self.last.max(minute);
    }

    /// One more, if it may be. The count with it.
    fn add(&mut self, minute: u64, most: u32) -> Option<u32> {
        self.turn(minute);
        let count = self.counts.iter().fold(1_u32, |sum, one| sum.saturating_add(*one));
        let newest = self.counts.last_mut().filter(|_| count <= most)?;
        *newest = newest.saturating_add(1);
        Some(count)
    }
}

#[derive(Debug)]
pub(crate) struct Pace {
    windows: Mutex<HashMap<Key, Window>>,
    most: u32,
}

/// More than any crowd at one place sends: it is to come later.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooMany;

impl Pace {
    /// `most`: sendings of one place within ten minutes.
    pub(super) fn new(most: u32) -> Self {
        Self { windows: Mutex::default(), most }
    }

    /// Counts one sending and notes on it how many there were.
    pub(super) fn note(&self, record: &mut Record, unix_ms: f64) -> Result<(), TooMany> {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` clamps")]
        let minute = (unix_ms / MINUTE_MS) as u64;
        let mut windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() > MANY {
            windows.retain(|_, window| minute.saturating_sub(window.last) < MINUTES as u64);
        }
        let place = if record.place_known {
            Key::Place(record.place.unit.clone(), record.place.counter.clone())
        } else {
            Key::Elsewhere
        };
        let at_place = windows.entry(place).or_default().add(minute, self.most);
        // A flood at the desk does not keep out who holds a ticket.
        let by_token = |visit: &crate::store::Visit| {
            windows.entry(Key::Token(visit.mark.clone())).or_default().add(minute, MOST_OF_TOKEN)
        };
        let count = at_place.or_else(|| record.visit.as_ref().and_then(by_token).map(|_| self.most));
        record.rate = band(count.ok_or(TooMany)?);
        Ok(())
    }
}

/// The power of two below. An exact count would say in which order people came.
fn band(count: u32) -> u32 {
    if count < USUAL { 0 } else { 1 << count.ilog2() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_forgets_after_ten_minutes_and_never_before() {
        let mut window = Window::default();
        for minute in [100, 100, 104, 109] {
            assert!(window.add(minute, 4).is_some());
        }
        assert_eq!(window.add(109, 4), None);
        assert_eq!(window.add(110, 4), Some(3), "the two of minute 100 are past");
        assert_eq!(window.add(90, 4), Some(4), "a clock that goes back forgets nothing");
        assert_eq!(window.add(1000, 4), Some(1));
    }

    #[test]
    fn a_band_tells_no_order() {
        assert_eq!([1, 63, 64, 127, 128, 3000].map(band), [0, 0, 64, 64, 128, 2048]);
    }
}

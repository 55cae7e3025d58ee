//! When the backend may be asked again. One for the whole endpoint: a dead server is not asked once per answer.

use crate::keeping::Trouble;

/// Full jitter: a wait is drawn evenly between zero and a ceiling that doubles from the first to the second (ms).
const CEILING: (u64, u64) = (1_000, 300_000);
/// `Retry-After` is believed between these (ms).
const NAMED: (u64, u64) = (1_000, 3_600_000);
/// After "moved" or "forbidden" (ms): half of it at least.
const PAUSE: u64 = 900_000;
/// The most that a hint (page seen, new tap) lets a wait go on (ms).
const HINT: u64 = 1_000;
/// The same when a network returns: to all phones of a neighbourhood in the same second.
const ONLINE: u64 = 3_000;

/// The endpoint's patience.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    failures: u32,
    hold: Hold,
    pub(crate) trouble: Option<Trouble>,
}

#[derive(Debug, Clone, Copy, Default)]
enum Hold {
    #[default]
    Open,
    /// Ours: a hint may shorten it.
    Own { until: u64 },
    /// The server named it: nothing shortens it.
    Named { until: u64 },
    /// A person has to act at the ward, or the network changes.
    Paused { until: u64 },
}

impl Backoff {
    /// Earliest time of the next attempt.
    pub(crate) fn ready_at(&self) -> u64 {
        match self.hold {
            Hold::Open => 0,
            Hold::Own { until } | Hold::Named { until } | Hold::Paused { until } => until,
        }
    }

    /// Whether a first attempt may go out just before the page is gone, though an own wait runs.
    pub(crate) fn lets_leave(&self, now: u64) -> bool {
        matches!(self.hold, Hold::Own { .. }) || self.ready_at() <= now
    }

    pub(crate) fn succeeded(&mut self) {
        *self = Self::default();
    }

    /// `named`: milliseconds that the server asked for.
    pub(crate) fn failed(&mut self, trouble: Trouble, named: Option<u64>, now: u64, random: u32) {
        if named.is_some() && self.trouble != Some(trouble) {
            // It can be reached again: how long it could not be says nothing about its load.
            self.failures = 0;
        }
        self.trouble = Some(trouble);
        let ceiling = CEILING.0.checked_shl(self.failures.min(20)).unwrap_or(CEILING.1).min(CEILING.1);
        self.failures = self.failures.saturating_add(1);
        self.hold = match named {
            // Later than asked, up to twice the time: the crowd that was told the same does not come in the same second.
            Some(wait) => {
                let wait = wait.clamp(NAMED.0, NAMED.1);
                Hold::Named { until: now.saturating_add(wait + share(wait.max(ceiling), random)) }
            }
            None => Hold::Own { until: now.saturating_add(share(ceiling, random)) },
        };
    }

    pub(crate) fn paused(&mut self, status: u16, now: u64, random: u32) {
        self.trouble = Some(Trouble::Paused { status });
        self.hold = Hold::Paused { until: now.saturating_add(PAUSE / 2 + share(PAUSE / 2, random)) };
    }

    /// The page is seen, something new is to be sent. The count of failures stays, so that a false hope costs one request.
    pub(crate) fn hint(&mut self, now: u64, random: u32) {
        if let Hold::Own { until } = self.hold {
            self.hold = Hold::Own { until: until.min(now.saturating_add(share(HINT, random))) };
        }
    }

    /// Another network: what the last one said no longer holds. What the server named does.
    pub(crate) fn online(&mut self, now: u64, random: u32) {
        self.resume_within(ONLINE, now, random);
    }

    /// A person asks, or the site names another backend.
    pub(crate) fn resume(&mut self, now: u64, _: u32) {
        self.resume_within(0, now, 0);
    }

    fn resume_within(&mut self, most: u64, now: u64, random: u32) {
        if let Hold::Own { until } | Hold::Paused { until } = self.hold {
            self.hold = Hold::Own { until: until.min(now.saturating_add(share(most, random))) };
        }
    }
}

/// Evenly between 0 and `most`.
fn share(most: u64, random: u32) -> u64 {
    (most * u64::from(random)) >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ceilings_double_from_one_second_to_five_minutes() {
        let mut backoff = Backoff::default();
        let waits: Vec<u64> = (0..12)
            .map(|_| {
                backoff.failed(Trouble::NoConnection, None, 0, u32::MAX);
                backoff.ready_at().div_ceil(1000)
            })
            .collect();
        assert_eq!(waits, [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
        backoff.failed(Trouble::NoConnection, None, 0, 0);
        assert_eq!(backoff.ready_at(), 0, "full jitter reaches down to zero");
    }

    #[test]
    fn a_named_time_is_neither_shortened_nor_believed_beyond_an_hour() {
        let mut backoff = Backoff::default();
        backoff.failed(Trouble::Busy, Some(120_000), 1_000, 0);
        backoff.hint(2_000, 0);
        backoff.online(2_000, 0);
        backoff.resume(2_000, 0);
        assert!(!backoff.lets_leave(2_000));
        assert_eq!(backoff.ready_at(), 121_000);
        backoff.failed(Trouble::Busy, Some(u64::MAX), 0, 0);
        assert_eq!(backoff.ready_at(), 3_600_000);
        backoff.failed(Trouble::Busy, Some(0), 0, 0);
        assert_eq!(backoff.ready_at(), 1_000);
        backoff.failed(Trouble::Busy, Some(60_000), 0, u32::MAX);
        assert_eq!(backoff.ready_at().div_ceil(1_000), 120, "up to twice the time, so that a crowd spreads");
    }

    #[test]
    fn a_hint_shortens_an_own_wait_and_a_new_network_a_pause() {
        let mut backoff = Backoff::default();
        for _ in 0..9 {
            backoff.failed(Trouble::NoConnection, None, 0, u32::MAX);
        }
        backoff.hint(5_000, u32::MAX);
        assert!(backoff.ready_at() < 6_000);
        backoff.paused(404, 0, 0);
        backoff.hint(5_000, 0);
        assert_eq!(backoff.ready_at(), 450_000);
        backoff.online(5_000, 0);
        assert_eq!(backoff.ready_at(), 5_000);
    }
}

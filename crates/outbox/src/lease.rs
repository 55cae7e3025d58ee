//! Who may send, where the browser has no locks between tabs: one number in storage, changed only inside transactions.
//!
//! Odd: somebody is sending since it was written. Even: nobody is. Each change makes it larger, so a tab that slept while
//! it was overtaken sees that the lease is no longer its own. No clock is compared between tabs, for a phone's clock
//! jumps: whoever wants the lease watches the number, and takes it over when it stood still for longer than an attempt
//! lasts.

/// An attempt is noted within 5 s and answered within 20 s, or given up (ms).
const STILL: u64 = 30_000;

/// What one tab knows of the lease.
#[derive(Debug, Default)]
pub struct Lease {
    mine: u64,
    /// A number of another tab, and since when it stands there.
    seen: (u64, u64),
}

impl Lease {
    /// The number to write where `stored` stands (0: nothing does), to hold the lease from then on. `None`: another tab
    /// is sending. `now`: milliseconds of a clock that never jumps.
    pub fn take(&mut self, stored: u64, now: u64) -> Option<u64> {
        if stored % 2 == 1 && stored != self.mine {
            if self.seen.0 != stored {
                self.seen = (stored, now);
            }
            if now.saturating_sub(self.seen.1) < STILL {
                return None;
            }
        }
        self.mine = stored.wrapping_add(1) | 1;
        Some(self.mine)
    }

    /// The number to write to let it go. `None`: it is not ours, or not any more.
    pub fn free(&self, stored: u64) -> Option<u64> {
        (stored % 2 == 1 && stored == self.mine).then(|| stored.wrapping_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn f37_one_holder_at_a_time_and_a_dead_one_is_succeeded() {
        let (mut one, mut other) = (Lease::default(), Lease::default());
        let held = one.take(0, 0).unwrap();
        assert_eq!(other.take(held, 5_000), None);
        let freed = one.free(held).unwrap();
        let held = other.take(freed, 6_000).unwrap();
        assert_eq!(one.take(held, 7_000), None);
        assert_eq!(one.take(held, 36_999), None, "30 s since it was first seen");
        let taken = one.take(held, 37_000).unwrap();
        assert_eq!(other.free(taken), None, "whoever was overtaken cannot free it");
        assert_eq!(other.take(taken, 90_000_000), None, "nor take it at once");
    }

    #[test]
    fn f37_a_holder_that_goes_on_is_never_overtaken() {
        let (mut busy, mut other) = (Lease::default(), Lease::default());
        let mut stored = 0;
        for round in 0..100 {
            stored = busy.take(stored, round * 25_000).unwrap();
            assert_eq!(other.take(stored, round * 25_000 + 24_999), None);
            stored = busy.free(stored).unwrap();
        }
    }

    #[test]
    fn f34_any_number_may_stand_there() {
        for stored in [u64::MAX, u64::MAX - 1, 1] {
            let mut lease = Lease::default();
            lease.take(stored, 0);
            assert!(lease.take(stored, u64::MAX).is_some());
            lease.free(stored);
        }
    }
}

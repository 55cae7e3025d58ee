//! The time, from the machine or from a test.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// Where the time comes from.
#[derive(Debug, Clone, Default)]
pub enum Clock {
    #[default]
    Machine,
    /// Milliseconds since 1970, set by hand.
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// Milliseconds since 1970 (UTC).
    #[allow(clippy::cast_precision_loss, reason = "exact until the year 287396")]
    pub fn unix_ms(&self) -> f64 {
        match self {
            Self::Machine => {
                SystemTime::now().duration_since(UNIX_EPOCH).map_or(0.0, |since| since.as_millis() as f64)
            }
            Self::Set(ms) => ms.load(Ordering::Relaxed) as f64,
        }
    }
}

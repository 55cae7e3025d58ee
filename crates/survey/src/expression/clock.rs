//! What time it is, told from outside.

/// Now, and where.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Clock {
    /// Milliseconds since 1970 UTC.
    pub now: f64,
    /// Minutes that local time is ahead of UTC: 420 in Việt Nam, all year.
    pub offset: i32,
}

impl Clock {
    pub(crate) fn shift(self) -> f64 {
        f64::from(self.offset) * 60_000.0
    }
}

impl Default for Clock {
    /// 1970, in Việt Nam: for where no time is asked for.
    fn default() -> Self {
        Self { now: 0.0, offset: 420 }
    }
}

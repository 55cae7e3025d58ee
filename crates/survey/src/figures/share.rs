//! Shares, and how far they can be trusted.

/// The normal distribution's 97.5th percentile: intervals of 95 %.
const Z: f64 = 1.959_963_984_540_054;

/// So many of so many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub good: u64,
    pub n: u64,
}

/// Percent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// A share, a factor or an index, in percent. There is one only where somebody answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    pub value: f64,
    /// 95 %.
    pub interval: Interval,
    /// People who answered something of it.
    pub n: u64,
}

impl Share {
    /// `None`: no data. It is never 0 for want of answers.
    pub fn figure(self) -> Option<Figure> {
        let n = float(self.n);
        let share = float(self.good.min(self.n)) / n;
        (self.n > 0).then(|| Figure { value: share * 100.0, interval: wilson(share, n), n: self.n })
    }
}

impl Interval {
    /// Whether the two have a value in common: then it cannot be said which is higher.
    pub fn meets(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

/// Wilson's score interval (E. B. Wilson, 1927) of a share 0 to 1 of `n` answers, in percent.
pub(super) fn wilson(share: f64, n: f64) -> Interval {
    let z2 = Z * Z;
    let scale = 1.0 + z2 / n;
    let middle = (share + z2 / (2.0 * n)) / scale;
    let half = Z / scale * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    // At the ends the formula gives exactly 0 and 1; rounding must not leave a trace of more.
    let low = if share <= 0.0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if share >= 1.0 { 1.0 } else { (middle + half).min(1.0) };
    Interval { low: low * 100.0, high: high * 100.0 }
}

#[allow(clippy::cast_precision_loss, reason = "counts of people")]
pub(super) fn float(count: u64) -> f64 {
    count as f64
}

/// A weighted mean of shares, as an index is. `parts`: of each question that somebody answered, its share and its weight; weights
/// add up to 1. The interval is Wilson's for the mean, of as many people as would give the standard error that the questions have if
/// they go together entirely: the answers of one person do, mostly. So it errs on the wide side; of one question it is that question's
/// own.
pub(super) fn mean(parts: &[(Share, f64)], people: u64) -> Option<Figure> {
    if parts.is_empty() {
        return None;
    }
    let (mut value, mut error) = (0.0, 0.0);
    for (share, weight) in parts {
        value += weight * float(share.good) / float(share.n);
        error += weight / float(share.n).sqrt();
    }
    let value = value.clamp(0.0, 1.0);
    let n = (error * error).recip();
    Some(Figure { value: value * 100.0, interval: wilson(value, n), n: people })
}

//! Adding up what different test runners report.

use std::fmt;

/// Checks that passed, failed, or found something absent that they need. A stage without single tests (format, lints)
/// counts as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
}

impl Count {
    pub(super) const ONE: Self = Self { passed: 1, failed: 0, skipped: 0 };

    pub(super) fn and(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }

    pub(super) fn verdict(self) -> &'static str {
        if self.failed == 0 { "ok" } else { "FAILED" }
    }

    /// A line of `cargo test` that closes one binary: `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    pub(super) fn of_cargo_line(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("test result: ")?;
        let before = |word: &str| rest.split(word).next()?.trim().rsplit(' ').next()?.parse().ok();
        Some(Self { passed: before(" passed")?, failed: before(" failed")?, skipped: before(" ignored")? })
    }

    /// A closing line of Node's runner: `# pass 12`, in its other dress `ℹ pass 12`; likewise `fail`, `cancelled`, `skipped`.
    pub(super) fn of_node_line(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (Some("#" | "ℹ"), Some(word), Some(number), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return None;
        };
        let number = number.parse().ok()?;
        match word {
            "pass" => Some(Self { passed: number, ..Self::default() }),
            "fail" | "cancelled" => Some(Self { failed: number, ..Self::default() }),
            "skipped" => Some(Self { skipped: number, ..Self::default() }),
            _ => None,
        }
    }

    /// A test of ours that says `skipped: no …` ends like one that passed.
    pub(super) fn without_checking(self) -> Self {
        Self { passed: self.passed.saturating_sub(1), skipped: self.skipped + 1, ..self }
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 { write!(f, ", {} skipped", self.skipped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    fn count(passed: usize, failed: usize, skipped: usize) -> Count {
        Count { passed, failed, skipped }
    }

    #[test]
    fn runners_lines_are_read() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Count::of_cargo_line(cargo), Some(count(12, 3, 1)));
        assert_eq!(Count::of_cargo_line("test a::b ... ok"), None);
        assert_eq!(Count::of_node_line("# pass 7"), Some(count(7, 0, 0)));
        assert_eq!(Count::of_node_line("ℹ fail 2"), Some(count(0, 2, 0)));
        assert_eq!(Count::of_node_line("ℹ skipped 2"), Some(count(0, 0, 2)));
        assert_eq!(Count::of_node_line("ℹ duration_ms 2"), None);
        assert_eq!(Count::of_node_line("# pass the salt"), None);
    }

    #[test]
    fn the_last_line_says_what_did_not_run() {
        assert_eq!(count(2, 0, 0).to_string(), "2 passed, 0 failed");
        assert_eq!(count(2, 1, 0).without_checking().to_string(), "1 passed, 1 failed, 1 skipped");
    }
}

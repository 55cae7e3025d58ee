//! Adding up what different test runners report.

/// Checks that passed and failed. A stage without single tests (format, lints) counts as one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Count {
    pub(super) passed: usize,
    pub(super) failed: usize,
}

impl Count {
    pub(super) const ONE: Self = Self { passed: 1, failed: 0 };

    pub(super) fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// A line of `cargo test` that closes one binary: `test result: ok. 12 passed; 0 failed; …`.
    pub(super) fn of_cargo_line(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("test result: ")?;
        let before = |word: &str| rest.split(word).next()?.trim().rsplit(' ').next()?.parse().ok();
        Some(Self { passed: before(" passed")?, failed: before(" failed")? })
    }

    /// A closing line of Node's runner: `# pass 12`, in its other dress `ℹ pass 12`; likewise `fail` and `cancelled`.
    pub(super) fn of_node_line(line: &str) -> Option<Self> {
        let mut words = line.split_whitespace();
        let (Some("#" | "ℹ"), Some(word), Some(number), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return None;
        };
        let number = number.parse().ok()?;
        match word {
            "pass" => Some(Self { passed: number, failed: 0 }),
            "fail" | "cancelled" => Some(Self { passed: 0, failed: number }),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn runners_lines_are_read() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Count::of_cargo_line(cargo), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(Count::of_cargo_line("test a::b ... ok"), None);
        assert_eq!(Count::of_node_line("# pass 7"), Some(Count { passed: 7, failed: 0 }));
        assert_eq!(Count::of_node_line("ℹ fail 2"), Some(Count { passed: 0, failed: 2 }));
        assert_eq!(Count::of_node_line("ℹ duration_ms 2"), None);
        assert_eq!(Count::of_node_line("# pass the salt"), None);
    }
}

//! Whose answers are counted together.

/// A unit of a commune, or an office above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Its id is a commune's code: five digits.
    Commune,
    /// Any other id of the site: a department's desk, a province's centre.
    Above,
}

impl Tier {
    pub fn of(unit: &str) -> Self {
        if unit.len() == 5 && unit.bytes().all(|b| b.is_ascii_digit()) { Self::Commune } else { Self::Above }
    }
}

/// One row of a table of figures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    All,
    Tier(Tier),
    Unit(String),
    Counter {
        unit: String,
        counter: String,
    },
    Field(String),
    /// As a link names it: `1001193`.
    Procedure(String),
}

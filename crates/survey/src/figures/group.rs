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

/// How an answer came: figures never mix these silently.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// With a visit token, the first that brought it.
    Ticket,
    /// With a token that another answer had brought before.
    Reused,
    /// A code on a wall, or a link: nobody can say how often one person did.
    Poster,
    /// In a portal's page, by the page's own word.
    Portal,
}

impl Came {
    pub const ALL: [Self; 4] = [Self::Ticket, Self::Reused, Self::Poster, Self::Portal];

    /// Of the tier that a collector stored; what it does not know came by a poster.
    pub fn of(tier: &str) -> Self {
        match tier {
            "token" | "token-late" => Self::Ticket,
            "token-reused" => Self::Reused,
            "embed" => Self::Portal,
            _ => Self::Poster,
        }
    }

    /// For words: `ticket`, `reused`, `poster`, `portal`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Reused => "reused",
            Self::Poster => "poster",
            Self::Portal => "portal",
        }
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
    Came(Came),
}

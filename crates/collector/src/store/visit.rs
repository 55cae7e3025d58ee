//! How an answer came, and which tokens were used.

/// Kept with each revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tier {
    /// With a visit token, as its first answer.
    Token,
    /// The same, after the token's end: a phone had kept it.
    TokenLate,
    /// With a token that another answer had before.
    TokenReused,
    /// From the page, without a good token.
    Poster,
    /// From a portal that shows the page, without a good token.
    Embed,
}

impl Tier {
    pub fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::TokenLate => "token-late",
            Self::TokenReused => "token-reused",
            Self::Poster => "poster",
            Self::Embed => "embed",
        }
    }
}

/// A genuine token as it is remembered: keyed hashes, in hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub mark: String,
    /// Of this answer.
    pub holder: String,
    pub late: bool,
    /// Month (`2026-12`) after which nothing with this token counts any more.
    pub until: String,
}

/// What is remembered of a token: whose it is, and whether that one came late.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Bound {
    holder: String,
    late: bool,
}

impl Bound {
    /// The tier of an answer that brought the token. Its later revisions have that of the first.
    pub(super) fn tier(&self, visit: &Visit) -> Tier {
        match (self.holder == visit.holder, self.late) {
            (false, _) => Tier::TokenReused,
            (true, true) => Tier::TokenLate,
            (true, false) => Tier::Token,
        }
    }
}

//! How much of a stage is run: the share that CI has time for, or a piece of all of it. Tests learn it from the environment.

use std::process::Command;

/// What a stage is in `--long`.
#[derive(Debug, Clone, Copy)]
pub(in crate::test) enum Full {
    /// One piece, longer than in CI where `MC_LONG=1` makes it so.
    Both,
    /// Not in CI, where a smaller count is part of another stage. `counter` says how many in each piece, `MC_FROM` how many were
    /// before it, for the seeds.
    LongOnly { counter: &'static str, each: u32, pieces: u32 },
}

impl Full {
    pub(in crate::test) fn pieces(self) -> u32 {
        match self {
            Self::Both => 1,
            Self::LongOnly { pieces, .. } => pieces,
        }
    }

    /// Pieces are counted from 0.
    pub(in crate::test) fn piece(self, piece: u32) -> Share {
        Share(match self {
            Self::Both => vec![("MC_LONG", 1)],
            Self::LongOnly { counter, each, .. } => vec![(counter, each), ("MC_FROM", each * piece)],
        })
    }
}

/// Variables for the tests. None: the share of CI.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::test) struct Share(Vec<(&'static str, u32)>);

impl Share {
    pub(in crate::test) fn set(&self, command: &mut Command) {
        command.envs(self.0.iter().map(|(name, value)| (name, value.to_string())));
    }

    /// What has a long stage of its own is left to that.
    pub(super) fn is_ci(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_do_not_repeat_each_other() {
        let full = Full::LongOnly { counter: "MC_KILLS", each: 50, pieces: 4 };
        assert_eq!(full.piece(3), Share(vec![("MC_KILLS", 50), ("MC_FROM", 150)]));
        assert_eq!(Full::Both.piece(0), Share(vec![("MC_LONG", 1)]));
        assert!(Share::default().is_ci() && !Full::Both.piece(0).is_ci());
    }
}

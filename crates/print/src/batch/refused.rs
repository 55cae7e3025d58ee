//! Why a place gets no poster.

use mot_cua_contract::Mistake;

use crate::poster::{Part, Wrong};
use crate::proof::Unread;

#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// Nobody says where the page is.
    NoBase,
    Unprintable(Wrong),
    Unread(Unread),
    /// Modules of so many millimetres.
    Fine(f32),
    /// A code of so many millimetres, to be scanned from so many centimetres.
    Far {
        side: f32,
        distance: u16,
    },
}

impl Refused {
    /// `None`: all of it.
    pub fn part(&self) -> Option<Part> {
        match self {
            Self::NoBase | Self::Unprintable(Wrong::Address) => Some(Part::Address),
            Self::Unprintable(Wrong::Nameless) => Some(Part::Office),
            Self::Unprintable(Wrong::Letter { part, .. } | Wrong::Long { part }) => Some(*part),
            Self::Unread(_) | Self::Fine(_) | Self::Far { .. } => None,
        }
    }

    /// `path`: where it was written.
    pub fn mistake(&self, path: String) -> Mistake {
        let (code, found, expected) = match self {
            Self::NoBase => (
                "no-base",
                "nothing".to_owned(),
                "the address of the page: fill in `địa chỉ trang`, or say --base https://…".to_owned(),
            ),
            Self::Unprintable(wrong) => ("unprintable", wrong.to_string(), expected(wrong).to_owned()),
            Self::Unread(unread) => (
                "unreadable",
                unread.to_string(),
                "a code that can be read: a smaller or simpler logo".to_owned(),
            ),
            Self::Fine(module) => (
                "too-small",
                format!("modules of {module:.2} mm"),
                "0.4 mm at least: a shorter address, or a larger sheet".to_owned(),
            ),
            Self::Far { side, distance } => (
                "too-small",
                format!("a code of {side:.0} mm, read from {side:.0} cm"),
                format!("one for {distance} cm: a larger sheet, or a smaller --distance"),
            ),
        };
        Mistake::error(code, path, found, expected)
    }
}

fn expected(wrong: &Wrong) -> &'static str {
    match wrong {
        Wrong::Letter { .. } => "Latin letters, with the marks of Vietnamese, and plain signs",
        Wrong::Long { .. } => "a shorter text, or a larger sheet",
        Wrong::Nameless => "the name of the office",
        Wrong::Address => "a shorter address",
    }
}

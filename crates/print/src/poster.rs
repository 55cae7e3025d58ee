//! What stands on one piece of paper, before anyone thinks of where.

use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use unicode_normalization::UnicodeNormalization;

use crate::font::Fonts;
use crate::logo::Logo;
use crate::sheet::Sheet;

/// The same words in each language of the site, the first one largest. Empty: not said.
pub type Lines = Vec<String>;

#[derive(Debug, Clone, PartialEq)]
pub struct Poster {
    pub sheet: Sheet,
    pub letters: Letters,
    pub purpose: Purpose,
    /// The ward or commune.
    pub office: Lines,
    /// The counter. Empty: the poster is for all of the office.
    pub desk: Lines,
    pub words: Words,
    /// What the code says.
    pub address: String,
    /// As a person types it.
    pub readable: String,
    pub level: Level,
    /// In the middle of the code, which is then drawn at level H.
    pub logo: Option<Logo>,
}

/// For whose eyes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Letters {
    #[default]
    Plain,
    /// A third larger, in the first language alone.
    Large,
}

/// What is said besides names.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Words {
    /// What the code is for.
    pub headline: Lines,
    /// What to do.
    pub how: Lines,
    /// With what.
    pub scan: Lines,
    /// "Or type this address:".
    pub or: Lines,
    /// That the phone must show the same address: against stickers that others put on top.
    pub same: Lines,
    /// Whom to call. Empty: nobody.
    pub call: Lines,
    /// That no name is asked for.
    pub free: Lines,
}

/// Which part of a poster cannot be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Office,
    Desk,
    Headline,
    Words,
    Call,
    Address,
}

/// Why a poster cannot be printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("the letter {} (U+{:04X}) is not in the font", .letter.escape_debug(), u32::from(*.letter))]
    Letter { part: Part, letter: char },
    #[error("the text is too long for this sheet")]
    Long { part: Part },
    #[error("the office has no name")]
    Nameless,
    #[error("the address is longer than a code holds")]
    Address,
}

impl Poster {
    /// Letters composed (`ê` + `̣` is `ệ`), every gap one blank, empty lines gone. A language that says the same as one
    /// before it is said once.
    #[must_use]
    pub fn clean(mut self) -> Self {
        let Words { headline, how, scan, or, same, call, free } = &mut self.words;
        for lines in [&mut self.office, &mut self.desk, headline, how, scan, or, same, call, free] {
            let mut clean: Lines = Vec::new();
            for line in lines.iter() {
                let composed: String = line.nfc().collect();
                let line = composed.split_whitespace().collect::<Vec<_>>().join(" ");
                if !line.is_empty() && !clean.contains(&line) {
                    clean.push(line);
                }
            }
            *lines = clean;
        }
        if self.logo.is_some() {
            self.level = Level::H;
        }
        self
    }

    /// # Errors
    /// The first letter that the font does not have, or a missing name.
    pub fn check(&self, fonts: &Fonts) -> Result<(), Wrong> {
        let Words { headline, how, scan, or, same, call, free } = &self.words;
        let readable = vec![self.readable.clone()];
        let parts = [
            (Part::Office, &self.office),
            (Part::Desk, &self.desk),
            (Part::Headline, headline),
            (Part::Words, how),
            (Part::Words, scan),
            (Part::Words, or),
            (Part::Words, same),
            (Part::Call, call),
            (Part::Words, free),
            (Part::Address, &readable),
        ];
        for (part, lines) in parts {
            if let Some(letter) = lines.iter().find_map(|line| fonts.lacks(line)) {
                return Err(Wrong::Letter { part, letter });
            }
        }
        if self.office.is_empty() { Err(Wrong::Nameless) } else { Ok(()) }
    }
}

//! A sheet to look at, and the settings of one moment that all of them are drawn with.

use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use mot_cua_print::{Fonts, Job, Logo, Page, Poster, Refused, Wording, pages};

use super::judged::Good;
use super::paper::{Paper, Tongue};

/// All that drawing needs, of the rows and settings of one moment.
pub(crate) struct Press {
    pub(crate) fonts: Fonts,
    wording: Wording,
    base: Option<String>,
    pub(super) paper: Paper,
    logo: Option<Logo>,
}

pub(crate) const SVG: &str = "image/svg+xml";

impl Press {
    /// `base`: where no row has its own. `None`: the font of this program was damaged.
    pub(crate) fn new(paper: &Paper, base: Option<String>, logo: Option<Logo>) -> Option<Self> {
        let vietnamese = ["vi".to_owned()];
        let mut wording = Wording::own((paper.tongue == Tongue::Vietnamese).then_some(&vietnamese[..]));
        for (lang, words) in paper.words.iter() {
            wording.say(lang, words.clone());
        }
        Some(Self { fonts: Fonts::new().ok()?, wording, base, paper: paper.clone(), logo })
    }

    pub(super) fn job(&self) -> Job<'_> {
        Job {
            fonts: &self.fonts,
            wording: &self.wording,
            base: self.base.as_deref(),
            sheet: self.paper.sheet,
            letters: self.paper.letters,
            purposes: self.paper.purposes.clone(),
            logo: self.logo.clone(),
            level: Level::H,
            distance: self.paper.distance,
            copies: self.paper.copies,
        }
    }

    /// One sheet to look at; `posters` are those that stand on it.
    ///
    /// # Errors
    /// Why it is not printed.
    pub(crate) fn look(&self, posters: &[(&Good, Purpose)]) -> Result<Page, Refused> {
        let job = self.job();
        let posters = posters.iter().map(|(one, purpose)| job.poster(&one.entry, *purpose));
        let posters: Vec<Poster> = posters.collect::<Result<_, _>>()?;
        let laid = pages(&posters, &self.fonts).map_err(|(_, wrong)| Refused::Unprintable(wrong))?;
        laid.into_iter().next().ok_or(Refused::NoBase)
    }

    /// The sheet that says: scan this before printing more.
    ///
    /// # Errors
    /// Why it is not printed.
    pub(crate) fn front(&self, posters: &[(&Good, Purpose)]) -> Result<Page, Refused> {
        let job = self.job();
        let posters = posters.iter().map(|(one, purpose)| job.poster(&one.entry, *purpose));
        let posters: Vec<Poster> = posters.collect::<Result<_, _>>()?;
        let sample = posters.first().ok_or(Refused::NoBase)?;
        job.front(sample, posters.iter()).map_err(Refused::Unprintable)
    }
}

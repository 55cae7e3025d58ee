//! A sheet to look at, and the settings of one moment that all of them are drawn with.

use std::rc::Rc;

use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use mot_cua_print::{Fonts, Job, Logo, Page, Part, Poster, Refused, Wording, pages};

use super::judged::Good;
use super::paper::{Paper, Tongue};

/// All that drawing needs, of the rows and settings of one moment.
pub(crate) struct Press {
    pub(crate) fonts: Rc<Fonts>,
    wording: Wording,
    base: Option<String>,
    pub(super) paper: Paper,
    logo: Option<Logo>,
}

pub(crate) const SVG: &str = "image/svg+xml";

impl Press {
    /// `base`: where no row has its own.
    pub(crate) fn new(fonts: Rc<Fonts>, paper: &Paper, base: Option<String>, logo: Option<Logo>) -> Self {
        let vietnamese = ["vi".to_owned()];
        let mut wording = Wording::own((paper.tongue == Tongue::Vietnamese).then_some(&vietnamese[..]));
        for (lang, words) in paper.words.iter() {
            wording.say(lang, words.clone());
        }
        Self { fonts, wording, base, paper: paper.clone(), logo }
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

    /// Whether a row's own words have letters that can be printed. Where the page is, and what is said on all sheets, is told
    /// elsewhere.
    ///
    /// # Errors
    /// The first that does not.
    pub(crate) fn check(&self, one: &Good) -> Result<(), Refused> {
        let job = self.job();
        let Some(purpose) = job.purposes(&one.entry).first() else { return Ok(()) };
        let Ok(poster) = job.poster(&one.entry, *purpose) else { return Ok(()) };
        match poster.check(&self.fonts).map_err(Refused::Unprintable) {
            Err(refused) if matches!(refused.part(), Some(Part::Office | Part::Desk | Part::Call)) => {
                Err(refused)
            }
            _ => Ok(()),
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

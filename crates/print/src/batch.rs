//! From a list of places to the sheets of a file: a poster for each place and purpose, laid out, drawn, and its code read again.

mod entry;
mod refused;
mod wording;

use mot_cua_contract::{Place, Purpose};
use mot_cua_link::draw::Level;

use crate::font::Fonts;
use crate::logo::Logo;
use crate::page::{Page, Printed};
use crate::poster::{Letters, Poster, Wrong};
use crate::proof::proof;
use crate::sheet::{Sheet, begin, pages};
pub use entry::{Entry, by_unit};
pub use refused::Refused;
pub use wording::{NotWords, Packs, WORDS, Wording};

/// What is asked for all places.
#[allow(missing_debug_implementations, reason = "fonts")]
pub struct Job<'a> {
    pub fonts: &'a Fonts,
    pub wording: &'a Wording,
    /// Address of the page. `None`: every place must have its own.
    pub base: Option<&'a str>,
    pub sheet: Sheet,
    pub letters: Letters,
    /// Where the place does not say.
    pub purposes: Vec<Purpose>,
    pub logo: Option<Logo>,
    pub level: Level,
    /// From how far the codes are scanned, in centimetres. `None`: whatever the sheet gives.
    pub distance: Option<u16>,
    /// Stickers of each code.
    pub copies: u8,
}

/// A poster whose code was read again.
#[derive(Debug)]
pub struct Made {
    pub poster: Poster,
    pages: Vec<Page>,
    /// `04795-1-rate`.
    name: String,
}

/// Hand-held, and on a wall, in millimetres (docs/posters.md).
const LEAST_MODULE: f32 = 0.4;

impl Job<'_> {
    /// A code each.
    pub fn purposes<'b>(&'b self, entry: &'b Entry) -> &'b [Purpose] {
        if entry.purposes.is_empty() { &self.purposes } else { &entry.purposes }
    }

    /// As data, not laid out yet.
    ///
    /// # Errors
    /// [`Refused::NoBase`].
    pub fn poster(&self, entry: &Entry, purpose: Purpose) -> Result<Poster, Refused> {
        let base = entry.base.as_deref().or(self.base).ok_or(Refused::NoBase)?;
        let place = Place { purpose: Some(purpose), ..entry.place.clone() };
        let languages = self.wording.languages();
        let (office, desk) = (entry.office(languages), entry.desk(languages));
        let plain = base.strip_prefix("https://").unwrap_or(base).trim_end_matches('/');
        let poster = Poster {
            sheet: self.sheet,
            letters: self.letters,
            purpose,
            words: self.wording.words(purpose, entry.phone.as_deref(), (&office, &desk)),
            office,
            desk,
            address: mot_cua_link::url(base, &place, None),
            readable: format!("{plain}/{}", mot_cua_link::write(&place, None)),
            level: self.level,
            logo: self.logo.clone(),
        };
        Ok(poster.clean())
    }

    /// Laid out, drawn, read again.
    ///
    /// # Errors
    /// Why it is not printed.
    pub fn make(&self, entry: &Entry, purpose: Purpose) -> Result<Made, Refused> {
        let poster = self.poster(entry, purpose)?;
        let pages = pages(std::slice::from_ref(&poster), self.fonts)
            .map_err(|(_, wrong)| Refused::Unprintable(wrong))?;
        for page in &pages {
            proof(page).map_err(Refused::Unread)?;
            for code in page.codes() {
                self.measure(&code)?;
            }
        }
        let name = format!("{}-{}", entry.place.desk(), purpose.word());
        Ok(Made { poster, pages, name })
    }

    /// A code is read from ten times its width (docs/posters.md).
    fn measure(&self, code: &Printed) -> Result<(), Refused> {
        if code.module < LEAST_MODULE {
            return Err(Refused::Fine(code.module));
        }
        match self.distance {
            // As many millimetres as the distance has centimetres.
            Some(distance) if code.side < f32::from(distance) => {
                Err(Refused::Far { side: code.side, distance })
            }
            _ => Ok(()),
        }
    }

    /// "Scan this before printing more", with the first poster's code.
    ///
    /// # Errors
    /// [`Wrong`], of the words.
    pub fn front<'b>(&self, sample: &Poster, all: impl Iterator<Item = &'b Poster>) -> Result<Page, Wrong> {
        let mut places: Vec<String> = all.map(title).collect();
        places.dedup();
        begin(&self.wording.begin(places), sample, self.fonts)
    }

    /// All sheets of a file and the name of each as a file of its own, [`Job::front`] before the others. Without a poster
    /// there is nothing.
    ///
    /// # Errors
    /// [`Wrong`], of the words of the first page.
    pub fn sheets(&self, made: Vec<Made>) -> Result<Vec<(String, Page)>, Wrong> {
        let Some(sample) = made.first() else { return Ok(Vec::new()) };
        let front = self.front(&sample.poster, made.iter().map(|one| &one.poster))?;
        let mut all = vec![("00".to_owned(), front)];
        // Stickers share pages, so they are laid out once more, together.
        if self.sheet == Sheet::Stickers {
            let posters = self.copied(made.into_iter().map(|one| one.poster));
            let pages = pages(&posters, self.fonts).map_err(|(_, wrong)| wrong)?;
            all.extend((1..).zip(pages).map(|(at, page): (usize, Page)| (format!("{at:02}"), page)));
        } else {
            let each = made
                .into_iter()
                .flat_map(|Made { name, pages, .. }| pages.into_iter().map(move |page| (name.clone(), page)));
            all.extend(
                (1..).zip(each).map(|(at, (name, page)): (usize, _)| (format!("{at:02}-{name}"), page)),
            );
        }
        Ok(all)
    }

    /// Every sticker as often as it is wanted.
    pub fn copied(&self, posters: impl Iterator<Item = Poster>) -> Vec<Poster> {
        let copies = if self.sheet == Sheet::Stickers { usize::from(self.copies) } else { 1 };
        posters.flat_map(|one| std::iter::repeat_n(one, copies)).collect()
    }
}

/// As the first page lists it.
fn title(poster: &Poster) -> String {
    let names = [poster.office.first(), poster.desk.first(), poster.words.headline.first()];
    names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

//! From places to files.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Context;
use mot_cua_contract::{Mistake, Purpose};
use mot_cua_link::draw::Level;
use mot_cua_print::{
    Fonts, Letters, Logo, Page, Part, Poster, Sheet, Wrong, begin, pages, pdf, png, proof, svg,
};

use super::entry::Entry;
use super::words::Wording;

/// What is asked for.
#[allow(missing_debug_implementations, reason = "fonts")]
pub(super) struct Job<'a> {
    pub(super) fonts: &'a Fonts,
    pub(super) wording: &'a Wording,
    /// Address of the page. `None`: every row must have its own.
    pub(super) base: Option<&'a str>,
    pub(super) sheet: Sheet,
    pub(super) letters: Letters,
    pub(super) purposes: Vec<Purpose>,
    pub(super) logo: Option<Logo>,
    pub(super) level: Level,
    /// Centimetres.
    pub(super) distance: Option<u16>,
    pub(super) copies: u8,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Output {
    /// One a unit.
    Pdf,
    OnePdf,
    Svg,
    /// Dots an inch.
    Png(u16),
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) codes: usize,
    pub(super) files: usize,
    pub(super) mistakes: Vec<Mistake>,
}

/// The sheets of one file.
#[derive(Default)]
struct Bundle {
    posters: Vec<Poster>,
    pages: Vec<Page>,
    /// `04795-1-rate`, beside each poster.
    names: Vec<String>,
    mistakes: Vec<Mistake>,
}

/// Hand-held, and on a wall, in millimetres (docs/posters.md).
const LEAST_MODULE: f32 = 0.4;

impl Job<'_> {
    /// A file or a folder for each unit, in the order of the list.
    pub(super) fn write(&self, entries: Vec<Entry>, out: &Path, output: Output) -> anyhow::Result<Written> {
        fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
        let units = match output {
            Output::OnePdf => vec![("posters".to_owned(), entries)],
            _ => by_unit(entries),
        };
        let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let work = || {
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some((name, entries)) = units.get(at) else { break };
                let made = self.unit(entries, &out.join(name), output);
                done.lock().unwrap_or_else(PoisonError::into_inner).push((at, made));
            }
        };
        thread::scope(|scope| {
            for _ in 1..thread::available_parallelism().map_or(1, usize::from) {
                scope.spawn(work);
            }
            work();
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_by_key(|(at, _)| *at);
        let mut all = Written::default();
        for (_, made) in done {
            let made = made?;
            all.codes += made.codes;
            all.files += made.files;
            all.mistakes.extend(made.mistakes);
        }
        Ok(all)
    }

    /// `path` is the file without its ending, or the folder.
    fn unit(&self, entries: &[Entry], path: &Path, output: Output) -> anyhow::Result<Written> {
        let mut bundle = Bundle::default();
        for entry in entries {
            self.add(entry, &mut bundle);
        }
        let mut written = Written { mistakes: bundle.mistakes, codes: bundle.posters.len(), files: 0 };
        let Some(sample) = bundle.posters.first() else { return Ok(written) };
        let mut places: Vec<String> = bundle.posters.iter().map(title).collect();
        places.dedup();
        let front =
            begin(&self.wording.begin(places), sample, self.fonts).context("the words of the first page")?;
        // Stickers share pages, so they are laid out once more, together.
        let rest = if self.sheet == Sheet::Stickers {
            let copies = usize::from(self.copies);
            let posters = bundle.posters.iter().flat_map(|one| std::iter::repeat_n(one, copies));
            let posters: Vec<Poster> = posters.cloned().collect();
            pages(&posters, self.fonts).map_err(|(_, wrong)| wrong)?
        } else {
            bundle.pages
        };
        let all: Vec<Page> = std::iter::once(front).chain(rest).collect();
        if matches!(output, Output::Pdf | Output::OnePdf) {
            let lang = self.wording.languages.first().map_or("vi", String::as_str);
            let title = sample.office.first().map_or("", String::as_str);
            keep(&path.with_extension("pdf"), &pdf(&all, self.fonts, title, lang))?;
            written.files = 1;
            return Ok(written);
        }
        fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))?;
        for (at, page) in all.iter().enumerate() {
            let name = bundle.names.get(at.wrapping_sub(1)).filter(|_| self.sheet != Sheet::Stickers);
            let name = name.map_or_else(|| format!("{at:02}"), |name| format!("{at:02}-{name}"));
            let (ending, bytes) = match output {
                Output::Png(dots) => ("png", png(page, self.fonts, dots)),
                _ => ("svg", svg(page, self.fonts).into_bytes()),
            };
            keep(&path.join(name).with_extension(ending), &bytes)?;
            written.files += 1;
        }
        Ok(written)
    }

    /// A poster a purpose; one that cannot be printed, or read again, is told and left out.
    fn add(&self, entry: &Entry, bundle: &mut Bundle) {
        let purposes = if entry.purposes.is_empty() { &self.purposes } else { &entry.purposes };
        for purpose in purposes {
            match self.poster(entry, *purpose) {
                Ok((poster, pages)) => {
                    bundle.pages.extend(pages);
                    bundle.names.push(format!("{}-{}", entry.place.desk(), purpose.word()));
                    bundle.posters.push(poster);
                }
                // The same cell is wrong for every purpose.
                Err(mistake) if bundle.mistakes.contains(&mistake) => {}
                Err(mistake) => bundle.mistakes.push(mistake),
            }
        }
    }

    fn poster(&self, entry: &Entry, purpose: Purpose) -> Result<(Poster, Vec<Page>), Mistake> {
        let Some(base) = entry.base.as_deref().or(self.base) else {
            let expected = "the address of the page: fill in `địa chỉ trang`, or say --base https://…";
            return Err(Mistake::error("no-base", entry.source(Some(Part::Address)), "nothing", expected));
        };
        let place = mot_cua_contract::Place { purpose: Some(purpose), ..entry.place.clone() };
        let (office, desk) = (entry.office(&self.wording.languages), entry.desk(&self.wording.languages));
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
        }
        .clean();
        let laid = pages(std::slice::from_ref(&poster), self.fonts);
        let laid = laid.map_err(|(_, wrong)| unprintable(entry, &wrong))?;
        for page in &laid {
            proof(page).map_err(|unread| {
                let expected = "a code that can be read: a smaller or simpler logo";
                Mistake::error("unreadable", entry.source(None), unread.to_string(), expected)
            })?;
            for code in page.codes() {
                self.measure(entry, &code)?;
            }
        }
        Ok((poster, laid))
    }

    /// A code is read from ten times its width (docs/posters.md).
    fn measure(&self, entry: &Entry, code: &mot_cua_print::Printed) -> Result<(), Mistake> {
        let small = |found: String, expected: &str| {
            Err(Mistake::error("too-small", entry.source(None), found, expected))
        };
        if code.module < LEAST_MODULE {
            return small(
                format!("modules of {:.2} mm", code.module),
                "0.4 mm at least: a shorter address, or a larger sheet",
            );
        }
        match self.distance {
            // As many millimetres as the distance has centimetres.
            Some(distance) if code.side < f32::from(distance) => small(
                format!("a code of {:.0} mm, read from {:.0} cm", code.side, code.side),
                &format!("one for {distance} cm: a larger sheet, or a smaller --distance"),
            ),
            _ => Ok(()),
        }
    }
}

fn unprintable(entry: &Entry, wrong: &Wrong) -> Mistake {
    let (part, expected) = match wrong {
        Wrong::Letter { part, .. } => {
            (Some(*part), "Latin letters, with the marks of Vietnamese, and plain signs")
        }
        Wrong::Long { part } => (Some(*part), "a shorter text, or a larger sheet"),
        Wrong::Nameless => (Some(Part::Office), "the name of the office"),
        Wrong::Address => (Some(Part::Address), "a shorter address"),
    };
    Mistake::error("unprintable", entry.source(part), wrong.to_string(), expected)
}

/// As the first page lists it.
fn title(poster: &Poster) -> String {
    let names = [poster.office.first(), poster.desk.first(), poster.words.headline.first()];
    names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
}

/// In the order in which units first appear.
fn by_unit(entries: Vec<Entry>) -> Vec<(String, Vec<Entry>)> {
    let mut units: Vec<(String, Vec<Entry>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for entry in entries {
        let at = *known.entry(entry.place.unit.clone()).or_insert(units.len());
        match units.get_mut(at) {
            Some((_, all)) => all.push(entry),
            None => units.push((entry.place.unit.clone(), vec![entry])),
        }
    }
    units
}

fn keep(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

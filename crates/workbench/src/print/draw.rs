//! From rows to files, in pieces, so that the page stays awake.

use std::io::{Cursor, Write as _};

use mot_cua_contract::Purpose;
use mot_cua_link::draw::Level;
use mot_cua_print::{Fonts, Job, Logo, Made, Page, Poster, Refused, Wording, by_unit, pages, pdf, png, svg};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::judged::{Good, Judged};
use super::paper::{Format, Paper, Tongue};

/// All that drawing needs, of the rows and settings of one moment.
pub(crate) struct Press {
    pub(crate) fonts: Fonts,
    wording: Wording,
    base: Option<String>,
    paper: Paper,
    logo: Option<Logo>,
}

/// A file to be downloaded.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Drawn {
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) bytes: Vec<u8>,
    /// Codes that were read again.
    pub(crate) codes: usize,
    pub(crate) sheets: usize,
    /// Rows that were left out, with what is wrong.
    pub(crate) refused: Vec<(usize, Refused)>,
}

/// Dots an inch: what a printer of an office has.
const DOTS: u16 = 300;
pub(crate) const SVG: &str = "image/svg+xml";
const PDF: &str = "application/pdf";
const ZIP: &str = "application/zip";

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

    fn job(&self) -> Job<'_> {
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

    /// All of it. `rest` is asked after each code and each sheet, with how many codes are done; false: stop.
    /// `None`: it was stopped, or there is nothing to draw.
    pub(crate) async fn draw(&self, judged: &Judged, rest: impl AsyncFn(usize) -> bool) -> Option<Drawn> {
        let job = self.job();
        let good: Vec<&Good> = judged.good.iter().collect();
        let units = if self.paper.format == Format::OnePdf {
            vec![("to-in-ma-qr".to_owned(), good)]
        } else {
            by_unit(good, |one| &one.entry.place)
        };
        let (mut drawn, mut files) = (Drawn::default(), Files::default());
        let mut asked = 0;
        for (unit, good) in units {
            let mut made: Vec<Made> = Vec::new();
            for one in good {
                for purpose in job.purposes(&one.entry) {
                    match job.make(&one.entry, *purpose) {
                        Ok(poster) => made.push(poster),
                        // The same is wrong for every purpose.
                        Err(refused) if drawn.refused.contains(&(one.row, refused.clone())) => {}
                        Err(refused) => drawn.refused.push((one.row, refused)),
                    }
                    asked += 1;
                    if !rest(asked).await {
                        return None;
                    }
                }
            }
            drawn.codes += made.len();
            let title = made.first().and_then(|one| one.poster.office.first().cloned()).unwrap_or_default();
            let sheets = match job.sheets(made) {
                Ok(sheets) => sheets,
                // The clerk's own words for the first sheet.
                Err(wrong) => {
                    let first = judged.good.first().map_or(0, |one| one.row);
                    drawn.refused.push((first, Refused::Unprintable(wrong)));
                    continue;
                }
            };
            drawn.sheets += sheets.len();
            if sheets.is_empty() {
                continue;
            }
            if matches!(self.paper.format, Format::Pdf | Format::OnePdf) {
                let pages: Vec<Page> = sheets.into_iter().map(|(_, page)| page).collect();
                files.add([&unit, ".pdf"].concat(), PDF, pdf(&pages, &self.fonts, &title, "vi"))?;
                continue;
            }
            for (name, page) in &sheets {
                let name = [&unit, "/", name].concat();
                if self.paper.format == Format::Png {
                    files.add([&name, ".png"].concat(), "image/png", png(page, &self.fonts, DOTS))?;
                } else {
                    files.add([&name, ".svg"].concat(), SVG, svg(page, &self.fonts).into_bytes())?;
                }
                if !rest(asked).await {
                    return None;
                }
            }
        }
        (drawn.name, drawn.kind, drawn.bytes) = files.done()?;
        Some(drawn)
    }
}

/// One file as it is; several in one archive.
#[derive(Default)]
enum Files {
    #[default]
    None,
    One(String, &'static str, Vec<u8>),
    Many(Box<ZipWriter<Cursor<Vec<u8>>>>),
}

impl Files {
    /// `None`: the archive cannot be written, which memory alone would forbid.
    fn add(&mut self, name: String, kind: &'static str, bytes: Vec<u8>) -> Option<()> {
        *self = match std::mem::take(self) {
            Self::None => Self::One(name, kind, bytes),
            Self::One(first, _, content) => {
                let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
                put(&mut zip, &first, &content)?;
                put(&mut zip, &name, &bytes)?;
                Self::Many(Box::new(zip))
            }
            Self::Many(mut zip) => {
                put(&mut zip, &name, &bytes)?;
                Self::Many(zip)
            }
        };
        Some(())
    }

    /// Name, kind, bytes; empty where there is no file. `None`: as above.
    fn done(self) -> Option<(String, &'static str, Vec<u8>)> {
        Some(match self {
            Self::None => Default::default(),
            Self::One(name, kind, bytes) => (name.replace('/', "-"), kind, bytes),
            Self::Many(zip) => ("to-in-ma-qr.zip".to_owned(), ZIP, zip.finish().ok()?.into_inner()),
        })
    }
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Option<()> {
    zip.start_file(name, SimpleFileOptions::default()).ok()?;
    zip.write_all(bytes).ok()
}

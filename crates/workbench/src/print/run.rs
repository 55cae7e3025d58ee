//! From rows to files, in pieces, so that the page stays awake.

use mot_cua_print::{Binder, Job, Made, Page, Refused, by_unit, png, svg};

use super::archive::Files;
use super::draw::{Press, SVG};
use super::judged::{Good, Judged};
use super::paper::Format;

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

/// `rest` is asked after each code and each sheet, with how many codes are done; false: stop.
/// `None`: it was stopped, or the memory does not suffice.
pub(crate) async fn draw(press: &Press, judged: &Judged, rest: impl AsyncFn(usize) -> bool) -> Option<Drawn> {
    let job = press.job();
    let good: Vec<&Good> = judged.good.iter().collect();
    let units = if press.paper.format == Format::OnePdf {
        vec![("to-in-ma-qr".to_owned(), good)]
    } else {
        by_unit(good, |one| &one.entry.place)
    };
    let mut run = Run { press, job: &job, rest, asked: 0, drawn: Drawn::default(), files: Files::default() };
    for (unit, good) in units {
        let first = good.first().map_or(0, |one| one.row);
        let made = run.make(good).await?;
        run.keep(&unit, first, made).await?;
    }
    let Run { mut drawn, files, .. } = run;
    (drawn.name, drawn.kind, drawn.bytes) = files.done()?;
    Some(drawn)
}

struct Run<'a, R> {
    press: &'a Press,
    job: &'a Job<'a>,
    rest: R,
    /// Codes that were tried.
    asked: usize,
    drawn: Drawn,
    files: Files,
}

impl<R: AsyncFn(usize) -> bool> Run<'_, R> {
    /// `None`: it was stopped.
    async fn rest(&self) -> Option<()> {
        (self.rest)(self.asked).await.then_some(())
    }

    fn refuse(&mut self, row: usize, refused: Refused) {
        // The same is wrong for every purpose.
        let refused = (row, refused);
        if !self.drawn.refused.contains(&refused) {
            self.drawn.refused.push(refused);
        }
    }

    async fn make(&mut self, good: Vec<&Good>) -> Option<Vec<Made>> {
        let mut made = Vec::new();
        for one in good {
            for purpose in self.job.purposes(&one.entry) {
                match self.job.make(&one.entry, *purpose) {
                    Ok(poster) => made.push(poster),
                    Err(refused) => self.refuse(one.row, refused),
                }
                self.asked += 1;
                self.rest().await?;
            }
        }
        Some(made)
    }

    /// The sheets of a unit, or of all of them; `first`: the first of their rows.
    async fn keep(&mut self, unit: &str, first: usize, made: Vec<Made>) -> Option<()> {
        let codes = made.len();
        let title = made.first().and_then(|one| one.poster.office.first().cloned()).unwrap_or_default();
        let sheets = match self.job.sheets(made) {
            Ok(sheets) => sheets,
            // The clerk's own words for the first sheet.
            Err(wrong) => {
                self.refuse(first, Refused::Unprintable(wrong));
                return Some(());
            }
        };
        if sheets.is_empty() {
            return Some(());
        }
        self.drawn.codes += codes;
        self.drawn.sheets += sheets.len();
        let fonts = &self.press.fonts;
        if matches!(self.press.paper.format, Format::Pdf | Format::OnePdf) {
            let mut binder = Binder::new(fonts);
            for (_, page) in &sheets {
                binder.add(page);
                self.rest().await?;
            }
            let lang = self.job.wording.languages().first().map_or("vi", String::as_str);
            return self.files.add([unit, ".pdf"].concat(), "application/pdf", binder.bind(&title, lang));
        }
        for (name, page) in &sheets {
            let (ending, kind, bytes) = self.picture(page);
            self.files.add([unit, "/", name, ending].concat(), kind, bytes)?;
            self.rest().await?;
        }
        Some(())
    }

    fn picture(&self, page: &Page) -> (&'static str, &'static str, Vec<u8>) {
        let fonts = &self.press.fonts;
        if self.press.paper.format == Format::Png {
            (".png", "image/png", png(page, fonts, DOTS))
        } else {
            (".svg", SVG, svg(page, fonts).into_bytes())
        }
    }
}

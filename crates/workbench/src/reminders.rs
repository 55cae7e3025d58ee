//! From a clerk's list of papers that run out to a calendar, cards, codes and letters: what `mot-cua remind` makes.

use std::io::{Cursor, Write as _};
use std::rc::Rc;

use mot_cua_catalogue::index::Index;
use mot_cua_catalogue::remind::{Entry, calendar};
use mot_cua_catalogue::ward::Date;
use mot_cua_contract::{Mistake, Place, Purpose, Site};
use mot_cua_sheets::reminders::{self, Made, wrong_rows};
use mot_cua_sheets::xlsform::Kind;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::bench::Bench;
use crate::browser;
use crate::browser::files::{self, XLSX};
use crate::prelude::*;

/// What the site knows, read once.
pub(crate) struct About {
    site: Site,
    index: Index,
}

/// What became of a list.
#[derive(Clone, Default)]
pub(crate) struct Outcome {
    pub(crate) name: String,
    pub(crate) heads: Vec<String>,
    pub(crate) made: Rc<Vec<Made>>,
    pub(crate) mistakes: Vec<Mistake>,
    /// Rows whose day has passed.
    pub(crate) past: Vec<usize>,
}

impl Outcome {
    pub(crate) fn wrong(&self) -> usize {
        wrong_rows(&self.mistakes)
    }
}

/// The state of the room.
#[derive(Clone, Copy)]
pub(crate) struct Reminders {
    /// `None`: not read yet, or the site cannot be read.
    pub(crate) about: RwSignal<Option<Rc<About>>>,
    /// `None`: no list was opened.
    pub(crate) outcome: RwSignal<Option<Outcome>>,
    /// Address that the codes begin with.
    pub(crate) base: RwSignal<String>,
    /// Of the unit whose page opens.
    pub(crate) unit: RwSignal<String>,
    /// The list that is open, to be read again for another unit or address.
    list: RwSignal<Option<(String, Rc<Vec<u8>>)>>,
}

impl Reminders {
    pub(crate) fn new() -> Self {
        Self {
            about: RwSignal::new(None),
            outcome: RwSignal::new(None),
            base: RwSignal::new(String::new()),
            unit: RwSignal::new(String::new()),
            list: RwSignal::new(None),
        }
    }

    /// Reads the site's name and its procedures, unless that was done.
    pub(crate) fn prepare(self, bench: Bench) {
        if self.about.with_untracked(Option::is_some) {
            return;
        }
        wasm_bindgen_futures::spawn_local(async move {
            match about().await {
                Some(about) => {
                    let base = about.site.url.clone().unwrap_or_else(files::origin);
                    self.base
                        .set([base.trim_end_matches('/'), about.site.base.trim_end_matches('/')].concat());
                    self.unit.set(about.site.units.first().map(|unit| unit.id.clone()).unwrap_or_default());
                    self.about.set(Some(Rc::new(about)));
                    self.make();
                }
                None => bench.say("remind.noSite", &[]),
            }
        });
    }

    /// Id and name of every unit.
    pub(crate) fn units(self, lang: &str) -> Vec<(String, String)> {
        let of = |about: &Option<Rc<About>>| {
            let units = about.iter().flat_map(|about| &about.site.units);
            units.map(|unit| (unit.id.clone(), unit.name.get(lang).to_owned())).collect()
        };
        self.about.with(of)
    }

    pub(crate) fn open(self, bench: Bench, name: &str, bytes: &[u8]) {
        self.list.set(Some((name.to_owned(), Rc::new(bytes.to_vec()))));
        self.make();
        if self.outcome.with_untracked(Option::is_some) {
            bench.say("said.opened", &[name]);
        }
    }

    /// The same list again, for what was changed beside it.
    pub(crate) fn make(self) {
        let (Some((name, bytes)), Some(about)) = (self.list.get_untracked(), self.about.get_untracked())
        else {
            return;
        };
        let place = Place { purpose: Some(Purpose::Look), ..Place::unit(self.unit.get_untracked()) };
        let base = self.base.get_untracked();
        let place = [base.trim_end_matches('/'), "/", &mot_cua_link::write(&place, None)].concat();
        self.outcome.set(Some(about.read(name, &bytes, &place)));
    }

    /// Everything in one folder, as `mot-cua remind` writes it.
    pub(crate) fn save_all(self, bench: Bench) {
        let both = self.about.get_untracked().zip(self.outcome.get_untracked());
        if let Some(bytes) = both.and_then(|(about, outcome)| about.folder(&outcome)) {
            bench.save_as("nhac-han.zip", "application/zip", &bytes);
        }
    }

    pub(crate) fn save_calendar(self, bench: Bench) {
        if let Some((about, outcome)) = self.about.get_untracked().zip(self.outcome.get_untracked()) {
            bench.save_as("reminders.ics", "text/calendar", about.calendar(&outcome).as_bytes());
        }
    }

    pub(crate) fn save_cards(self, bench: Bench) {
        if let Some((about, outcome)) = self.about.get_untracked().zip(self.outcome.get_untracked()) {
            bench.save_as("cards.html", "text/html", reminders::cards(&outcome.made, &about.site).as_bytes());
        }
    }

    pub(crate) fn save_letters(self, bench: Bench) {
        let outcome = self.outcome.get_untracked();
        if let Some(Ok(bytes)) = outcome.map(|outcome| reminders::letters(&outcome.heads, &outcome.made)) {
            bench.save_as("letters.xlsx", XLSX, &bytes);
        }
    }
}

/// An empty list, to be filled in.
pub(crate) fn save_template(bench: Bench) {
    if let Ok(bytes) = reminders::template() {
        bench.save_as("danh-sach.xlsx", XLSX, &bytes);
    }
}

async fn about() -> Option<About> {
    let site = Site::read(&files::of_site("site.json").await?).ok()?;
    let index = files::of_site("catalogue/index.json").await;
    Some(About { site, index: index.and_then(|text| Index::parse(&text)).unwrap_or_default() })
}

impl About {
    fn read(&self, name: String, bytes: &[u8], place: &str) -> Outcome {
        let Some(kind) = Kind::of(&name) else {
            let mistake = Mistake::error("unknown-file", "", &name, ".xlsx, .csv");
            return Outcome { name, mistakes: vec![mistake], ..Outcome::default() };
        };
        let read = reminders::read(kind, bytes, &|code| self.index.find(code).is_some());
        let title =
            |code: &str| self.index.find(code).map(|item| item.name("vi").unwrap_or(item.title).to_owned());
        let made: Vec<Made> =
            read.lines.iter().filter_map(|line| Made::of(line, &title, place).ok()).collect();
        let now = today();
        let past = made
            .iter()
            .filter(|one| Some(one.line.reminder.until) < now)
            .map(|one| one.line.number)
            .collect();
        Outcome { name, heads: read.heads, made: Rc::new(made), mistakes: read.mistakes, past }
    }

    fn calendar(&self, outcome: &Outcome) -> String {
        let entries: Vec<Entry> = outcome.made.iter().map(|one| one.entry(&self.site)).collect();
        today().map(|today| calendar(&entries, today)).unwrap_or_default()
    }

    /// `None`: the archive cannot be written, which memory alone would forbid.
    fn folder(&self, outcome: &Outcome) -> Option<Vec<u8>> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let mut file = |name: &str, bytes: &[u8]| -> Option<()> {
            zip.start_file(name, SimpleFileOptions::default()).ok()?;
            zip.write_all(bytes).ok()
        };
        file("reminders.ics", self.calendar(outcome).as_bytes())?;
        file("cards.html", reminders::cards(&outcome.made, &self.site).as_bytes())?;
        file("letters.xlsx", &reminders::letters(&outcome.heads, &outcome.made).ok()?)?;
        for one in outcome.made.iter() {
            file(&one.picture, one.svg.as_bytes())?;
        }
        Some(zip.finish().ok()?.into_inner())
    }
}

/// Today in Việt Nam, wherever the machine stands. `None`: its clock names no day.
fn today() -> Option<Date> {
    let (year, month, day) = browser::day_in_vietnam();
    Date::new(year, month, day)
}

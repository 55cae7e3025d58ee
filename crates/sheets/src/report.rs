//! The month's report as a workbook: the questionnaire's own table, counters, units in their order, twelve months, the code book.
//!
//! Rows of fewer than ten people are put together with others. A figure without data is an empty cell, never 0.

mod codes;
mod dossiers;
mod groups;
mod matrices;
mod months;
mod questions;
mod sheet;
mod summary;
mod words;

use std::path::Path;

use mot_cua_contract::Site;
use mot_cua_survey::figures::{FEW, Figure, Figures, Group, Series, Tally};
use rust_xlsxwriter::Workbook;

use crate::table::Error;
use words::Words;

pub use sheet::{Cell, Column, FIGURE, Look, Sheet};

/// What all sheets of one series are made from.
struct Part<'a> {
    figures: &'a Figures,
    site: &'a Site,
    lang: &'a str,
    words: Words,
    at: usize,
    series: &'a Series,
    /// Everybody who answered in the month.
    all: &'a Tally,
}

/// All tables of one survey, in the workbook's order.
#[derive(Debug)]
pub struct Chapter {
    /// Of the survey; its name where it has none.
    pub title: String,
    /// Of the survey's first index. `None`: it has none, no data, or fewer than ten people answered.
    pub index: Option<Figure>,
    /// `None`: fewer than ten.
    pub people: Option<u64>,
    pub sheets: Vec<Sheet>,
}

/// What the workbook says, before it is written; whoever prints it says the same. Empty: nobody answered. `lang`: `vi` or `en`;
/// names of the site in any language it has.
pub fn chapters(figures: &Figures, site: &Site, lang: &str) -> Vec<Chapter> {
    parts(figures, site, lang).map(|part| part.chapter()).collect()
}

/// The surveys that somebody answered.
fn parts<'a>(figures: &'a Figures, site: &'a Site, lang: &'a str) -> impl Iterator<Item = Part<'a>> {
    figures.series().iter().enumerate().filter_map(move |(at, series)| {
        let all = figures.tally(at, &Group::All, figures.month())?;
        Some(Part { figures, site, lang, words: Words::of(lang), at, series, all })
    })
}

/// Writes the workbook. `lang` as in [`chapters`].
///
/// # Errors
/// [`Error`].
pub fn write(path: &Path, figures: &Figures, site: &Site, lang: &str) -> Result<(), Error> {
    let mut book = Workbook::new();
    let words = Words::of(lang);
    let mut codes = Vec::new();
    for part in parts(figures, site, lang) {
        for sheet in part.sheets() {
            sheet.write(&mut book)?;
        }
        codes.extend(codes::rows(&part));
    }
    if book.worksheets().is_empty() {
        summary::nothing(&words, figures, site, lang).write(&mut book)?;
    }
    codes::sheet(&words, codes).write(&mut book)?;
    book.save(path)?;
    Ok(())
}

impl Part<'_> {
    fn chapter(&self) -> Chapter {
        let is_many = self.all.n >= FEW;
        let first = self.series.measures.first().filter(|_| is_many);
        Chapter {
            title: Some(self.words_of_survey())
                .filter(|title| !title.is_empty())
                .unwrap_or(&self.series.survey)
                .to_owned(),
            index: first.and_then(|measure| self.all.index(measure, &self.series.columns)),
            people: is_many.then_some(self.all.n),
            sheets: self.sheets(),
        }
    }

    fn sheets(&self) -> Vec<Sheet> {
        let sheets = [
            Some(summary::sheet(self)),
            Some(questions::sheet(self)),
            matrices::sheet(self),
            groups::counters(self),
            groups::units(self),
            groups::fields(self),
            groups::procedures(self),
            groups::ways(self),
            dossiers::sheet(self),
            Some(months::sheet(self)),
        ];
        sheets.into_iter().flatten().collect()
    }

    fn words_of_survey(&self) -> &str {
        self.series.title.as_ref().map_or("", |title| title.get(self.lang))
    }

    /// A sheet of this series, with what it is of above the table.
    fn sheet(&self, key: &'static str) -> Sheet {
        let about = vec![
            format!(
                "{} · {} {}",
                self.site.name.get(self.lang),
                self.words.get("month"),
                self.figures.month()
            ),
            format!("{} ({})", self.words_of_survey(), self.series.survey),
        ];
        let merged = self.site.merged.iter().map(|merged| {
            let today =
                self.site.unit(&merged.into).map_or(merged.into.as_str(), |unit| unit.name.get(self.lang));
            format!("{} {} {today}", merged.name.get(self.lang), self.words.get("merged"))
        });
        Sheet::new(key, &self.words, about.into_iter().chain(merged).collect())
    }
}

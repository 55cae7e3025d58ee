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
use mot_cua_survey::figures::{Figures, Group, Series, Tally};
use rust_xlsxwriter::Workbook;

use crate::table::Error;
use sheet::Sheet;
use words::Words;

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

/// Writes the workbook. `lang`: `vi` or `en`; names of the site in any language it has.
///
/// # Errors
/// [`Error`].
pub fn write(path: &Path, figures: &Figures, site: &Site, lang: &str) -> Result<(), Error> {
    let mut book = Workbook::new();
    let words = Words::of(lang);
    let (mut codes, mut empty) = (Vec::new(), true);
    for (at, series) in figures.series().iter().enumerate() {
        let Some(all) = figures.tally(at, &Group::All, figures.month()) else { continue };
        empty = false;
        let part = Part { figures, site, lang, words: Words::of(lang), at, series, all };
        let sheets = [
            Some(summary::sheet(&part)),
            Some(questions::sheet(&part)),
            matrices::sheet(&part),
            groups::counters(&part),
            groups::units(&part),
            groups::fields(&part),
            groups::procedures(&part),
            groups::ways(&part),
            dossiers::sheet(&part),
            Some(months::sheet(&part)),
        ];
        for sheet in sheets.into_iter().flatten() {
            sheet.write(&mut book)?;
        }
        codes.extend(codes::rows(&part));
    }
    if empty {
        summary::nothing(&words, figures, site, lang).write(&mut book)?;
    }
    codes::sheet(&words, codes).write(&mut book)?;
    book.save(path)?;
    Ok(())
}

impl Part<'_> {
    /// A sheet of this series, with what it is of above the table.
    fn sheet(&self, name: &str) -> Sheet {
        let title = self.series.title.as_ref().map_or("", |title| title.get(self.lang));
        let about = vec![
            format!(
                "{} · {} {}",
                self.site.name.get(self.lang),
                self.words.get("month"),
                self.figures.month()
            ),
            format!("{} ({})", title, self.series.survey),
        ];
        let merged = self.site.merged.iter().map(|merged| {
            let today =
                self.site.unit(&merged.into).map_or(merged.into.as_str(), |unit| unit.name.get(self.lang));
            format!("{} {} {today}", merged.name.get(self.lang), self.words.get("merged"))
        });
        Sheet::new(self.words.get(name), about.into_iter().chain(merged).collect())
    }
}

//! From a workbook to SurveyJS JSON.

pub(super) mod choices;
mod defaults;
mod expressions;
mod field;
mod group;
pub(super) mod kind;
mod limits;
mod look;
mod question;
mod register;
mod settings;
mod shape;

use serde_json::{Map, Value};

use super::book::{Book, Kind};
use super::finding::{Finding, Found, Place};
use super::heads::{CHOICES, Others, SETTINGS, SURVEY, Table};
use super::names::Names;
use choices::Lists;
pub(super) use group::{Depth, group};
pub(super) use question::{is_condition, question};
pub(super) use shape::value;

/// What a workbook says.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    /// SurveyJS's JSON, its members in a stable order.
    pub json: Value,
    /// What was left out, or is doubtful. No errors.
    pub findings: Vec<Finding>,
    /// JSON path → row, outer before inner.
    places: Vec<(String, Place)>,
}

impl Survey {
    /// The row that a path like `pages[0].elements[2].visibleIf` comes from. `None`: the file as a whole.
    pub fn place(&self, path: &str) -> Option<&Place> {
        let starts =
            |one: &str| path.strip_prefix(one).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        self.places.iter().rev().find(|(one, _)| starts(one)).map(|(_, place)| place)
    }
}

/// The survey's own members in a row of settings.
pub(super) fn settings(table: &Table) -> Map<String, Value> {
    settings::read(table, &mut Found::default()).members
}

/// What rows are read against.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) names: Names,
    pub(super) lists: Lists,
}

/// Reads a workbook.
///
/// # Errors
/// All that is wrong in it, and what is doubtful besides.
pub fn read(kind: Kind, bytes: &[u8]) -> Result<Survey, Vec<Finding>> {
    let mut found = Found::default();
    let book = Book::read(kind, bytes, &mut found);
    book.to_survey(found)
}

impl Book {
    /// # Errors
    /// As [`read`].
    pub fn survey(self) -> Result<Survey, Vec<Finding>> {
        self.to_survey(Found::default())
    }

    #[allow(clippy::wrong_self_convention, reason = "it uses the book up")]
    fn to_survey(self, mut found: Found) -> Result<Survey, Vec<Finding>> {
        if found.is_fatal() {
            return Err(found.all);
        }
        let survey = Table::of(self.survey, SURVEY, Others::Unknown, &mut found);
        let choices = Table::of(self.choices, CHOICES, Others::Own, &mut found);
        let settings = Table::of(self.settings, SETTINGS, Others::Unknown, &mut found);
        survey.needs("type", &mut found);
        survey.needs("name", &mut found);
        if !choices.rows.is_empty() {
            choices.needs("list_name", &mut found);
            choices.needs("name", &mut found);
        }
        if found.is_fatal() {
            return Err(found.all);
        }
        let mut names = register::names(&survey, &mut found);
        let settings = settings::read(&settings, &mut found);
        names.add_values(&settings.aside);
        let context = Context { lists: Lists::of(&choices, &mut found), names };
        let (json, places) = shape::survey(&survey, settings, &context, &mut found);
        if found.is_fatal() { Err(found.all) } else { Ok(Survey { json, findings: found.all, places }) }
    }
}

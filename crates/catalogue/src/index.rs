//! The compact index: what search and the lists need of every procedure, in one file (`catalogue/index.json`).
//!
//! Always derived from the records. Columns, not rows: codes beside codes and titles beside titles halve the bytes.

mod build;
mod columns;
mod forms;
mod lexicon;
mod lines;
mod prior;

use std::ops::Range;

use columns::Columns;
pub use columns::IndexError;
pub(crate) use lexicon::{Lexicon, Streams, Word, rarity};
use lines::Lines;

use crate::search::{Everyday, Said};
use mot_cua_contract::Pairs;

/// Items in order of field and code. Ready to be searched.
#[derive(Debug, Default)]
pub struct Index {
    columns: Columns,
    codes: Lines,
    titles: Lines,
    /// In the order of `columns.names`.
    names: Vec<Lines>,
    /// First item of each field, and the end.
    field_starts: Vec<usize>,
    pub(crate) lexicon: Lexicon,
    pub(crate) title_words: Streams,
    /// Keywords, form codes and names.
    pub(crate) other_words: Streams,
    /// The same, each phrase apart: other titles, as it were.
    phrases: Streams,
    /// The end of each item's phrases among them.
    phrase_ends: Vec<usize>,
    pub(crate) field_words: Streams,
    pub(crate) everyday: Everyday,
    /// What people say who look for another office, in the order of `columns.elsewhere`.
    pub(crate) elsewhere: Vec<Said>,
}

/// Whom a procedure is for. One that does not say is for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    Citizen,
    /// Foreigners, and Vietnamese who live abroad.
    Abroad,
    /// Enterprises, cooperatives, household businesses.
    Business,
    /// Other organisations and their staff.
    Organisation,
}

/// One procedure as the index knows it.
#[derive(Debug, Clone, Copy)]
pub struct Item<'a> {
    index: &'a Index,
    /// Its number in the index.
    pub at: usize,
    /// `1.001193`.
    pub code: &'a str,
    /// Official title, blanks collapsed.
    pub title: &'a str,
    pub field: &'a str,
    /// A ward's counter offers it.
    pub at_ward_counter: bool,
}

impl<'a> Item<'a> {
    /// What people call it in that language. `None`: only the title is known.
    pub fn name(&self, lang: &str) -> Option<&'a str> {
        let column = self.index.columns.names.keys().position(|tag| tag == lang)?;
        self.index.names.get(column)?.get(self.at).filter(|name| !name.is_empty())
    }
}

impl Index {
    /// How many procedures.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// `None`: no item has that number.
    pub fn item(&self, at: usize) -> Option<Item<'_>> {
        Some(Item {
            index: self,
            at,
            code: self.codes.get(at)?,
            title: self.titles.get(at)?,
            field: self.columns.fields.get(self.field_of(at)).map_or("", String::as_str),
            at_ward_counter: self.is_at_ward_counter(at),
        })
    }

    /// The item with that code.
    pub fn find(&self, code: &str) -> Option<Item<'_>> {
        (0..self.len()).find(|at| self.codes.get(*at) == Some(code)).and_then(|at| self.item(at))
    }

    /// Every field with the number of its procedures, in alphabetical order of the folded name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, usize)> {
        self.columns.fields.iter().zip(&self.columns.runs).map(|(name, count)| (name.as_str(), *count))
    }

    /// The items of the field at that place of [`Index::fields`]; none if there is no such place.
    pub fn in_field(&self, field: usize) -> Range<usize> {
        match (self.field_starts.get(field), self.field_starts.get(field + 1)) {
            (Some(start), Some(end)) => *start..*end,
            _ => 0..0,
        }
    }

    pub(crate) fn field_of(&self, at: usize) -> usize {
        self.field_starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    pub(crate) fn is_at_ward_counter(&self, at: usize) -> bool {
        self.columns.counter.as_bytes().get(at) == Some(&b'1')
    }

    pub(crate) fn is_for(&self, at: usize, who: Who) -> bool {
        let bits = self.columns.who.as_bytes().get(at).and_then(|b| char::from(*b).to_digit(16)).unwrap_or(0);
        bits == 0 || bits >> (who as u32) & 1 == 1
    }

    /// 0 … 9.
    pub(crate) fn prior(&self, at: usize) -> u32 {
        self.columns.prior.as_bytes().get(at).map_or(0, |b| u32::from(b.wrapping_sub(b'0')).min(9))
    }

    /// The phrases of an item, each as numbers of syllables.
    pub(crate) fn phrases(&self, at: usize) -> impl Iterator<Item = &[Word]> {
        let end = self.phrase_ends.get(at).copied().unwrap_or(0);
        let start = at.checked_sub(1).and_then(|before| self.phrase_ends.get(before)).copied().unwrap_or(0);
        (start..end).map(|phrase| self.phrases.get(phrase))
    }

    /// The name of another office, by its number.
    pub(crate) fn office(&self, number: usize) -> Option<&Pairs> {
        self.columns.elsewhere.get(number).map(|other| &other.office)
    }

    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.codes.get(at))
    }
}

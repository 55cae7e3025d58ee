//! The compact index: what search and the lists need of every procedure, in one file (`catalogue/index.json`).
//!
//! Always derived from the records. Columns, not rows: codes beside codes and titles beside titles halve the bytes.

mod build;
mod columns;
mod forms;
mod lexicon;
mod lines;

use std::ops::Range;

use columns::Columns;
pub use columns::IndexError;
pub(crate) use lexicon::{Lexicon, Streams, Word, rarity};
use lines::Lines;

use crate::search::Everyday;

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
    pub(crate) field_words: Streams,
    pub(crate) everyday: Everyday,
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

    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.codes.get(at))
    }
}

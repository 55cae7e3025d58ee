//! The index as it travels.

use std::fmt;

use mot_cua_contract::Pairs;
use mot_cua_contract::lean::FromJson;
use mot_cua_contract::{lean, lean_struct};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Index;
use super::lexicon::{Lexicon, Streams};
use super::lines::Lines;
use crate::search::{Everyday, Said};

/// Version of the file's shape.
pub(super) const VERSION: u32 = 2;

/// `catalogue/index.json`. A column is one text with a line an item, each ended by a line feed.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Columns {
    pub v: u32,
    pub fields: Vec<String>,
    /// How many items each field has, in the order of `fields`.
    pub runs: Vec<usize>,
    pub codes: String,
    pub titles: String,
    /// What people call it, phrases separated by semicolons.
    pub words: String,
    /// Codes of the forms to fill in, `CT01`.
    pub forms: String,
    /// Language tag → what people call it.
    pub names: Pairs,
    /// A character an item: `1` where a ward's counter offers it.
    pub counter: String,
    /// A digit an item: how likely it is asked for, before anybody asks (`prior.rs`).
    pub prior: String,
    /// A hexadecimal digit an item: bits of who may ask (`prior.rs`).
    pub who: String,
    /// Everyday and official words, see `search/everyday.rs`.
    pub everyday: Vec<String>,
    /// What other offices do.
    pub elsewhere: Vec<OfficeColumn>,
}

/// An office and what people say who look for it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeColumn {
    /// Language tag → name.
    pub office: Pairs,
    /// Phrases, separated by `|`.
    pub say: String,
}

lean_struct!(OfficeColumn { office: "office", say: "say" });

lean_struct!(Columns {
    v: "v",
    fields: "fields",
    runs: "runs",
    codes: "codes",
    titles: "titles",
    words: "words",
    forms: "forms",
    names: "names",
    counter: "counter",
    prior: "prior",
    who: "who",
    everyday: "everyday",
    elsewhere: "elsewhere",
});

/// Why a text is no index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndexError {
    /// Not JSON.
    NotJson { line: usize, column: usize },
    /// JSON, but no index.
    Shape,
    /// Made by another version of this program.
    Version { found: u32 },
    /// A column with more or fewer entries than there are procedures.
    Length { column: &'static str, found: usize, expected: usize },
}

impl fmt::Display for IndexError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(
                f,
                "catalogue index, line {line} column {column}: not JSON; build it again from the records"
            ),
            Self::Shape => {
                write!(f, "catalogue index: JSON of another shape; build it again from the records")
            }
            Self::Version { found } => {
                write!(
                    f,
                    "catalogue index: found version {found}, expected {VERSION}; build it again from the records"
                )
            }
            Self::Length { column, found, expected } => write!(
                f,
                "catalogue index, `{column}`: found {found} entries, expected {expected}; build it again from the records"
            ),
        }
    }
}

impl std::error::Error for IndexError {}

impl Index {
    /// The file's text.
    pub fn to_json(&self) -> String {
        // Strings, numbers and maps with string keys: serialising them cannot fail.
        serde_json::to_string(&self.columns).unwrap_or_default()
    }

    /// The page's reader: what [`Index::from_json`] reads, without a word on what is wrong.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_columns(Columns::from_json(&lean::parse(text)?)?).ok()
    }

    /// Reads the file and makes it searchable.
    ///
    /// # Errors
    /// Not an index, or one of another version.
    pub fn from_json(text: &str) -> Result<Self, IndexError> {
        let json: Value = serde_json::from_str(text)
            .map_err(|e| IndexError::NotJson { line: e.line(), column: e.column() })?;
        Self::from_columns(Columns::from_json(&json).ok_or(IndexError::Shape)?)
    }

    pub(super) fn from_columns(columns: Columns) -> Result<Self, IndexError> {
        if columns.v != VERSION {
            return Err(IndexError::Version { found: columns.v });
        }
        let codes = split(&columns.codes);
        let count = codes.len();
        let checked = |column, text: &str| {
            let lines = split(text);
            let found = lines.len();
            if found == count {
                Ok(lines)
            } else {
                Err(IndexError::Length { column, found, expected: count })
            }
        };
        let titles = checked("titles", &columns.titles)?;
        let words = checked("words", &columns.words)?;
        let forms = checked("forms", &columns.forms)?;
        let names =
            columns.names.values().map(|text| checked("names", text)).collect::<Result<Vec<_>, _>>()?;
        for (column, text) in
            [("counter", &columns.counter), ("prior", &columns.prior), ("who", &columns.who)]
        {
            if text.len() != count {
                return Err(IndexError::Length { column, found: text.len(), expected: count });
            }
        }
        let field_starts = starts(&columns.runs);
        let in_fields = field_starts.last().copied().unwrap_or(0);
        if in_fields != count || columns.runs.len() != columns.fields.len() {
            return Err(IndexError::Length { column: "runs", found: in_fields, expected: count });
        }

        let mut lexicon = Lexicon::default();
        let mut title_words = Streams::default();
        for title in titles.iter() {
            lexicon.read(title, &mut title_words);
            title_words.close();
        }
        lexicon.count(&title_words);
        let mut other_words = Streams::default();
        let mut phrases = Streams::default();
        let mut phrase_ends = Vec::with_capacity(count);
        for at in 0..count {
            let lines = [&words, &forms].into_iter().chain(&names).filter_map(|column| column.get(at));
            for phrase in lines.flat_map(|line| line.split(';')).filter(|phrase| !phrase.is_empty()) {
                lexicon.read(phrase, &mut other_words);
                lexicon.read(phrase, &mut phrases);
                phrases.close();
            }
            other_words.close();
            phrase_ends.push(phrases.len());
        }
        let mut field_words = Streams::default();
        for field in &columns.fields {
            lexicon.read(field, &mut field_words);
            field_words.close();
        }
        let everyday = Everyday::read(&columns.everyday);
        let elsewhere = columns.elsewhere.iter().map(|other| Said::read(&other.say)).collect();
        Ok(Self {
            columns,
            codes,
            titles,
            names,
            field_starts,
            lexicon,
            title_words,
            other_words,
            phrases,
            phrase_ends,
            field_words,
            everyday,
            elsewhere,
        })
    }
}

/// Every line ends with a line feed, so that one empty line and no line differ.
fn split(text: &str) -> Lines {
    text.split_terminator('\n').collect()
}

fn starts(runs: &[usize]) -> Vec<usize> {
    let mut at = 0_usize;
    let mut starts = vec![0];
    for run in runs {
        at = at.saturating_add(*run);
        starts.push(at);
    }
    starts
}

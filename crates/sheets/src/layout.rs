//! Which columns there are, and what each says of an answer.

use std::collections::{HashMap, HashSet};

use mot_cua_survey::{Kind, Question};
use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::archive::Archive;
use crate::cell::{Cell, key, same};
use crate::fixed::FIXED;
use crate::seen::{Part, Seen, comment_of};

/// Head of the last column: what no definition asks for, as JSON.
const OTHER: &str = "otherAnswers";

/// The columns of one export: what every answer has, then the questions of the surveys that were answered, by name across
/// their versions, then one column for all that no definition knows.
#[derive(Debug)]
pub struct Layout {
    columns: Vec<Column>,
    /// Answers that have a column.
    known: HashSet<String>,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) head: String,
    pub(crate) source: Source,
}

/// Where a column's value comes from.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Source {
    /// Number in [`FIXED`].
    Fixed(usize),
    /// The answer of that name.
    Answer(String),
    /// 1 where this value was chosen, 0 where others were, empty where the question was not answered.
    Choice(String, Value),
    /// One row of a matrix.
    Row(String, String),
    Other,
}

impl Layout {
    /// `seen` has looked over all answers that will be rows.
    pub fn of(archive: &Archive, seen: &Seen) -> Self {
        let mut layout = Self { columns: Vec::new(), known: HashSet::new() };
        let mut heads = HashSet::new();
        for (at, fixed) in FIXED.iter().enumerate() {
            layout.push(&mut heads, fixed.head.to_owned(), Source::Fixed(at));
        }
        for (name, choices) in questions(archive, seen) {
            layout.question(&mut heads, name, choices, seen);
        }
        layout.push(&mut heads, OTHER.to_owned(), Source::Other);
        layout
    }

    /// The first row.
    pub fn heads(&self) -> Vec<String> {
        self.columns.iter().map(|column| column.head.clone()).collect()
    }

    /// The row of one answer: as many cells as heads.
    pub fn row(&self, answer: &Answer) -> Vec<Cell> {
        self.columns.iter().map(|column| self.cell(&column.source, answer)).collect()
    }

    /// The column that shows this; none where the answers hold no such thing.
    pub(crate) fn head(&self, source: &Source) -> Option<&str> {
        self.columns.iter().find(|column| column.source == *source).map(|column| column.head.as_str())
    }

    fn cell(&self, source: &Source, answer: &Answer) -> Cell {
        match source {
            Source::Fixed(at) => FIXED.get(*at).map_or(Cell::Empty, |fixed| (fixed.get)(answer)),
            Source::Answer(name) => answer.value(name).map_or(Cell::Empty, Cell::of),
            Source::Choice(name, choice) => match answer.value(name) {
                None | Some(Value::Null) => Cell::Empty,
                Some(Value::Array(chosen)) => Cell::mark(chosen.iter().any(|one| same(one, choice))),
                Some(one) => Cell::mark(same(one, choice)),
            },
            Source::Row(name, row) => {
                answer.value(name).and_then(|rows| rows.get(row)).map_or(Cell::Empty, Cell::of)
            }
            Source::Other => self.other(answer),
        }
    }

    fn other(&self, answer: &Answer) -> Cell {
        let other = answer.given().filter(|(name, _)| !self.known.contains(*name));
        let other: Map<String, Value> = other.map(|(name, value)| (name.clone(), value.clone())).collect();
        if other.is_empty() { Cell::Empty } else { Cell::Text(Value::Object(other).to_string()) }
    }

    fn question(&mut self, heads: &mut HashSet<String>, name: &str, choices: Vec<Value>, seen: &Seen) {
        self.answer(heads, name.to_owned());
        for choice in choices {
            let head = [name, ".", &key(&choice)].concat();
            self.push(heads, head, Source::Choice(name.to_owned(), choice));
        }
        for part in seen.parts(name) {
            match part {
                Part::Comment => self.answer(heads, comment_of(name)),
                Part::Row(row) => {
                    let source = Source::Row(name.to_owned(), row.clone());
                    self.push(heads, [name, ".", row].concat(), source);
                }
            }
        }
    }

    fn answer(&mut self, heads: &mut HashSet<String>, name: String) {
        // A comment's name may be a question's as well.
        if self.known.insert(name.clone()) {
            self.push(heads, name.clone(), Source::Answer(name));
        }
    }

    /// No two columns share a head: a question may be called `rev`, or like another one's choice.
    fn push(&mut self, heads: &mut HashSet<String>, mut head: String, source: Source) {
        while !heads.insert(head.clone()) {
            head.insert_str(0, "answers.");
        }
        self.columns.push(Column { head, source });
    }
}

/// Names in the order in which the definitions have them, with the choices of those that take several.
fn questions<'a>(archive: &'a Archive, seen: &Seen) -> Vec<(&'a str, Vec<Value>)> {
    let mut order: Vec<(&str, Vec<Value>)> = Vec::new();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for version in archive.versions(|survey| seen.has(survey)) {
        for question in version.questions() {
            let place = *places.entry(&question.name).or_insert_with(|| {
                order.push((&question.name, Vec::new()));
                order.len() - 1
            });
            let Some((_, choices)) = order.get_mut(place) else { continue };
            for choice in several(question) {
                if !choices.iter().any(|known| same(known, choice)) {
                    choices.push(choice.clone());
                }
            }
        }
    }
    order
}

/// The values of a question that takes several of them.
pub(crate) fn several(question: &Question) -> impl Iterator<Item = &Value> {
    let choices = match &question.kind {
        Kind::Checkbox(checkbox) => checkbox.choices.as_slice(),
        _ => &[],
    };
    choices.iter().map(|choice| &choice.value)
}

//! The counters that one question needs.

use mot_cua_contract::Text;
use serde_json::Value;

use crate::expression::{Datum, number_of};
use crate::question::choice::{Choice, same};
use crate::question::{Kind, Question, is_empty};

/// A question as it is counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub question: String,
    pub title: Option<Text>,
    pub shape: Shape,
    /// What may be chosen; none of words.
    pub values: Vec<Choice>,
    /// Of a row of a matrix: name and title of that. `None`: a question of its own.
    pub matrix: Option<(String, Text)>,
    /// Where its counters begin: people who answered, then one of each value.
    pub(super) slot: usize,
}

/// What kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A rating: levels in their order. The same question on another scale is another column.
    Scale,
    One,
    Several,
    /// Only counted, never read.
    Words,
}

impl Column {
    pub(super) fn new(question: String, title: Option<Text>, shape: Shape, values: Vec<Choice>) -> Self {
        Self { question, title, shape, values, matrix: None, slot: 0 }
    }

    /// `None`: a kind of which there is nothing to count.
    pub(super) fn of(question: &Question) -> Option<Self> {
        let (shape, values) = match &question.kind {
            Kind::Rating(rating) => (Shape::Scale, rating.levels.clone()),
            Kind::Radiogroup(group) => (Shape::One, group.choices.clone()),
            Kind::Checkbox(boxes) => (Shape::Several, boxes.choices.clone()),
            Kind::Boolean(boolean) => {
                let choice =
                    |value: &Value, text: &Option<Text>| Choice { value: value.clone(), text: text.clone() };
                let (yes, no) =
                    (choice(&boolean.yes, &boolean.yes_text), choice(&boolean.no, &boolean.no_text));
                (Shape::One, vec![yes, no])
            }
            Kind::Comment(_) => (Shape::Words, Vec::new()),
            Kind::Text(_) => return None,
        };
        Some(Self::new(question.name.clone(), question.title.clone(), shape, values))
    }

    /// Counters.
    pub(super) fn width(&self) -> usize {
        self.values.len() + 1
    }

    /// Whether answers to `other` count in the same counters.
    pub(super) fn counts(&self, other: &Self) -> bool {
        let keys = |column: &Self| column.values.iter().map(Choice::key).collect::<Vec<_>>();
        self.question == other.question && self.shape == other.shape && keys(self) == keys(other)
    }

    /// The words of the question, else its name.
    pub fn words(&self, lang: &str) -> &str {
        let title = self.title.as_ref().map(|title| title.get(lang)).filter(|words| !words.is_empty());
        title.unwrap_or(&self.question)
    }

    /// Whether it is the question of that name, and its values are numbers that an index can compare.
    pub fn is_scale_of(&self, question: &str) -> bool {
        self.question == question && self.numbers().any(|number| !number.is_nan())
    }

    /// Its values as numbers; NaN where one is none.
    pub(super) fn numbers(&self) -> impl Iterator<Item = f64> {
        self.values.iter().map(|choice| number(&choice.value))
    }

    /// The counters that this answer raises; none where it answers nothing that the question offers.
    pub(super) fn hits(&self, value: &Value, hits: &mut Vec<usize>) -> bool {
        let before = hits.len();
        match self.shape {
            Shape::Words => {
                if value.as_str().is_some_and(|text| !text.trim().is_empty()) {
                    hits.push(self.slot);
                }
            }
            Shape::Several => {
                let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
                // In the order of the choices, so that none is counted twice.
                let chosen = |choice: &Choice| items.iter().any(|item| is_that(choice, item));
                let all = self.values.iter().enumerate().filter(|(_, choice)| chosen(choice));
                hits.extend(all.map(|(at, _)| self.slot + 1 + at));
                if hits.len() > before {
                    hits.push(self.slot);
                }
            }
            Shape::Scale | Shape::One => {
                if let Some(at) = self.values.iter().position(|choice| is_that(choice, value)) {
                    hits.extend([self.slot, self.slot + 1 + at]);
                }
            }
        }
        hits.len() > before
    }
}

/// A form's "5" is the level 5.
fn is_that(choice: &Choice, value: &Value) -> bool {
    if is_empty(value) || same(&choice.value, value) {
        return !is_empty(value);
    }
    value.is_string() && choice.value.is_number() && number(value).total_cmp(&number(&choice.value)).is_eq()
}

fn number(value: &Value) -> f64 {
    number_of(&Datum::from(value))
}

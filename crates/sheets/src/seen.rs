//! What a first look over the answers finds out, so that the columns stand before the first row is written.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::answer::Answer;
use crate::archive::Archive;

/// Columns that only the answers ask for. Whoever sends answers to an unknown version could otherwise ask for millions.
const MOST_PARTS: usize = 500;

/// SurveyJS keeps the words beside "other", and a question's comment, under the question's name and this.
const COMMENT: &str = "-Comment";

/// Surveys, parts of questions, and how many answers.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    pub answers: u64,
    surveys: BTreeSet<String>,
    parts: BTreeSet<(String, Part)>,
}

/// Something of a question that the definition does not name as a question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Of a matrix: one row, with a value of its own.
    Row(String),
    /// Words beside the choice.
    Comment,
}

impl Seen {
    /// Takes one answer into account.
    pub fn note(&mut self, archive: &Archive, answer: &Answer) {
        self.answers += 1;
        if let Some(survey) = answer.text("survey")
            && !self.surveys.contains(survey)
        {
            self.surveys.insert(survey.to_owned());
        }
        for (name, value) in answer.given() {
            if let Some(question) = commented(name).filter(|question| archive.asks(question)) {
                self.part(question, Part::Comment);
            }
            if let Value::Object(rows) = value
                && archive.asks(name)
            {
                for row in rows.keys() {
                    self.part(name, Part::Row(row.clone()));
                }
            }
        }
    }

    pub(crate) fn has(&self, survey: &str) -> bool {
        self.surveys.contains(survey)
    }

    pub(crate) fn parts(&self, question: &str) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |(of, _)| of == question).map(|(_, part)| part)
    }

    fn part(&mut self, question: &str, part: Part) {
        if self.parts.len() < MOST_PARTS {
            self.parts.insert((question.to_owned(), part));
        }
    }
}

/// The question whose words these are.
fn commented(name: &str) -> Option<&str> {
    name.strip_suffix(COMMENT)
}

pub(crate) fn comment_of(question: &str) -> String {
    [question, COMMENT].concat()
}

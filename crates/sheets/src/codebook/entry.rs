//! One line of the code book.

use crate::cell::Cell;

/// A column, a question or a value, without the versions in which it stands so. Texts in the code book's languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Entry {
    pub(super) column: String,
    pub(super) survey: String,
    pub(super) question: String,
    pub(super) kind: String,
    pub(super) text: Vec<String>,
    pub(super) value: String,
    pub(super) label: Vec<String>,
    pub(super) scale: String,
}

impl Entry {
    /// What stands together: all of one question, whatever the version.
    pub(super) fn place(&self) -> (String, String) {
        if self.question.is_empty() {
            // The columns of every answer, each by itself.
            return (String::new(), self.column.clone());
        }
        (self.survey.clone(), self.question.clone())
    }

    pub(super) fn cells(&self, langs: usize, versions: &[String]) -> Vec<Cell> {
        let text = |text: &String| if text.is_empty() { Cell::Empty } else { Cell::text(text) };
        let each = |words: &[String]| -> Vec<Cell> {
            (0..langs).map(|at| words.get(at).map_or(Cell::Empty, text)).collect()
        };
        let mut cells: Vec<Cell> = [&self.column, &self.survey, &self.question, &self.kind].map(text).into();
        cells.extend(each(&self.text));
        cells.push(text(&self.value));
        cells.extend(each(&self.label));
        cells.push(text(&self.scale));
        let count = if versions.is_empty() { Cell::Empty } else { Cell::Number(versions.len().into()) };
        cells.extend([count, text(&versions.join(" "))]);
        cells
    }
}

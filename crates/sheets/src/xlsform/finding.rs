//! What is doubtful in a workbook: a code, a place, and what the words about it need.

mod code;
mod words;

use std::fmt;

pub use code::{Code, Gravity};
pub use words::{Lang, Said};

/// One thing to mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    pub place: Place,
    /// By name: `value`, `meant`, `known` and the like. What resembles nothing has an empty `meant`.
    pub about: Vec<(&'static str, String)>,
}

impl Finding {
    pub fn gravity(&self) -> Gravity {
        self.code.gravity()
    }
}

/// `survey!G7 (relevant)`; nothing for the whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    pub sheet: String,
    /// From 1, as Excel counts; in a text file the line. `None`: the whole sheet.
    pub row: Option<usize>,
    /// `G`. Empty: the whole row.
    pub column: String,
    /// What the column's head says.
    pub head: String,
}

impl Place {
    pub(crate) fn sheet(name: &str) -> Self {
        Self { sheet: name.to_owned(), ..Self::default() }
    }

    pub(crate) fn cell(sheet: &str, row: usize, column: usize, head: &str) -> Self {
        Self { sheet: sheet.to_owned(), row: Some(row), column: letters(column), head: head.to_owned() }
    }

    pub(crate) fn row(sheet: &str, row: usize) -> Self {
        Self { sheet: sheet.to_owned(), row: Some(row), ..Self::default() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sheet)?;
        if let Some(row) = self.row {
            write!(f, "!{}{row}", self.column)?;
        }
        if self.head.is_empty() { Ok(()) } else { write!(f, " ({})", self.head) }
    }
}

/// 0 is A, 26 is AA.
pub(crate) fn letters(column: usize) -> String {
    let last =
        u32::try_from(column % 26).ok().and_then(|at| char::from_u32(u32::from(b'A') + at)).unwrap_or('?');
    let before = if column < 26 { String::new() } else { letters(column / 26 - 1) };
    before + last.encode_utf8(&mut [0; 4])
}

/// What was found so far.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) all: Vec<Finding>,
}

impl Found {
    pub(crate) fn add(&mut self, code: Code, place: Place, about: &[(&'static str, &str)]) {
        // A column filled down a thousand rows is told in the first hundred.
        if self.all.iter().filter(|finding| finding.code == code).count() < 100 {
            let about = about.iter().map(|(name, value)| (*name, short(value))).collect();
            self.all.push(Finding { code, place, about });
        }
    }

    pub(crate) fn is_fatal(&self) -> bool {
        self.all.iter().any(|finding| finding.gravity() == Gravity::Error)
    }
}

/// At most a line of it.
fn short(text: &str) -> String {
    match text.char_indices().nth(160) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The one of `known` that `name` was probably meant to be; empty where none resembles it.
pub(crate) fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let name = name.to_lowercase();
    let near = known.map(|one| (strsim::osa_distance(&name, &one.to_lowercase()), one));
    let most = name.chars().count().div_ceil(3);
    near.filter(|(far, _)| *far <= most).min().map_or_else(String::new, |(_, one)| one.to_owned())
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_as_in_excel() {
        let names = [0, 25, 26, 51, 52, 701, 702, 16_383].map(letters);
        assert_eq!(names, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}

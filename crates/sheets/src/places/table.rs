//! A list as it stands, before anyone judges its rows.

use mot_cua_contract::Mistake;

use super::{Column, HEADS};
use crate::heads::Heads;
use crate::promises::told;
use crate::xlsform::Kind;
use crate::xlsform::book::Sheet;
use crate::xlsform::finding::Found;

/// What a list holds of the columns of [`HEADS`].
#[derive(Debug, Default)]
pub struct Table {
    /// The number of each row, as Excel counts, and its cells.
    pub rows: Vec<(usize, [String; 9])>,
    /// What is wrong with the file, or with its heads.
    pub mistakes: Vec<Mistake>,
}

/// Reads the first sheet. Rows are as they are, right or wrong.
pub fn table(kind: Kind, bytes: &[u8]) -> Table {
    let mut table = Table::default();
    let Some((_, heads, rows)) = open(kind, bytes, &mut table.mistakes) else { return table };
    let row = |(number, cells): (usize, Vec<String>)| {
        let (office, desk) = (heads.words(Column::Office, &cells), heads.words(Column::Desk, &cells));
        let name = |names: &mot_cua_contract::Pairs, lang| names.get(lang).cloned().unwrap_or_default();
        let cell = |column| heads.cell(column, &cells).unwrap_or_default().to_owned();
        let all = [
            cell(Column::Unit),
            name(&office, "vi"),
            name(&office, "en"),
            cell(Column::Counter),
            name(&desk, "vi"),
            name(&desk, "en"),
            cell(Column::Phone),
            cell(Column::Purpose),
            cell(Column::Base),
        ];
        (number, all)
    };
    table.rows = rows.into_iter().map(row).collect();
    table
}

type Opened = (String, Heads<Column>, Vec<(usize, Vec<String>)>);

/// `None`: nothing of it can be read, and `mistakes` say why.
pub(super) fn open(kind: Kind, bytes: &[u8], mistakes: &mut Vec<Mistake>) -> Option<Opened> {
    let mut found = Found::default();
    let Sheet { name, rows } = Sheet::first(kind, bytes, &mut found);
    mistakes.extend(found.all.iter().map(told));
    let mut rows = rows.into_iter();
    let Some((number, heads)) = rows.next() else {
        if mistakes.is_empty() {
            let expected = ["a first row of heads: ", HEADS[0], ", ", HEADS[1], ", …"].concat();
            mistakes.push(Mistake::error("no-rows", name, "an empty sheet", expected));
        }
        return None;
    };
    let heads = Heads::read(&name, number, heads, mistakes);
    heads.has(Column::Unit).then(|| (name, heads, rows.collect()))
}

//! Expressions for cells.

use serde_json::{Map, Value};

use super::super::formula::{Tree, Where, in_survey, on_sheet, parse, tree};
use super::cells::Cells;

/// What a cell says for the expression in that member, which is then spelled as the reader spells it. `None`: none, or one that
/// a sheet cannot say.
pub(super) fn said(element: &mut Map<String, Value>, member: &str, at: Where) -> Option<String> {
    let tree = tree(element.get(member)?.as_str()?, at)?;
    let (cell, canonical) = both(&tree, at)?;
    element.insert(member.to_owned(), canonical.into());
    Some(cell)
}

pub(super) fn put(
    key: &'static str,
    element: &mut Map<String, Value>,
    member: &str,
    at: Where,
    cells: &mut Cells,
) {
    if let Some(cell) = said(element, member, at) {
        cells.put(key, cell);
    }
}

/// For the sheet, and as it comes back.
pub(super) fn both(tree: &Tree, at: Where) -> Option<(String, String)> {
    let cell = on_sheet(tree)?;
    let canonical = in_survey(&parse(&cell).ok()?, at).ok()?;
    Some((cell, canonical))
}

//! Matrices row by row: how many chose each column.

use mot_cua_contract::Text;
use mot_cua_survey::figures::{Column, FEW, Share};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

/// `None`: the survey has no matrix that somebody answered.
pub(super) fn sheet(part: &Part) -> Option<Sheet> {
    let words = &part.words;
    let columns = part.series.columns.iter().filter(|column| part.all.answered(column) > 0);
    let rows: Vec<(&Column, &Text)> =
        columns.filter_map(|column| Some((column, &column.matrix.as_ref()?.1))).collect();
    let most = rows.iter().map(|(column, _)| column.values.len()).max()?;
    let mut sheet = part.sheet("matrices");
    sheet.heads([(words.get("question"), 60.0)]);
    sheet.heads((0..most).map(|_| ("", 14.0)));
    sheet.heads([(words.get("n"), 10.0)]);
    let mut last = None;
    for (column, title) in rows {
        let head = (&column.matrix, &column.values);
        if last != Some(head) {
            let values = column.values.iter().map(|choice| Cell::text(choice.words(part.lang)));
            let blank = std::iter::repeat_n(Cell::Blank, most + 1);
            let heads = values.chain(blank).take(most + 1);
            sheet.row(Look::Strong, [Cell::text(title.get(part.lang))].into_iter().chain(heads));
            last = Some(head);
        }
        let n = part.all.answered(column);
        let name = Cell::text(column.words(part.lang));
        if n < FEW {
            sheet.row(Look::Plain, [name, Cell::text(words.get("few"))]);
            continue;
        }
        let counts = part.all.values(column).into_iter().map(|good| Cell::Part(Share { good, n }));
        let mut counts: Vec<Cell> = counts.collect();
        counts.resize(most, Cell::Blank);
        sheet.row(Look::Plain, [name].into_iter().chain(counts).chain([Cell::Count(n)]));
    }
    Some(sheet)
}

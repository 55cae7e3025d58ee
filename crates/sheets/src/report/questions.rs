//! The questionnaire's table: one line a question under its factor, one column a level.

use mot_cua_survey::figures::{Column, FEW, Measure, Share};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

pub(super) fn sheet(part: &Part) -> Sheet {
    let words = &part.words;
    let mut sheet = part.sheet("questions");
    let measured = |measure: &Measure| -> Vec<Column> {
        let names = measure.index.factors.iter().flat_map(|factor| &factor.questions);
        names
            .filter_map(|name| part.series.columns.iter().find(|column| column.is_scale_of(name)))
            .cloned()
            .collect()
    };
    let columns: Vec<Column> = part.series.measures.iter().flat_map(measured).collect();
    let most = columns.iter().map(|column| column.values.len()).max().unwrap_or_default();
    // The words of the first question's levels: a bank has the same for all of it.
    let first = columns.iter().find(|column| column.values.len() == most);
    let words_of =
        |column: &Column| -> Vec<_> { column.values.iter().map(|level| level.words(part.lang)).collect() };
    let levels = first.map_or_else(Vec::new, words_of);
    sheet.heads([(words.get("no"), 6.0), (words.get("question"), 70.0)]);
    sheet.heads(levels.iter().map(|level| (level.as_str(), 10.0)));
    sheet.heads([(words.get("satisfied"), 10.0)]);
    sheet.figure_heads(words, "value");
    if part.all.n < FEW {
        sheet.row(Look::Strong, [Cell::Blank, Cell::text(words.get("few"))]);
        return sheet;
    }
    let (mut number, mut last) = (0, levels);
    for measure in &part.series.measures {
        for (at, factor) in measure.index.factors.iter().enumerate() {
            if measure.index.factors.len() > 1 {
                let figure = part.all.factor(measure, at, &part.series.columns);
                let blank = vec![Cell::Blank; most + 1];
                let name = [Cell::Blank, Cell::text(part.series.factor_words(factor, part.lang))];
                sheet.row(Look::Strong, name.into_iter().chain(blank).chain([Cell::Figure(figure)]));
            }
            for name in &factor.questions {
                let Some(column) = part.series.columns.iter().find(|column| column.is_scale_of(name)) else {
                    continue;
                };
                // On another scale: what its levels are stands above it.
                let levels = words_of(column);
                if levels != last {
                    let words = levels.iter().map(|level| Cell::text(level.as_str()));
                    sheet.row(
                        Look::Strong,
                        [Cell::Blank, Cell::Blank].into_iter().chain(words).chain([Cell::Blank]),
                    );
                    last = levels;
                }
                number += 1;
                let head = [Cell::Count(number), Cell::text(column.words(part.lang))];
                let n = part.all.answered(column);
                if (1..FEW).contains(&n) {
                    sheet.row(Look::Plain, head.into_iter().chain([Cell::text(words.get("few"))]));
                    continue;
                }
                let share = part.all.at_least(column, measure.index.at_least);
                // Where nobody answered, nobody chose 0 times.
                let counts = part.all.values(column).into_iter().filter(|_| n > 0);
                let counts = counts.map(|good| Cell::Part(Share { good, n }));
                let mut counts: Vec<Cell> = counts.collect();
                counts.resize(most, Cell::Blank);
                let satisfied = if share.n > 0 { Cell::Count(share.good) } else { Cell::Blank };
                let tail = [satisfied, Cell::Figure(share.figure())];
                sheet.row(Look::Plain, head.into_iter().chain(counts).chain(tail));
            }
        }
    }
    sheet
}

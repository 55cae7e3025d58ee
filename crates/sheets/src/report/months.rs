//! The line over thirteen months.

use mot_cua_survey::figures::{FEW, Group, Point};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

pub(super) fn sheet(part: &Part) -> Sheet {
    let words = &part.words;
    let mut sheet = part.sheet("months");
    sheet.heads([(words.get("month"), 12.0)]);
    sheet.figure_heads(words, "value");
    sheet.heads([(words.get("what"), 44.0)]);
    for (month, point) in part.figures.line(part.at, &Group::All) {
        let (figure, says) = match point {
            Point::Figure(figure) if figure.n < FEW => (None, "few"),
            Point::Figure(figure) => (Some(figure), ""),
            Point::Break => (None, "break"),
            Point::NoData => (None, "noData"),
        };
        let says = if says.is_empty() { Cell::Blank } else { Cell::text(words.get(says)) };
        sheet.row(Look::Plain, [Cell::Month(month), Cell::Figure(figure), says]);
    }
    sheet
}

//! The line over thirteen months.

use mot_cua_survey::figures::{FEW, Group, Point};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

pub(super) fn sheet(part: &Part) -> Sheet {
    let words = &part.words;
    let mut sheet = part.sheet("months");
    sheet.heads(
        [("month", 12.0), ("value", 14.0), ("low", 10.0), ("high", 10.0), ("n", 12.0), ("what", 44.0)]
            .map(|(key, width)| (words.get(key), width)),
    );
    for (month, point) in part.figures.line(part.at, &Group::All) {
        let (figure, says) = match point {
            Point::Figure(figure) if figure.n < FEW => (None, "few"),
            Point::Figure(figure) => (Some(figure), ""),
            Point::Break => (None, "break"),
            Point::NoData => (None, "noData"),
        };
        let says = if says.is_empty() { Cell::Blank } else { Cell::text(words.get(says)) };
        let month = Cell::text(month.to_string());
        sheet.row(Look::Plain, [month].into_iter().chain(Cell::figure(figure)).chain([says]));
    }
    sheet
}

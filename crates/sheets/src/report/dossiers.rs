//! Early, on time, late, procedure by procedure, beside how content people were with it.

use mot_cua_survey::figures::{FEW, Figure, Group};

use super::Part;
use super::sheet::{Cell, Look, Sheet};

/// `None`: no counts were given.
pub(super) fn sheet(part: &Part) -> Option<Sheet> {
    let words = &part.words;
    let lines = part.figures.dossiers();
    if lines.is_empty() {
        return None;
    }
    let mut sheet = part.sheet("dossiers");
    sheet.heads(
        [
            ("unit", 34.0),
            ("procedure", 14.0),
            ("early", 12.0),
            ("onTime", 12.0),
            ("late", 12.0),
            ("inTime", 14.0),
        ]
        .map(|(key, width)| (words.get(key), width)),
    );
    sheet.heads([("value", 12.0), ("n", 10.0)].map(|(key, width)| (words.get(key), width)));
    let satisfied = |procedure: &String| -> Option<Figure> {
        let group = Group::Procedure(procedure.clone());
        part.figures.comparable(part.at, &group, part.figures.month()).filter(|figure| figure.n >= FEW)
    };
    for line in lines {
        let unit = part.site.unit(&line.unit).map_or(line.unit.as_str(), |unit| unit.name.get(part.lang));
        let in_time = line.in_time().figure().map_or(Cell::Blank, |figure| Cell::Percent(figure.value));
        let people = line.procedure.as_ref().and_then(satisfied);
        let people = people.map_or([Cell::Blank, Cell::Blank], |figure| {
            [Cell::Percent(figure.value), Cell::Count(figure.n)]
        });
        let head = [Cell::text(unit), Cell::text(line.procedure.as_deref().unwrap_or_default())];
        let counts = [line.early, line.on_time, line.late].map(Cell::Count);
        sheet.row(Look::Plain, head.into_iter().chain(counts).chain([in_time]).chain(people));
    }
    Some(sheet)
}

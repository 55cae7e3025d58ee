//! The rows as the printer understands them: which can be printed, and what is to mend beside each.

use std::rc::Rc;

use mot_cua_contract::{Mistake, Site, Text};
use mot_cua_print::{Entry, Refused};
use mot_cua_sheets::places;
use mot_cua_sheets::reminders::row_of;

use super::draw::Press;
use super::paper::{Paper, Row};

/// A row that can be printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Good {
    /// Its number from 0.
    pub(crate) row: usize,
    pub(crate) entry: Entry,
}

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Judged {
    pub(crate) good: Vec<Good>,
    /// In the order of the rows.
    pub(crate) mistakes: Vec<(usize, Mistake)>,
    /// Rows with letters that cannot be printed.
    pub(crate) refused: Vec<(usize, Refused)>,
    /// Rows whose place this site does not have.
    pub(crate) strange: Vec<usize>,
}

/// `site`: where the codes lead. `None`: not known.
pub(crate) fn judge(paper: &Paper, site: Option<&Site>) -> Judged {
    let rows = paper.rows.iter().map(|row: &Rc<Row>| row.cells.to_vec());
    let read = places::judge(rows);
    let good: Vec<Good> = read
        .lines
        .into_iter()
        .map(|line| {
            let entry = Entry {
                place: line.place,
                office: Text::Many(line.office),
                desk: Some(Text::Many(line.desk)),
                phone: line.phone,
                purposes: line.purposes,
                base: line.base,
            };
            Good { row: line.number.saturating_sub(1), entry: entry.completed(None) }
        })
        .collect();
    let strange = |one: &&Good| {
        let Some(site) = site.filter(|_| one.entry.base.is_none()) else { return false };
        let unit = site.unit(&one.entry.place.unit);
        let counter = one.entry.place.counter.as_deref();
        unit.is_none_or(|unit| counter.is_some_and(|counter| unit.counter(counter).is_none()))
    };
    let strange = good.iter().filter(strange).map(|one| one.row).collect();
    let row = |mistake: Mistake| Some((row_of(&mistake.path)?.checked_sub(1)?, mistake));
    let mistakes = read.mistakes.into_iter().filter_map(row).collect();
    Judged { good, mistakes, refused: Vec::new(), strange }
}

impl Judged {
    /// The same without the rows that have letters which cannot be printed.
    pub(crate) fn checked(mut self, press: &Press) -> Self {
        self.good.retain(|one| match press.check(one) {
            Ok(()) => true,
            Err(refused) => {
                self.refused.push((one.row, refused));
                false
            }
        });
        self
    }

    /// Rows that have to be mended, in order.
    pub(crate) fn wrong(&self) -> Vec<usize> {
        let mistakes = self.mistakes.iter().filter(|(_, one)| one.is_error()).map(|(row, _)| *row);
        let mut rows: Vec<usize> = mistakes.chain(self.refused.iter().map(|(row, _)| *row)).collect();
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    pub(crate) fn is_good(&self, row: usize) -> bool {
        self.good.binary_search_by_key(&row, |one| one.row).is_ok()
    }

    pub(crate) fn of(&self, row: usize) -> impl Iterator<Item = &Mistake> {
        self.mistakes.iter().filter(move |(at, _)| *at == row).map(|(_, mistake)| mistake)
    }
}

/// Rows of every unit of a site, and after it of every counter of it.
pub(crate) fn of_site(site: &Site) -> Vec<Rc<Row>> {
    let row = |unit: &mot_cua_contract::site::Unit, counter: Option<(&str, &Text)>| {
        let english = |name: &Text| match name {
            Text::Many(_) if name.has("en") => name.get("en").to_owned(),
            Text::One(_) | Text::Many(_) => String::new(),
        };
        let (id, desk, desk_en) = counter.map_or_else(Default::default, |(id, name)| {
            (id.to_owned(), name.get("vi").to_owned(), english(name))
        });
        let (office, office_en) = (unit.name.get("vi").to_owned(), english(&unit.name));
        let phone = unit.phone.clone().unwrap_or_default();
        let cells =
            [unit.id.clone(), office, office_en, id, desk, desk_en, phone, String::new(), String::new()];
        Rc::new(Row { from: None, cells })
    };
    let all = site.units.iter().flat_map(|unit| {
        let counters = unit.counters.iter().map(|one| Some((one.id.as_str(), &one.name)));
        std::iter::once(None).chain(counters).map(|counter| row(unit, counter)).collect::<Vec<_>>()
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::print::paper::Cell;

    #[test]
    fn a_bad_row_is_named_and_the_others_go_on() {
        let site = r#"{"v":1,"name":"x","units":[{"id":"04795","name":{"vi":"Xã A","en":"A"},"phone":"1",
            "counters":[{"id":"1","name":"Hộ tịch"}]}]}"#;
        let site = Site::read(site).unwrap();
        let mut paper = Paper { rows: of_site(&site), ..Paper::default() };
        assert_eq!(paper.rows[1].get(Cell::Desk), "Hộ tịch");
        let mut strange = Row::clone(&paper.rows[1]);
        strange.set(Cell::Counter, "2".to_owned());
        paper.rows.insert(1, Rc::default());
        paper.rows.push(Rc::new(strange));
        let judged = judge(&paper, Some(&site));
        assert_eq!(judged.good.iter().map(|one| one.row).collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!(judged.of(1).map(|one| one.code).collect::<Vec<_>>(), ["bad-unit", "no-name"]);
        assert_eq!(judged.strange, [3]);
        assert!(!judged.is_good(1) && judged.is_good(2));

        Rc::make_mut(&mut paper.rows[2]).set(Cell::Desk, "Quầy \u{202e}1".to_owned());
        let fonts = Rc::new(mot_cua_print::Fonts::new().unwrap());
        let press = Press::new(fonts, &paper, Some("https://x.vn".to_owned()), None);
        let judged = judge(&paper, None).checked(&press);
        assert!(!judged.is_good(2), "a sign that turns the direction of writing");
        assert_eq!(judged.wrong(), [1, 2]);
    }
}

//! A row being read.

use mot_cua_catalogue::fold::fold;
use mot_cua_contract::site::Unit;
use mot_cua_contract::{Mistake, Pairs, Place, Purpose, Site};
use mot_cua_link::write;

use super::Line;
use super::column::Column;
use crate::heads::{Column as _, Heads};
use crate::xlsform::finding;

/// No name of an office or a counter is longer; what is pasted by mistake is.
const MOST_NAME: usize = 160;
const MOST_PHONE: usize = 40;

pub(super) struct Row<'a> {
    pub(super) sheet: &'a str,
    /// As Excel counts.
    pub(super) number: usize,
    pub(super) heads: &'a Heads<Column>,
    pub(super) cells: &'a [String],
    pub(super) site: Option<&'a Site>,
    pub(super) mistakes: Vec<Mistake>,
}

impl Row<'_> {
    pub(super) fn line(&mut self) -> Line {
        let unit = self.unit();
        let counter = self.counter(&unit);
        let place = Place { counter, ..Place::unit(unit) };
        let office = self.name(Column::Office);
        if office.is_empty() && self.site.is_none() {
            self.error(
                "no-name",
                Column::Office,
                "nothing",
                "the name of the office, as it is called on its door",
            );
        }
        let phone = self.cell(Column::Phone).to_owned();
        if phone.chars().count() > MOST_PHONE {
            self.error("too-long", Column::Phone, &phone, "a telephone number");
        }
        Line {
            number: self.number,
            place,
            office,
            desk: self.name(Column::Desk),
            phone: Some(phone).filter(|phone| !phone.is_empty()),
            purposes: self.purposes(),
            base: self.base(),
            cells: self.places(),
            row: finding::Place::row(self.sheet, self.number).to_string(),
        }
    }

    /// Excel drops the zeros before a number, and commune codes have five digits.
    fn unit(&mut self) -> String {
        let said = self.cell(Column::Unit).to_uppercase();
        let digits = !said.is_empty() && said.bytes().all(|byte| byte.is_ascii_digit());
        let unit = if digits { format!("{said:0>5}") } else { said.clone() };
        if write(&Place::unit(unit.clone()), None).is_empty() {
            let expected = "the commune code of five digits, or the site's id: 2 to 12 letters and digits";
            self.error("bad-unit", Column::Unit, or_nothing(&said), expected);
        } else if let Some(site) = self.site
            && site.unit(&unit).is_none()
        {
            let ids: Vec<&str> = site.units.iter().take(20).map(|unit| unit.id.as_str()).collect();
            let expected = format!("the id of a unit of site.json: {}", ids.join(", "));
            self.error("unknown-unit", Column::Unit, &unit, &expected);
        }
        unit
    }

    fn counter(&mut self, unit: &str) -> Option<String> {
        let counter = Some(self.cell(Column::Counter).to_uppercase()).filter(|text| !text.is_empty())?;
        let place = Place { counter: Some(counter.clone()), ..Place::unit(unit.to_owned()) };
        let unit: Option<&Unit> = self.site.and_then(|site| site.unit(unit));
        if !write(&place, None).ends_with(&["-", &counter].concat()) {
            let expected = "1 to 4 letters and digits, like 1 or A12; the whole name belongs into tên quầy";
            self.error("bad-counter", Column::Counter, &counter, expected);
        } else if let Some(unit) = unit
            && unit.counter(&counter).is_none()
        {
            let ids: Vec<&str> = unit.counters.iter().map(|counter| counter.id.as_str()).collect();
            let expected = format!("the id of a counter of the unit: {}", ids.join(", "));
            self.error("unknown-counter", Column::Counter, &counter, &expected);
        }
        Some(counter)
    }

    fn name(&mut self, column: Column) -> Pairs {
        let names = self.heads.words(column, self.cells);
        if let Some((_, name)) = names.iter().find(|(_, name)| name.chars().count() > MOST_NAME) {
            let expected = format!("a name of at most {MOST_NAME} letters");
            self.error("too-long", column, &name.clone(), &expected);
        }
        names
    }

    fn purposes(&mut self) -> Vec<Purpose> {
        let said = self.cell(Column::Purpose).to_owned();
        let (purposes, unknown) = purposes(&said);
        for piece in unknown {
            let expected = "đánh giá, tra cứu, góp ý, or several of them with commas";
            self.error("unknown-purpose", Column::Purpose, piece, expected);
        }
        purposes
    }

    fn base(&mut self) -> Option<String> {
        let base = Some(self.cell(Column::Base).to_owned()).filter(|base| !base.is_empty())?;
        if let Err(mistake) = is_page(&base) {
            self.error("bad-base", Column::Base, &base, mistake);
        }
        Some(base)
    }

    /// Where each column's cell stands.
    fn places(&self) -> Vec<(Column, String)> {
        let each = Column::KNOWN.iter().filter_map(|(column, _)| {
            let (at, head) = self.heads.at(*column)?;
            Some((*column, finding::Place::cell(self.sheet, self.number, at, head).to_string()))
        });
        each.collect()
    }

    fn cell(&self, column: Column) -> &str {
        self.heads.cell(column, self.cells).unwrap_or_default()
    }

    pub(super) fn error(&mut self, code: &'static str, column: Column, found: &str, expected: &str) {
        let place = match self.heads.at(column) {
            Some((at, head)) => finding::Place::cell(self.sheet, self.number, at, head),
            None => finding::Place::row(self.sheet, self.number),
        };
        self.mistakes.push(Mistake::error(code, place.to_string(), found, expected));
    }
}

fn or_nothing(text: &str) -> &str {
    if text.is_empty() { "nothing" } else { text }
}

/// `đánh giá, tra cứu; góp ý`, and the pieces that mean none of these.
pub fn purposes(said: &str) -> (Vec<Purpose>, Vec<&str>) {
    let (mut purposes, mut unknown) = (Vec::new(), Vec::new());
    for piece in said.split([',', ';', '\n', '+']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let purpose = match fold(piece).as_str() {
            "danh gia" | "hai long" | "rate" | "rating" | "r" | "dr" => Purpose::Rate,
            "tra cuu" | "thu tuc" | "look" | "look up" | "l" | "dl" => Purpose::Look,
            "gop y" | "phan anh" | "feedback" | "say" | "s" | "ds" => Purpose::Say,
            _ => {
                unknown.push(piece);
                continue;
            }
        };
        if !purposes.contains(&purpose) {
            purposes.push(purpose);
        }
    }
    (purposes, unknown)
}

/// Whether codes can begin with it.
///
/// # Errors
/// What would be right.
pub fn is_page(base: &str) -> Result<(), &'static str> {
    let (scheme, rest) = base.split_once("://").unwrap_or_default();
    let web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split('/').next().unwrap_or_default();
    let plain = rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/:".contains(&byte));
    if web && !host.is_empty() && plain {
        Ok(())
    } else {
        Err("https:// and a host, perhaps a folder: https://danhgia.example.vn")
    }
}

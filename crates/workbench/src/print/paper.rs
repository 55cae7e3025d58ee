//! What is to be printed: places in rows, and how. Pure; kept on this machine as JSON.

use std::rc::Rc;

use mot_cua_contract::Purpose;
use mot_cua_print::{Letters, Packs, Sheet};
use serde_json::{Map, Value, json};

/// The columns of a row, as in `places::HEADS`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cell {
    Unit,
    Office,
    OfficeEn,
    Counter,
    Desk,
    DeskEn,
    Phone,
    Purposes,
    Base,
}

/// A unit or a counter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Its number in the list it came from. `None`: it was typed here.
    pub(crate) from: Option<usize>,
    pub(crate) cells: [String; 9],
}

/// What is made of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// One a unit.
    Pdf,
    OnePdf,
    Svg,
    Png,
}

/// What is said in which languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tongue {
    Both,
    Vietnamese,
}

/// All of it: a step back takes any of it back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Paper {
    pub(crate) rows: Vec<Rc<Row>>,
    /// Address of the page. `None`: nobody changed it, and it is where this page comes from.
    pub(crate) base: Option<String>,
    pub(crate) sheet: Sheet,
    pub(crate) format: Format,
    pub(crate) letters: Letters,
    pub(crate) tongue: Tongue,
    pub(crate) purposes: Vec<Purpose>,
    /// Centimetres. `None`: not asked for.
    pub(crate) distance: Option<u16>,
    pub(crate) copies: u8,
    /// Words that stand instead of ours.
    pub(crate) words: Rc<Packs>,
}

pub(crate) const SHEETS: [(Sheet, &str); 4] =
    [(Sheet::A4, "a4"), (Sheet::A5, "a5"), (Sheet::Tent, "tent"), (Sheet::Stickers, "stickers")];
pub(crate) const FORMATS: [(Format, &str); 4] =
    [(Format::Pdf, "pdf"), (Format::OnePdf, "one"), (Format::Svg, "svg"), (Format::Png, "png")];
pub(crate) const TONGUES: [(Tongue, &str); 2] = [(Tongue::Both, "both"), (Tongue::Vietnamese, "vi")];
pub(crate) const PURPOSES: [(Purpose, &str, &str); 3] =
    [(Purpose::Rate, "rate", "đánh giá"), (Purpose::Look, "look", "tra cứu"), (Purpose::Say, "say", "góp ý")];
/// Of each code.
pub(crate) const COPIES: [u8; 7] = [1, 2, 4, 8, 16, 40, 80];
/// Centimetres.
pub(crate) const DISTANCES: [u16; 4] = [25, 40, 60, 80];

impl Default for Paper {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            base: None,
            sheet: Sheet::A4,
            format: Format::Pdf,
            letters: Letters::Plain,
            tongue: Tongue::Both,
            purposes: vec![Purpose::Rate, Purpose::Look],
            distance: None,
            copies: 1,
            words: Rc::default(),
        }
    }
}

impl Row {
    pub(crate) fn get(&self, cell: Cell) -> &str {
        self.cells.get(cell as usize).map_or("", String::as_str)
    }

    pub(crate) fn set(&mut self, cell: Cell, text: String) {
        if let Some(old) = self.cells.get_mut(cell as usize) {
            *old = text;
        }
    }
}

/// The name of one of a few.
pub(crate) fn name<T: PartialEq>(of: &T, all: &[(T, &'static str)]) -> &'static str {
    all.iter().find(|(one, _)| one == of).map_or("", |(_, name)| name)
}

/// `None`: none has that name.
pub(crate) fn named<T: Copy>(name: &str, all: &[(T, &'static str)]) -> Option<T> {
    all.iter().find(|(_, one)| *one == name).map(|(one, _)| *one)
}

/// The same list with one more, or one fewer, in the order of [`PURPOSES`].
pub(crate) fn with(purposes: &[Purpose], purpose: Purpose, is_on: bool) -> Vec<Purpose> {
    let all = PURPOSES.map(|(one, ..)| one).into_iter();
    all.filter(|one| if *one == purpose { is_on } else { purposes.contains(one) }).collect()
}

/// As a cell of the list says it.
pub(crate) fn said(purposes: &[Purpose]) -> String {
    let all = PURPOSES.iter().filter(|(one, ..)| purposes.contains(one));
    all.map(|(.., words)| *words).collect::<Vec<_>>().join(", ")
}

impl Paper {
    pub(crate) fn to_json(&self) -> Value {
        let rows: Vec<Value> = self.rows.iter().map(|row| json!([row.from, row.cells])).collect();
        json!({
            "rows": rows,
            "base": self.base,
            "sheet": name(&self.sheet, &SHEETS),
            "format": name(&self.format, &FORMATS),
            "large": self.letters == Letters::Large,
            "tongue": name(&self.tongue, &TONGUES),
            "purposes": said(&self.purposes),
            "distance": self.distance,
            "copies": self.copies,
            "words": *self.words,
        })
    }

    /// What was kept by another version is taken as far as it is understood.
    pub(crate) fn of_json(kept: &Map<String, Value>) -> Self {
        let mut paper = Self::default();
        let text = |member: &str| kept.get(member).and_then(Value::as_str).unwrap_or_default();
        let number = |member: &str| kept.get(member).and_then(Value::as_u64);
        let rows = kept.get("rows").and_then(Value::as_array).into_iter().flatten();
        paper.rows = rows.filter_map(|row| serde_json::from_value(row.clone()).ok()).map(row).collect();
        paper.base = kept.get("base").and_then(Value::as_str).map(str::to_owned);
        paper.sheet = named(text("sheet"), &SHEETS).unwrap_or(paper.sheet);
        paper.format = named(text("format"), &FORMATS).unwrap_or(paper.format);
        paper.tongue = named(text("tongue"), &TONGUES).unwrap_or(paper.tongue);
        if kept.get("large") == Some(&Value::Bool(true)) {
            paper.letters = Letters::Large;
        }
        if kept.contains_key("purposes") {
            paper.purposes = mot_cua_sheets::places::purposes(text("purposes")).0;
        }
        paper.distance = DISTANCES.into_iter().find(|one| number("distance") == Some(u64::from(*one)));
        paper.copies =
            COPIES.into_iter().find(|one| number("copies") == Some(u64::from(*one))).unwrap_or(paper.copies);
        let words = kept.get("words").and_then(|words| serde_json::from_value(words.clone()).ok());
        paper.words = Rc::new(words.unwrap_or_default());
        paper
    }
}

fn row((from, cells): (Option<usize>, [String; 9])) -> Rc<Row> {
    Rc::new(Row { from, cells })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_kept_comes_back_and_what_is_not_understood_is_left_out() {
        let mut paper = Paper {
            base: Some("https://x.vn".to_owned()),
            sheet: Sheet::Stickers,
            format: Format::Png,
            letters: Letters::Large,
            tongue: Tongue::Vietnamese,
            purposes: with(&[Purpose::Say], Purpose::Rate, true),
            distance: Some(40),
            copies: 8,
            ..Paper::default()
        };
        let mut row = Row { from: Some(7), ..Row::default() };
        row.set(Cell::Base, "https://y.vn".to_owned());
        paper.rows.push(Rc::new(row));
        let Value::Object(kept) = paper.to_json() else { unreachable!() };
        assert_eq!(Paper::of_json(&kept), paper);
        assert_eq!(said(&paper.purposes), "đánh giá, góp ý");
        let odd = r#"{"rows":[[1,["a"]],"x",[null,["","","","","","","","",""]]],"copies":3,"sheet":"a0"}"#;
        let odd = Paper::of_json(&serde_json::from_str(odd).unwrap());
        assert_eq!((odd.rows.len(), odd.copies, odd.sheet), (1, 1, Sheet::A4));
    }
}

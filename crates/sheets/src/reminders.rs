//! A clerk's list of papers that run out: one row a paper. Its other columns are the clerk's own, and go back as they came.

mod cards;
mod day;
mod letters;
mod made;

use mot_cua_catalogue::fold::fold;
use mot_cua_catalogue::remind::Reminder;
use mot_cua_contract::Mistake;

use crate::promises::{code, told};
use crate::xlsform::Kind;
use crate::xlsform::book::Sheet;
use crate::xlsform::finding::{Found, Place};
use day::day;

pub use cards::cards;
pub(crate) use letters::write;
pub use letters::{letters, template};
pub use made::{Made, row_of, wrong_rows};

/// The first name is the template's; all folded.
const CODE: &[&str] = &["ma thu tuc", "thu tuc", "ma tthc", "ma", "code", "procedure"];
const UNTIL: &[&str] =
    &["het han", "ngay het han", "han", "co gia tri den", "co gia tri den ngay", "expires", "until"];
const PAPER: &[&str] = &["giay to", "loai giay to", "ten giay to", "paper"];

/// Heads of an empty list, and a row that shows how.
pub const TEMPLATE: [[&str; 4]; 2] =
    [["mã thủ tục", "hết hạn", "giấy tờ", "mã hồ sơ"], ["1.002755", "31/12/2027", "Đăng ký tạm trú", ""]];

/// One row that can be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// As Excel counts.
    pub number: usize,
    pub reminder: Reminder,
    /// As the clerk calls it. Empty: by the procedure's title.
    pub paper: String,
    /// All cells of the row.
    pub cells: Vec<String>,
}

/// What a list says. A row with an error is left out.
#[derive(Debug, Default)]
pub struct Reminders {
    pub heads: Vec<String>,
    pub lines: Vec<Line>,
    /// Each at its cell: `Sheet1!B4 (hết hạn)`.
    pub mistakes: Vec<Mistake>,
}

/// Reads the first sheet; its first row are the heads. `known`: whether the catalogue has a code.
pub fn read(kind: Kind, bytes: &[u8], known: &dyn Fn(&str) -> bool) -> Reminders {
    let mut found = Found::default();
    let Sheet { name, rows } = Sheet::first(kind, bytes, &mut found);
    let mut all = Reminders { mistakes: found.all.iter().map(told).collect(), ..Reminders::default() };
    let mut rows = rows.into_iter();
    let Some((number, heads)) = rows.next() else {
        if all.mistakes.is_empty() {
            let expected = "a first row of heads: mã thủ tục, hết hạn, …";
            all.mistakes.push(Mistake::error("no-rows", name, "an empty sheet", expected));
        }
        return all;
    };
    let at = |names: &[&str]| heads.iter().position(|head| names.contains(&fold(head).as_str()));
    let columns = (at(CODE), at(UNTIL));
    for (column, expected) in [(columns.0, "a column mã thủ tục"), (columns.1, "a column hết hạn")] {
        if column.is_none() {
            let place = Place::row(&name, number).to_string();
            all.mistakes.push(Mistake::error("no-column", place, heads.join(", "), expected));
        }
    }
    let (Some(code_at), Some(until_at)) = columns else { return all };
    let paper_at = at(PAPER);
    for (number, cells) in rows {
        let cell = |at: usize| cells.get(at).map(|text| text.trim()).unwrap_or_default();
        let place = |at: usize| {
            Place::cell(&name, number, at, heads.get(at).map(String::as_str).unwrap_or_default()).to_string()
        };
        let (said, code) = (cell(code_at), code(cell(code_at)));
        let until = day(cell(until_at));
        if until.is_none() {
            let expected = "a day that exists: 31/12/2027, 31-12-2027 or 2027-12-31";
            all.mistakes.push(Mistake::error("unknown-day", place(until_at), cell(until_at), expected));
        }
        if !known(&code) {
            let expected = "the code of a procedure of this site that renews the paper, like 1.002755";
            all.mistakes.push(Mistake::error("unknown-procedure", place(code_at), said, expected));
            continue;
        }
        let Some(until) = until else { continue };
        let Some(reminder) = Reminder::new(&code, until) else {
            let expected = "a national code, like 1.004194: a link has room for no other";
            all.mistakes.push(Mistake::error("not-national", place(code_at), said, expected));
            continue;
        };
        let paper = paper_at.map(cell).unwrap_or_default().to_owned();
        all.lines.push(Line { number, reminder, paper, cells });
    }
    all.heads = heads;
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn of(csv: &str) -> Reminders {
        read(Kind::Csv, csv.as_bytes(), &|code| code == "1.004194")
    }

    #[test]
    fn bad_rows_are_named_and_the_others_go_on() {
        let list =
            of("Mã thủ tục,Hết hạn,Giấy tờ,Họ tên\n1.004194,31/12/2027,Tạm trú,A\n1.004194,31/02/2027,,B\n\
                       9.999999,2027-01-15,,C\n1.004194,15-1-2028,,D\n");
        assert_eq!(list.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(list.lines[0].reminder.hash(), "remind/1004194/2027-12-31");
        assert_eq!((list.lines[0].paper.as_str(), list.lines[1].cells[3].as_str()), ("Tạm trú", "D"));
        let told: Vec<String> =
            list.mistakes.iter().map(|one| format!("{} {}", one.code, one.path)).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told[0].starts_with("unknown-day") && told[0].contains("B3 (Hết hạn)"), "{told:?}");
        assert!(told[1].starts_with("unknown-procedure") && told[1].contains("A4"), "{told:?}");
    }

    #[test]
    fn a_list_without_its_columns_says_which() {
        let codes: Vec<&str> = of("tên,số\nx,1\n").mistakes.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["no-column", "no-column"]);
        assert_eq!(of("").mistakes[0].code, "no-rows");
    }

    proptest! {
        #[test]
        fn any_sheet_ends(text in any::<String>()) {
            let list = of(&text);
            prop_assert!(list.lines.len() <= text.len());
        }
    }
}

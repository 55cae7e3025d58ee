//! What people wrote as a sheet with a column to answer in, and the answers read back: for a ward without a server.

use std::path::Path;

use mot_cua_contract::receipt::is_receipt;
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook};

use crate::harmless;
use crate::table::Error;
use crate::xlsform::Kind;
use crate::xlsform::book::Sheet;
use crate::xlsform::finding::Found;

/// One who wrote something; all are words for people.
#[derive(Debug, Clone, Default)]
pub struct Row {
    pub receipt: String,
    pub came: String,
    pub place: String,
    pub level: String,
    pub reasons: String,
    pub words: String,
}

/// What stands in the columns for the ward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub receipt: String,
    /// Empty: the column `Đã đọc` alone is marked.
    pub words: String,
    pub to_all: bool,
}

/// A sheet with what was wrong in it, each with its cell.
#[derive(Debug, Default)]
pub struct Answers {
    pub rows: Vec<Answer>,
    pub mistakes: Vec<String>,
}

/// Characters of an answer.
const MOST: usize = 1_000;
const HEADS: [(&str, f64); 9] = [
    ("Mã biên nhận", 14.0),
    ("Lúc", 18.0),
    ("Nơi", 26.0),
    ("Mức", 18.0),
    ("Lý do", 26.0),
    ("Ý kiến", 60.0),
    ("Trả lời", 60.0),
    ("Đã đọc", 10.0),
    ("Công khai", 10.0),
];
/// Excel's own limit is 32,767 UTF-16 units.
const MOST_CELL: usize = 8_000;

/// Writes the sheet; its last three columns are empty, for the ward.
///
/// # Errors
/// [`Error`].
pub fn write(path: &Path, rows: &[Row]) -> Result<(), Error> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Góp ý")?.set_freeze_panes(1, 0)?;
    let boxed = Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top).set_text_wrap();
    let head = boxed.clone().set_bold();
    for (column, (text, width)) in (0..).zip(HEADS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, text, &head)?;
    }
    for (at, row) in (1..).zip(rows) {
        let cells = [&row.receipt, &row.came, &row.place, &row.level, &row.reasons, &row.words];
        for (column, text) in (0..).zip(cells) {
            let text: String = text.chars().take(MOST_CELL).collect();
            sheet.write_string_with_format(at, column, harmless::cell(&text), &boxed)?;
        }
        for column in 6..9 {
            sheet.write_blank(at, column, &boxed)?;
        }
    }
    Ok(book.save(path)?)
}

/// Reads the columns for the ward by their heads; rows in which all three are empty say nothing.
pub fn read(kind: Kind, bytes: &[u8]) -> Answers {
    let mut found = Found::default();
    let Sheet { name, rows } = Sheet::first(kind, bytes, &mut found);
    let mut answers = Answers::default();
    answers.mistakes.extend(found.all.iter().map(|finding| format!("{name}: {finding:?}")));
    let mut rows = rows.into_iter();
    let heads = rows.next().map(|(_, heads)| heads).unwrap_or_default();
    let column = |names: [&str; 2]| {
        heads.iter().position(|head| names.iter().any(|name| head.trim().to_lowercase() == *name))
    };
    let (receipt, words) = (column(["mã biên nhận", "receipt"]), column(["trả lời", "answer"]));
    let (read, all) = (column(["đã đọc", "read"]), column(["công khai", "public"]));
    let Some((receipt, words)) = receipt.zip(words) else {
        answers
            .mistakes
            .push(format!("{name}!1: found no columns “Mã biên nhận” and “Trả lời” (receipt, answer)"));
        return answers;
    };
    for (number, line) in rows {
        let cell = |at: Option<usize>| at.and_then(|at| line.get(at)).map_or("", |cell| cell.trim());
        let marked = |at: Option<usize>| {
            matches!(cell(at).to_lowercase().as_str(), "x" | "có" | "yes" | "1" | "true" | "✓")
        };
        let said = cell(Some(words));
        if said.is_empty() && !marked(read) {
            continue;
        }
        let code = cell(Some(receipt)).to_uppercase();
        if !is_receipt(&code) {
            answers
                .mistakes
                .push(format!("{name}!{number}: found {code:?}, expected a receipt code like 7K3QX0M2VD"));
        } else if said.chars().count() > MOST {
            answers.mistakes.push(format!("{name}!{number}: an answer has at most {MOST} characters"));
        } else if answers.rows.iter().any(|answer: &Answer| answer.receipt == code) {
            answers.mistakes.push(format!("{name}!{number}: {code} is answered twice"));
        } else {
            let to_all = marked(all) && !said.is_empty();
            answers.rows.push(Answer { receipt: code, words: said.to_owned(), to_all });
        }
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_ward_wrote_and_where_it_went_wrong() {
        let csv = "Mã biên nhận,Ý kiến,Trả lời,Đã đọc,Công khai\n7k3qx0m2vd,a,Đã thêm ghế,,x\n7K3QX0M2VE,b,,x,\n7K3QX0M2VF,c,,,\n\
                   nhầm,d,e,,\n7K3QX0M2VD,a,nữa,,\n";
        let answers = read(Kind::Csv, csv.as_bytes());
        let row = |receipt: &str, words: &str, to_all| Answer {
            receipt: receipt.into(),
            words: words.into(),
            to_all,
        };
        assert_eq!(answers.rows, [row("7K3QX0M2VD", "Đã thêm ghế", true), row("7K3QX0M2VE", "", false)]);
        assert_eq!(answers.mistakes.len(), 2, "{:?}", answers.mistakes);
        assert!(answers.mistakes.concat().contains("!5: found \"NHẦM\""), "{:?}", answers.mistakes);
        assert_eq!(read(Kind::Csv, b"a,b\n").mistakes.len(), 1);
        assert_eq!(read(Kind::Xlsx, b"nothing").rows, []);
    }
}

//! A ward's promises in a real workbook, as Excel saves it: numbers and truth values.
#![allow(clippy::unwrap_used)]

use mot_cua_sheets::promises::{About, read};
use mot_cua_sheets::xlsform::Kind;
use rust_xlsxwriter::Workbook;

const HEADS: [&str; 6] = ["Mã thủ tục", "Tên thủ tục", "Thời hạn", "Nhanh hơn", "Không cần hẹn", "Quầy"];

#[test]
fn a_workbook_with_a_day_that_there_is_not() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Cam kết").unwrap();
    sheet.write_row(0, 0, HEADS).unwrap();
    // Excel takes a code for a number, and drops its last zero.
    sheet.write_number(1, 0, 2.00099).unwrap();
    sheet.write_row(1, 1, ["Chứng thực", "1 ngày", "thứ Tư, trước 15 giờ: 2 giờ"]).unwrap();
    sheet.write_boolean(1, 4, true).unwrap();
    sheet.write_number(1, 5, 2).unwrap();
    sheet.write_row(2, 0, ["1.001193", "Khai sinh", "1 ngày", "thứ 8: 2 giờ"]).unwrap();
    sheet.write_row(4, 0, ["1.004194", "Tạm trú", "2 giờ"]).unwrap();
    let bytes = book.save_to_buffer().unwrap();

    let said = read(Kind::Xlsx, &bytes, About { site: None, known: &|_| true });
    let told: Vec<String> = said.mistakes.iter().map(ToString::to_string).collect();
    let [day] = told.as_slice() else { panic!("{told:?}") };
    for part in ["Cam kết!D3", "\"thứ 8\"", "thứ 2 … thứ 7"] {
        assert!(day.contains(part), "{part} is not in {day}");
    }
    let rows: Vec<_> = said.rows.iter().map(|(_, promise)| promise.code.as_str()).collect();
    assert_eq!(rows, ["2.000990", "1.004194"], "the rest keeps working");
    let (_, first) = &said.rows[0];
    assert_eq!((first.no_appointment, first.when.len(), first.counter.as_deref()), (true, 1, Some("2")));
}

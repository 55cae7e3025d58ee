//! What needs a sheet of a few rows, where Excel's has a million.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use calamine::{Data, Reader, Xlsx as Book, open_workbook};

use super::*;
use crate::archive::Archive;
use crate::layout::Layout;
use crate::seen::Seen;

fn empty_codebook() -> Codebook {
    let (archive, seen) = (Archive::default(), Seen::default());
    Codebook::of(&archive, &seen, &Layout::of(&archive, &seen))
}

#[test]
fn goes_on_with_another_sheet_where_rows_run_out() {
    let folder = std::env::temp_dir().join(format!("mot-cua-sheets-rows-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("a.xlsx");
    let mut table = Box::new(Xlsx::with_rows(&path, vec!["n".to_owned()], &empty_codebook(), 4).unwrap());
    for n in 0..7 {
        table.row(vec![Cell::Number(n.into())]).unwrap();
    }
    assert_eq!(table.finish().unwrap(), Written { rows: 7, long_texts: 0 });
    let mut book: Book<_> = open_workbook(&path).unwrap();
    assert_eq!(book.sheet_names(), ["Trả lời", "Bảng mã", "Trả lời 2", "Trả lời 3"]);
    let mut numbers = Vec::new();
    for sheet in ["Trả lời", "Trả lời 2", "Trả lời 3"] {
        let range = book.worksheet_range(sheet).unwrap();
        assert_eq!(range.get((0, 0)), Some(&Data::String("n".to_owned())));
        assert!(range.height() <= 4);
        numbers.extend(range.rows().skip(1).map(|row| row[0].clone()));
    }
    assert_eq!(numbers, (0_u8..7).map(|n| Data::Float(n.into())).collect::<Vec<_>>());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1, "no temporary file stays");
    std::fs::remove_dir_all(folder).unwrap();
}

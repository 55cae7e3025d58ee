//! A file that is one table: the first sheet of a workbook, or all of a text.

use super::super::finding::{Code, Found, Place};
use super::{Kind, MOST_BYTES, Sheet, comma, lines, workbook};

impl Sheet {
    /// What is wrong with the file as a whole comes to `found`.
    pub(crate) fn first(kind: Kind, bytes: &[u8], found: &mut Found) -> Self {
        if bytes.len() > MOST_BYTES {
            let about = [("bytes", &*bytes.len().to_string()), ("most", &*MOST_BYTES.to_string())];
            found.add(Code::TooLarge, Place::default(), &about);
            return Self::default();
        }
        if kind == Kind::Xlsx {
            return workbook::first(bytes, found);
        }
        let mut sheet = Self { name: "csv".to_owned(), ..Self::default() };
        for (number, cells) in lines::text(bytes, found).map(comma::rows).unwrap_or_default() {
            if !sheet.push(number, cells, found) {
                break;
            }
        }
        sheet
    }
}

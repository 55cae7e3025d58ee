//! A list of the places that posters are printed for: one row a unit or counter (docs/posters.md).

mod column;
mod row;
mod table;

use std::collections::HashMap;

use mot_cua_contract::{Mistake, Pairs, Place, Purpose, Site};

use crate::heads::Heads;
use crate::table::Error;
use crate::xlsform::Kind;
pub use column::Column;
use row::Row;
pub use row::{is_page, purposes};
pub use table::{Table, table};

/// Heads of an empty list.
pub const HEADS: [&str; 9] = [
    "mã đơn vị",
    "tên đơn vị",
    "tên đơn vị::English (en)",
    "mã quầy",
    "tên quầy",
    "tên quầy::English (en)",
    "điện thoại",
    "mục đích",
    "địa chỉ trang",
];

/// Rows that show how.
const EXAMPLES: [[&str; 9]; 2] = [
    [
        "04795",
        "Phường Hoà Bình",
        "Hoà Bình Ward",
        "",
        "",
        "",
        "0218 385 1234",
        "đánh giá, tra cứu, góp ý",
        "",
    ],
    [
        "04795",
        "Phường Hoà Bình",
        "Hoà Bình Ward",
        "1",
        "Quầy 1: Hộ tịch, chứng thực",
        "Counter 1: civil status",
        "",
        "đánh giá",
        "",
    ],
];

/// One row that can be used.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// As Excel counts.
    pub number: usize,
    /// Unit and counter.
    pub place: Place,
    /// Language → name. Empty: the list does not say, the site does.
    pub office: Pairs,
    pub desk: Pairs,
    pub phone: Option<String>,
    /// Empty: as asked for the whole list.
    pub purposes: Vec<Purpose>,
    /// Address of the page, where this row has its own.
    pub base: Option<String>,
    cells: Vec<(Column, String)>,
    row: String,
}

impl Line {
    /// Where a column's cell stands, `Sheet1!B4 (tên đơn vị)`; the row where there is no such column.
    pub fn cell(&self, column: Column) -> &str {
        self.cells.iter().find(|(one, _)| *one == column).map_or(&self.row, |(_, place)| place)
    }
}

/// What a list says. A row with an error is left out.
#[derive(Debug, Default)]
pub struct Places {
    pub lines: Vec<Line>,
    /// Each at its cell: `Sheet1!A4 (mã đơn vị)`.
    pub mistakes: Vec<Mistake>,
}

/// Reads the first sheet; its first row are the heads. `site`: rows must be of its units and counters.
pub fn read(kind: Kind, bytes: &[u8], site: Option<&Site>) -> Places {
    let mut mistakes = Vec::new();
    match table::open(kind, bytes, &mut mistakes) {
        Some((name, heads, rows)) => Places { mistakes, ..Places::default() }.with(&name, &heads, rows, site),
        None => Places { mistakes, ..Places::default() },
    }
}

/// The same of rows that were typed, in the columns of [`HEADS`]; rows are counted from 1 and their sheet has no name.
pub fn judge(rows: impl Iterator<Item = Vec<String>>) -> Places {
    let mut places = Places::default();
    let heads = Heads::read("", 0, HEADS.map(str::to_owned).to_vec(), &mut places.mistakes);
    places.with("", &heads, (1..).zip(rows), None)
}

impl Places {
    fn with(
        mut self,
        sheet: &str,
        heads: &Heads<Column>,
        rows: impl IntoIterator<Item = (usize, Vec<String>)>,
        site: Option<&Site>,
    ) -> Self {
        // The rows that have a place.
        let mut known: HashMap<Place, Vec<usize>> = HashMap::new();
        for (number, cells) in rows {
            let mut row = Row { sheet, number, heads, cells: &cells, site, mistakes: Vec::new() };
            let line = row.line();
            let same = known.get(&line.place).into_iter().flatten();
            let same = same.filter_map(|at| self.lines.get(*at));
            if let Some(first) = twice(same, &line) {
                row.error(
                    "double-place",
                    Column::Unit,
                    &line.place.desk(),
                    &format!("each place once: row {first} has it"),
                );
            }
            if !row.mistakes.iter().any(Mistake::is_error) {
                known.entry(line.place.clone()).or_default().push(self.lines.len());
                self.lines.push(line);
            }
            self.mistakes.append(&mut row.mistakes);
        }
        self
    }
}

/// The row of the same place that asks for the same code.
fn twice<'a>(mut lines: impl Iterator<Item = &'a Line>, line: &Line) -> Option<usize> {
    let same = |other: &&Line| {
        other.purposes.is_empty()
            || line.purposes.is_empty()
            || other.purposes.iter().any(|purpose| line.purposes.contains(purpose))
    };
    lines.find(same).map(|other| other.number)
}

/// The bytes of an empty list with rows that show how.
///
/// # Errors
/// [`Error`].
pub fn template() -> Result<Vec<u8>, Error> {
    let rows = EXAMPLES.into_iter().map(|row| row.map(str::to_owned).to_vec());
    Ok(crate::reminders::write(HEADS.map(str::to_owned).to_vec(), rows)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;
    use crate::reminders::row_of;
    use proptest::prelude::*;

    fn of(csv: &str) -> Places {
        read(Kind::Csv, csv.as_bytes(), None)
    }

    #[test]
    fn bad_rows_are_named_and_the_others_go_on() {
        let list = of("Mã đơn vị,Tên đơn vị,Name::English (en),Mã quầy,Mục đích,Địa chỉ trang\n\
             4795,Phường Hoà Bình,Hoà Bình Ward,,\"đánh giá, tra cứu\",\n\
             04795,Phường Hoà Bình,,1,rate,https://x.gov.vn\n\
             04795,Lại,,1,đánh giá,\n\
             ,Không mã,,,,\n\
             04796,,,,,\n\
             04797,Xã A,,Quầy một,,\n\
             04798,Xã B,,,bay,\n\
             04799,Xã C,,,,ftp://x\n\
             0479!,Xã D,,,,\n");
        assert_eq!(list.lines.iter().map(|line| line.number).collect::<Vec<_>>(), [2, 3]);
        let first = list.lines.first().unwrap();
        assert_eq!(
            (first.place.unit.as_str(), first.purposes.as_slice()),
            ("04795", &[Purpose::Rate, Purpose::Look][..])
        );
        assert_eq!(first.cell(Column::Office), "csv!B2 (Tên đơn vị)");
        let told: Vec<String> =
            list.mistakes.iter().map(|one| format!("{} {}", one.code, one.path)).collect();
        assert_eq!(
            told,
            [
                "double-place csv!A4 (Mã đơn vị)",
                "bad-unit csv!A5 (Mã đơn vị)",
                "no-name csv!B6 (Tên đơn vị)",
                "bad-counter csv!D7 (Mã quầy)",
                "unknown-purpose csv!E8 (Mục đích)",
                "bad-base csv!F9 (Địa chỉ trang)",
                "bad-unit csv!A10 (Mã đơn vị)",
            ]
        );
    }

    #[test]
    fn the_site_knows_its_places() {
        let json =
            r#"{"v":1,"name":"x","units":[{"id":"04795","name":"x","counters":[{"id":"1","name":"x"}]}]}"#;
        let site = Site::read(json).unwrap();
        let list = read(Kind::Csv, "mã đơn vị,mã quầy\n04795,1\n04795,7\n04796,\n".as_bytes(), Some(&site));
        assert_eq!(list.lines.len(), 1, "names may be the site's");
        let codes: Vec<&str> = list.mistakes.iter().map(|one| one.code).collect();
        assert_eq!(codes, ["unknown-counter", "unknown-unit"]);
    }

    #[test]
    fn rows_that_were_typed_are_judged_like_those_of_a_file() {
        let csv = "mã đơn vị,tên,quầy,name::English (en),ghi chú\n4795,Xã A,,Commune A,x\n4795,Xã A,,,\n,,,,\n?,Xã B,,,\n";
        let table = table(Kind::Csv, csv.as_bytes());
        assert_eq!(table.rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 3, 5]);
        assert_eq!(table.mistakes.iter().map(|one| one.code).collect::<Vec<_>>(), ["unknown-column"]);
        let judged = judge(table.rows.into_iter().map(|(_, cells)| cells.to_vec()));
        assert_eq!(judged.lines[0].office.get("en").unwrap(), "Commune A");
        let told: Vec<_> = judged.mistakes.iter().map(|one| (one.code, row_of(&one.path))).collect();
        assert_eq!(told, [("double-place", Some(2)), ("bad-unit", Some(3))]);
        assert_eq!(judged.mistakes[1].path, "!A3 (mã đơn vị)");
    }

    proptest! {
        #[test]
        fn any_sheet_ends(text in any::<String>()) {
            prop_assert!(of(&text).lines.len() <= text.len());
        }
    }
}

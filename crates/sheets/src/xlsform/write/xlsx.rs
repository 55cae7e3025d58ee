//! A book as a file.

use rust_xlsxwriter::{Format, FormatAlign, Workbook, Worksheet, XlsxError};

use super::super::book::{Book, Sheet};

/// Columns that hold words are wide.
const WIDE: f64 = 42.0;
const NARROW: f64 = 18.0;

impl Book {
    /// The bytes of an Excel workbook: the same for the same book.
    ///
    /// # Errors
    /// Never for a book from [`super::write`]: its texts fit into cells.
    pub fn to_xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let made = rust_xlsxwriter::ExcelDateTime::from_ymd(2026, 1, 1)?;
        workbook.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&made));
        for sheet in [&self.survey, &self.choices, &self.settings] {
            fill(workbook.add_worksheet(), sheet)?;
        }
        workbook.save_to_buffer()
    }
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_align(FormatAlign::Top);
    let cell = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    page.set_name(&sheet.name)?;
    page.set_freeze_panes(1, 0)?;
    for (row, (_, cells)) in (0..).zip(&sheet.rows) {
        for (column, text) in (0..).zip(cells) {
            if row == 0 {
                let wide =
                    ["label", "hint", "constraint_message", "form_title", "cs_title", "cs_description"]
                        .iter()
                        .any(|key| text.starts_with(key));
                page.set_column_width(column, if wide { WIDE } else { NARROW })?;
            }
            if !text.is_empty() {
                page.write_string_with_format(row, column, text, if row == 0 { &head } else { &cell })?;
            }
        }
    }
    Ok(())
}

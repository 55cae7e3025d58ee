//! A sheet: lines about it, heads, rows.

use mot_cua_survey::figures::Figure;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::harmless;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Blank,
    Text(String),
    Count(u64),
    /// One decimal.
    Percent(f64),
}

/// A row that stands out: a factor's, a whole's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Plain,
    Strong,
}

#[derive(Debug)]
pub(super) struct Sheet {
    name: String,
    about: Vec<String>,
    /// With the column's width in characters.
    heads: Vec<(String, f64)>,
    rows: Vec<(Look, Vec<Cell>)>,
}

/// Excel's limit on names of sheets.
const MOST_NAME: usize = 31;

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Share, interval and people; nothing without data.
    pub(super) fn figure(figure: Option<Figure>) -> [Self; 4] {
        figure.map_or([Self::Blank, Self::Blank, Self::Blank, Self::Blank], |figure| {
            let Figure { value, interval, n } = figure;
            [Self::Percent(value), Self::Percent(interval.low), Self::Percent(interval.high), Self::Count(n)]
        })
    }
}

impl Sheet {
    pub(super) fn new(name: &str, about: Vec<String>) -> Self {
        Self { name: name.to_owned(), about, heads: Vec::new(), rows: Vec::new() }
    }

    pub(super) fn heads<'a>(&mut self, heads: impl IntoIterator<Item = (&'a str, f64)>) {
        self.heads.extend(heads.into_iter().map(|(head, width)| (head.to_owned(), width)));
    }

    pub(super) fn row(&mut self, look: Look, cells: impl IntoIterator<Item = Cell>) {
        self.rows.push((look, cells.into_iter().collect()));
    }

    /// A4, across; as wide as a page, as long as it is.
    pub(super) fn write(self, book: &mut Workbook) -> Result<(), XlsxError> {
        let like = book.worksheets().iter().filter(|sheet| sheet.name().starts_with(&self.name)).count();
        let name = if like == 0 { self.name.clone() } else { format!("{} {}", self.name, like + 1) };
        let sheet = book.add_worksheet();
        sheet.set_name(name.chars().take(MOST_NAME).collect::<String>())?;
        sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
        let title = Format::new().set_bold().set_font_size(13);
        let head = boxed().set_bold().set_background_color(Color::RGB(0x00E2_EFE9)).set_text_wrap();
        let mut at = 0;
        for (line, text) in self.about.iter().enumerate() {
            let format = if line == 0 { &title } else { &Format::new() };
            sheet.write_string_with_format(at, 0, harmless::cell(text), format)?;
            at += 1;
        }
        at += 1;
        sheet.set_repeat_rows(at, at)?.set_freeze_panes(at + 1, 0)?;
        for (column, (text, width)) in (0..).zip(&self.heads) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(at, column, harmless::cell(text), &head)?;
        }
        for (look, cells) in self.rows {
            at += 1;
            for (column, cell) in (0..).zip(cells) {
                write(sheet, at, column, look, cell)?;
            }
        }
        Ok(())
    }
}

fn boxed() -> Format {
    Format::new()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0x0085_7860))
        .set_align(FormatAlign::Top)
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, look: Look, cell: Cell) -> Result<(), XlsxError> {
    let format = match look {
        Look::Plain => boxed(),
        Look::Strong => boxed().set_bold().set_background_color(Color::RGB(0x00FA_F6EE)),
    };
    match cell {
        Cell::Blank => sheet.write_blank(row, column, &format),
        // A string is never taken for a formula; the apostrophe is for whoever saves the sheet as CSV.
        Cell::Text(text) => {
            let text: String = text.chars().take(8_000).collect();
            sheet.write_string_with_format(row, column, harmless::cell(&text), &format.set_text_wrap())
        }
        #[allow(clippy::cast_precision_loss, reason = "counts of people")]
        Cell::Count(count) => {
            sheet.write_number_with_format(row, column, count as f64, &format.set_num_format("#,##0"))
        }
        Cell::Percent(percent) => {
            sheet.write_number_with_format(row, column, percent, &format.set_num_format("0.0"))
        }
    }
    .map(drop)
}

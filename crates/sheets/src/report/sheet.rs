//! A sheet: lines about it, heads, rows. The workbook and the paper are both written from it.

use mot_cua_survey::figures::{Figure, Month, Share};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use crate::harmless;

use super::words::Words;

/// What stands in a cell. The last one of a row has the row's other columns too.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Blank,
    Text(String),
    Count(u64),
    /// So many of those that were asked; the workbook has the count.
    Part(Share),
    /// One decimal.
    Percent(f64),
    /// A difference of percentages; one decimal.
    Points(f64),
    /// Share, interval and people, below [`Column::Figure`]. `None`: no data.
    Figure(Option<Figure>),
    /// People below [`Column::Figure`], and no share.
    People(u64),
    Month(Month),
}

/// A row that stands out: a factor's, a whole's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Plain,
    Strong,
}

/// The head above one cell of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// With its width in characters.
    One(String, f64),
    /// Share, from, to, people: four columns of the workbook.
    Figure([String; 4]),
}

#[derive(Debug)]
pub struct Sheet {
    /// Which: the key of its name, as `units`.
    pub key: &'static str,
    pub name: String,
    pub about: Vec<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<(Look, Vec<Cell>)>,
    /// A line below the table.
    pub foot: Option<String>,
}

/// Excel's limit on names of sheets.
const MOST_NAME: usize = 31;
/// Widths of the four columns of a figure, in characters.
pub const FIGURE: [f64; 4] = [12.0, 9.0, 9.0, 10.0];

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Sheet {
    /// `key`: of the words.
    pub(super) fn new(key: &'static str, words: &Words, about: Vec<String>) -> Self {
        let name = words.get(key).to_owned();
        Self { key, name, about, columns: Vec::new(), rows: Vec::new(), foot: None }
    }

    pub(super) fn heads<'a>(&mut self, heads: impl IntoIterator<Item = (&'a str, f64)>) {
        self.columns.extend(heads.into_iter().map(|(head, width)| Column::One(head.to_owned(), width)));
    }

    /// Of a figure: `value` is the key of what the share is of.
    pub(super) fn figure_heads(&mut self, words: &Words, value: &str) {
        let heads = [value, "low", "high", "n"].map(|key| words.get(key).to_owned());
        self.columns.push(Column::Figure(heads));
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
        let heads = self.columns.iter().flat_map(|column| match column {
            Column::One(head, width) => vec![(head, *width)],
            Column::Figure(heads) => heads.iter().zip(FIGURE).collect(),
        });
        for (column, (text, width)) in (0..).zip(heads) {
            sheet.set_column_width(column, width)?;
            sheet.write_string_with_format(at, column, harmless::cell(text), &head)?;
        }
        let foot = self.foot.map(|foot| (Look::Plain, vec![Cell::Text(foot)]));
        for (look, cells) in self.rows.into_iter().chain(foot) {
            at += 1;
            for (column, cell) in (0..).zip(cells.into_iter().flat_map(spread)) {
                write(sheet, at, column, look, cell)?;
            }
        }
        Ok(())
    }
}

/// A figure has four cells of the workbook; nothing stands in them without data.
fn spread(cell: Cell) -> Vec<Cell> {
    match cell {
        Cell::Figure(Some(Figure { value, interval, n })) => {
            let share = [value, interval.low, interval.high].map(Cell::Percent);
            share.into_iter().chain([Cell::Count(n)]).collect()
        }
        Cell::Figure(None) => vec![Cell::Blank; FIGURE.len()],
        Cell::People(count) => vec![Cell::Blank, Cell::Blank, Cell::Blank, Cell::Count(count)],
        Cell::Month(month) => vec![Cell::text(month.to_string())],
        cell => vec![cell],
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
        Cell::Blank | Cell::Figure(_) | Cell::Month(_) => sheet.write_blank(row, column, &format),
        // A string is never taken for a formula; the apostrophe is for whoever saves the sheet as CSV.
        Cell::Text(text) => {
            let text: String = text.chars().take(8_000).collect();
            sheet.write_string_with_format(row, column, harmless::cell(&text), &format.set_text_wrap())
        }
        #[allow(clippy::cast_precision_loss, reason = "counts of people")]
        Cell::Count(count) | Cell::People(count) | Cell::Part(Share { good: count, .. }) => {
            sheet.write_number_with_format(row, column, count as f64, &format.set_num_format("#,##0"))
        }
        Cell::Percent(percent) | Cell::Points(percent) => {
            sheet.write_number_with_format(row, column, percent, &format.set_num_format("0.0"))
        }
    }
    .map(drop)
}

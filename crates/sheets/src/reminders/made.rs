//! What is made of each row: link, code, day in a calendar.

use mot_cua_catalogue::remind::Entry;
use mot_cua_contract::{Mistake, Site};
use mot_cua_link::draw::{Level, TooLong, matrix, svg};

use super::Line;

/// A row with all that is made of it.
#[derive(Debug, Clone)]
pub struct Made {
    pub line: Line,
    /// As the clerk calls the paper, else the procedure's title.
    pub paper: String,
    pub link: String,
    /// `codes/0002.svg`.
    pub picture: String,
    pub svg: String,
}

impl Made {
    /// `title`: of a procedure of the site; `place`: address of the page that opens, `https://host/Q/04795/DL`.
    ///
    /// # Errors
    /// The address is longer than a code holds.
    pub fn of(line: &Line, title: &dyn Fn(&str) -> Option<String>, place: &str) -> Result<Self, TooLong> {
        let link = format!("{place}#{}", line.reminder.hash());
        let svg = svg(&matrix(&link, Level::Q)?);
        let titled = || title(&line.reminder.code).unwrap_or_default();
        let paper = if line.paper.is_empty() { titled() } else { line.paper.clone() };
        Ok(Self { line: line.clone(), paper, link, picture: format!("codes/{:04}.svg", line.number), svg })
    }

    /// The paper's last day, for a calendar.
    pub fn entry(&self, site: &Site) -> Entry {
        let host = site.url.as_deref().and_then(|url| url.split("://").nth(1)).unwrap_or("mot-cua");
        let reminder = &self.line.reminder;
        Entry {
            // The row tells two papers of one day apart.
            uid: format!("{}-{}-{}@{host}", reminder.code, reminder.until.iso(), self.line.number),
            until: reminder.until,
            title: format!("Hết hạn: {}", self.paper),
            text: String::new(),
            url: self.link.clone(),
        }
    }
}

/// How many rows are left out. Two mistakes of one row are one row.
pub fn wrong_rows(mistakes: &[Mistake]) -> usize {
    let mut rows: Vec<Option<usize>> =
        mistakes.iter().filter(|one| one.is_error()).map(|one| row_of(&one.path)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows.len()
}

/// The row of `Sheet1!B4 (tên đơn vị)`. `None`: it is about no row.
pub fn row_of(path: &str) -> Option<usize> {
    let (_, cell) = path.rsplit_once('!')?;
    let digits = cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
    let end = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    digits.get(..end)?.parse().ok()
}

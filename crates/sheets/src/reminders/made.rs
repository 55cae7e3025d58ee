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
    let row = |mistake: &Mistake| {
        let cell = mistake.path.rsplit('!').next().unwrap_or_default();
        let digits = cell.chars().skip_while(char::is_ascii_alphabetic);
        digits.take_while(char::is_ascii_digit).collect::<String>()
    };
    let mut rows: Vec<String> = mistakes.iter().filter(|one| one.is_error()).map(row).collect();
    rows.sort();
    rows.dedup();
    rows.len()
}

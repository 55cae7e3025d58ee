//! From SurveyJS JSON to a workbook.
//!
//! Every row is read back as soon as it is written, and where the survey holds more or other than the columns say, the
//! difference stands in `cs_json`. So whatever a definition holds comes back from its sheet; what changes is spelling: `questions`
//! becomes `elements`, `"a|words"` an object, and expressions are spelled as the reader spells them.

mod calculated;
mod canonical;
mod cells;
mod defaults;
mod expressions;
mod group;
mod limits;
mod lists;
mod look;
mod question;
mod register;
mod settings;
mod words;
mod xlsx;

use serde_json::{Map, Value};

use super::book::Book;
use super::finding::{Code, Finding, Found, Place};
use super::read::Context;
use cells::{CHOICES_ORDER, Cells, SETTINGS_ORDER, SURVEY_ORDER, sheet};

/// A survey as it is being written.
struct Writer {
    context: Context,
    /// Path of an element → its name on the sheet.
    called: register::Called,
    rows: Vec<Cells>,
    found: Found,
}

/// Writes a survey as a workbook; what other tools will not see is among the findings.
///
/// # Errors
/// It is no survey, or a text is longer than a cell.
pub fn write(survey: &Value) -> Result<(Book, Vec<Finding>), Vec<Finding>> {
    let mut found = Found::default();
    let Some(survey) = canonical::survey(survey) else {
        found.add(Code::NotASurvey, Place::default(), &[]);
        return Err(found.all);
    };
    let (names, called) = register::names(&survey);
    let (lists, choices, used) = lists::all(&survey, &called);
    let mut writer = Writer { context: Context { names, lists }, called, rows: Vec::new(), found };
    for (path, name, element) in canonical::children(&survey, "") {
        writer.element(&path, name, element, None, &used);
    }
    let settings = settings::cells(&survey, &mut writer);
    let book = Book {
        survey: sheet("survey", &writer.rows, &SURVEY_ORDER),
        choices: sheet("choices", &choices, &CHOICES_ORDER),
        settings: sheet("settings", &[settings], &SETTINGS_ORDER),
    };
    let mut found = writer.found;
    cells::too_long(&book, &mut found);
    if found.is_fatal() { Err(found.all) } else { Ok((book, found.all)) }
}

impl Writer {
    /// One element, and what it holds. `inside`: the survey's name of the repeat around it.
    fn element(
        &mut self,
        path: &str,
        list: &'static str,
        element: &Map<String, Value>,
        inside: Option<&str>,
        used: &lists::Used,
    ) {
        let holds = list == "pages" || canonical::holds(element);
        if !holds {
            let cells = self.question(path, element, inside, used);
            self.rows.push(cells);
            return;
        }
        let depth =
            if path.contains('.') { super::read::Depth::Inner } else { super::read::Depth::Outermost };
        let end = self.begin(path, element, depth, inside);
        let own =
            (end == "end_repeat").then(|| element.get("name").and_then(Value::as_str).unwrap_or_default());
        for (path, list, child) in canonical::children(element, &format!("{path}.")) {
            self.element(&path, list, child, own.or(inside), used);
        }
        let mut cells = Cells::default();
        cells.put("type", end);
        self.rows.push(cells);
    }

    /// Tells what went to `cs_json` in the row that comes next.
    fn tell(&mut self, aside: &Map<String, Value>) {
        let names: Vec<&str> = aside.keys().map(String::as_str).filter(|name| *name != "name").collect();
        if !names.is_empty() {
            // The heads are the first row.
            let place = Place { head: "cs_json".to_owned(), ..Place::row("survey", self.rows.len() + 2) };
            self.found.add(Code::KeptAside, place, &[("name", &names.join(", "))]);
        }
    }

    fn tell_settings(&mut self, aside: &Map<String, Value>) {
        let names: Vec<&str> = aside.keys().map(String::as_str).collect();
        if !names.is_empty() {
            let place = Place { head: "cs_json".to_owned(), ..Place::row("settings", 2) };
            self.found.add(Code::KeptAside, place, &[("name", &names.join(", "))]);
        }
    }
}

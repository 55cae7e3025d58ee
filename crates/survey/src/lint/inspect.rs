//! All that is doubtful in a definition of the whole profile: logic, names, choices, texts. Codes and parameters; the words for
//! designers are the command line's. At least what SurveyJS's own linter names, and what citizens would stumble over.

mod choices;
mod code;
mod collect;
mod conditions;
mod cycles;
mod depth;
mod languages;
mod names;
mod profile;
mod properties;
mod reach;
mod references;
mod stuck;
mod syntax;
mod triggers;
mod validators;
mod values;

use serde_json::Value;

pub use code::{Code, Gravity};
use collect::Survey;
pub use depth::{MOST_DEEP, too_deep};

use crate::definition::MOST_BYTES;

/// A survey with more than this is told the gravest.
const MOST: usize = 200;

/// One doubtful thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    /// Where: `pages[0].elements[2].visibleIf`.
    pub path: String,
    /// What the words need, by name: `name`, `meant`, `other`, `value` and the like.
    pub about: Vec<(&'static str, String)>,
}

impl Finding {
    pub fn gravity(&self) -> Gravity {
        self.code.gravity()
    }
}

/// In the order of gravity, then of the file.
pub fn inspect(json: &str) -> Vec<Finding> {
    let mut found = Found::default();
    if json.len() > MOST_BYTES {
        let (bytes, most) = (json.len().to_string(), MOST_BYTES.to_string());
        found.add(Code::TooLarge, "", &[("bytes", &bytes), ("most", &most)]);
        return found.all;
    }
    if let Some((depth, way)) = too_deep(json) {
        let (depth, most) = (depth.to_string(), MOST_DEEP.to_string());
        found.add(Code::TooDeep, &way, &[("depth", &depth), ("most", &most)]);
        return found.all;
    }
    match serde_json::from_str(json) {
        Ok(Value::Object(raw)) => {
            let survey = Survey::of(&raw);
            properties::check(&survey, &mut found);
            names::check(&survey, &mut found);
            syntax::check(&survey, &mut found);
            references::check(&survey, &mut found);
            conditions::check(&survey, &mut found);
            choices::check(&survey, &mut found);
            triggers::check(&survey, &mut found);
            validators::check(&survey, &mut found);
            values::check(&survey, &mut found);
            cycles::check(&survey, &mut found);
            reach::check(&survey, &mut found);
            stuck::check(&survey, &mut found);
            languages::check(&survey, &mut found);
        }
        Ok(_) => found.add(Code::NotASurvey, "", &[]),
        Err(error) => {
            let at = format!("line {} column {}", error.line(), error.column());
            found.add(Code::NotJson, &at, &[("error", &error.to_string())]);
        }
    }
    let mut all = found.all;
    all.sort_by_key(Finding::gravity);
    all.truncate(MOST);
    all
}

#[derive(Default)]
struct Found {
    all: Vec<Finding>,
}

impl Found {
    fn add(&mut self, code: Code, path: &str, about: &[(&'static str, &str)]) {
        let about = about.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        let finding = Finding { code, path: path.to_owned(), about };
        if !self.all.contains(&finding) {
            self.all.push(finding);
        }
    }
}

/// A value as designers read it, not longer than a line.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text,
    }
}

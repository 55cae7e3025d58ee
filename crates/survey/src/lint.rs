//! What is wrong in a definition, told to its designer before any citizen sees it. Native only: the page never calls it.

mod element;
pub mod inspect;
mod names;
mod nearest;
mod not_run;
pub(crate) mod shape;
mod types;

use mot_cua_contract::Mistake;
use serde_json::{Map, Value};

use crate::definition::{Definition, MOST_BYTES, MOST_QUESTIONS};
use not_run::Asks;
use shape::{Shape, show};

/// A file with more mistakes than this is told the first ones.
const MOST_MISTAKES: usize = 100;

const SURVEY: &[(&str, Shape)] = &[
    ("title", Shape::Text),
    ("description", Shape::Text),
    ("locale", Shape::String),
    ("pages", Shape::List),
    ("elements", Shape::List),
    ("questions", Shape::List),
];

const PAGE: &[(&str, Shape)] = &[
    ("name", Shape::String),
    ("title", Shape::Text),
    ("description", Shape::Text),
    ("elements", Shape::List),
    ("questions", Shape::List),
];

impl Definition {
    /// Reads a designer's file, and says all that is doubtful in it.
    ///
    /// # Errors
    /// The mistakes, where at least one is an error; no part of such a file is used.
    pub fn read(json: &str) -> Result<(Self, Vec<Mistake>), Vec<Mistake>> {
        let found = mistakes(json);
        if found.iter().any(Mistake::is_error) {
            return Err(found);
        }
        match Self::parse(json) {
            Some(definition) => Ok((definition, found)),
            None => Err(vec![no_question()]),
        }
    }
}

/// Whether the small page can run this survey: six types, no logic. Else the full page does.
pub fn is_lean(json: &str) -> bool {
    Definition::read(json).is_ok()
}

/// Everything doubtful, errors and warnings, in the order of the file.
pub fn mistakes(json: &str) -> Vec<Mistake> {
    if json.len() > MOST_BYTES {
        let bytes = json.len().to_string() + " bytes";
        return vec![Mistake::error("too-large", "", bytes, format!("at most {MOST_BYTES} bytes"))];
    }
    let mut found = match serde_json::from_str(json) {
        Ok(Value::Object(survey)) => check(&survey),
        Ok(other) => vec![Mistake::error(
            "wrong-shape",
            "",
            show(&other),
            "a SurveyJS definition: an object with `pages`",
        )],
        Err(e) => {
            let at = format!("line {} column {}", e.line(), e.column());
            vec![Mistake::error("not-json", at, e.to_string(), "JSON, nested at most 127 deep")]
        }
    };
    if found.len() > MOST_MISTAKES {
        // Errors must not be cut off behind warnings: the file would pass.
        found.sort_by_key(|mistake| std::cmp::Reverse(mistake.severity));
        found.truncate(MOST_MISTAKES);
        found.push(Mistake::warning("too-many", "", "more mistakes than are listed", "these mended first"));
    }
    found
}

fn check(survey: &Map<String, Value>) -> Vec<Mistake> {
    let mut found = Vec::new();
    members(survey, "", &[SURVEY], &mut found);
    let mut elements = Vec::new();
    match survey.get("pages") {
        Some(Value::Array(pages)) => {
            for (at, page) in pages.iter().enumerate() {
                let path = format!("pages[{at}]");
                if let Value::Object(page) = page {
                    members(page, &path, &[PAGE], &mut found);
                    element::list(page, &format!("{path}."), &mut elements);
                } else {
                    found.push(Mistake::error(
                        "wrong-shape",
                        path,
                        show(page),
                        "a page: an object with `elements`",
                    ));
                }
            }
        }
        _ => element::list(survey, "", &mut elements),
    }
    if elements.is_empty() {
        found.push(no_question());
    }
    if elements.len() > MOST_QUESTIONS {
        found.push(Mistake::error(
            "too-many-questions",
            "",
            elements.len().to_string(),
            format!("at most {MOST_QUESTIONS}"),
        ));
    }
    for (path, element) in &elements {
        element::check(element, path, &mut found);
    }
    names::check(&elements, &mut found);
    found
}

/// Each member of `object` against the tables of what is known there.
fn members(object: &Map<String, Value>, path: &str, tables: &[&[(&str, Shape)]], found: &mut Vec<Mistake>) {
    let known = || tables.iter().copied().flatten();
    for (name, value) in object {
        let at = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        if let Some((_, shape)) = known().find(|(one, _)| one == name) {
            shape.check(value, &at, found);
        } else if let Some(asks) = not_run::asks(name, value) {
            if let Asks::NotRun(instead) = asks {
                found.push(Mistake::error("not-run", at, show(value), instead));
            }
        } else {
            let meant = nearest::to(name, known().map(|(one, _)| *one));
            let expected = meant.map_or_else(
                || "nothing: this version does not know it, and ignores it".to_owned(),
                |meant| format!("did you mean `{meant}`? As it is, it is ignored"),
            );
            found.push(Mistake::warning("unknown-property", at, name, expected));
        }
    }
}

fn no_question() -> Mistake {
    Mistake::error("no-question", "", "no question", "at least one in `pages[0].elements`")
}

//! The one question that stands in plain HTML: the survey's first rating, five faces.

use mot_cua_contract::{Mistake, Text};
use mot_cua_survey::{Definition, RESERVED};

use super::faces::{MOUTHS, svg};
use super::html::{by_language, escape, spans};

/// Names that a form's own properties have: a field of that name would hide them from scripts.
const OF_FORMS: [&str; 8] =
    ["submit", "elements", "dataset", "action", "hidden", "children", "getAttribute", "querySelector"];

/// The first rating.
#[derive(Debug)]
pub(crate) struct Question {
    name: String,
    title: Text,
    /// Words by value, in the order of [`MOUTHS`]. `None`: the value speaks for itself.
    words: Vec<Option<Text>>,
}

impl Question {
    /// # Errors
    /// Where there is no rating, or none that five faces can answer.
    pub(crate) fn of(survey: &Definition) -> Result<Self, Mistake> {
        let Some((question, rating)) = survey.first_rating() else {
            return Err(Mistake::error(
                "no-rating",
                "",
                "no question of type rating",
                "one: the faces of the first screen",
            ));
        };
        let name = &question.name;
        if RESERVED.contains(&name.as_str()) || OF_FORMS.contains(&name.as_str()) || !is_plain(name) {
            let expected =
                "letters, digits, - and _, and no word that forms need themselves, such as id, unit, submit";
            return Err(Mistake::error("bad-field-name", "name of the first rating", name, expected));
        }
        let level = |value: u8| rating.levels.iter().find(|level| level.value == value);
        let words: Vec<_> =
            MOUTHS.iter().filter_map(|(value, _)| level(*value).map(|level| level.text.clone())).collect();
        if words.len() != MOUTHS.len() || rating.levels.len() != MOUTHS.len() {
            let found = format!("{} levels", rating.levels.len());
            return Err(Mistake::error(
                "not-five-faces",
                format!("{name}.rateValues"),
                found,
                "the five values 1 to 5",
            ));
        }
        let title = question.title.clone().unwrap_or_else(|| Text::One(name.clone()));
        Ok(Self { name: name.clone(), title, words })
    }

    pub(crate) fn title(&self, languages: &[String]) -> String {
        spans(&self.title, languages)
    }

    /// The rows of the form. Without script a face is required; with it a tap is all.
    pub(crate) fn rows(&self, languages: &[String]) -> String {
        let row = |(at, ((value, mouth), words)): (usize, (&(u8, &str), &Option<Text>))| {
            let words = match words {
                Some(text) => spans(text, languages),
                None => by_language(languages, |_| value.to_string()),
            };
            let (name, face, required) =
                (escape(&self.name), svg(mouth), if at == 0 { " required" } else { "" });
            format!(
                "<label class=\"mc-face mc-face-{value}\"><input type=\"radio\" name=\"{name}\" value=\"{value}\"{required}>{face}<span class=\"mc-word\">{words}</span></label>\n"
            )
        };
        MOUTHS.iter().zip(&self.words).enumerate().map(row).collect()
    }
}

fn is_plain(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        && name.starts_with(|c: char| c.is_ascii_alphabetic())
}

//! What the static page of a survey opens with, and which of the two pages runs it.

use mot_cua_contract::{Mistake, Text};
use mot_cua_survey::Definition;
use mot_cua_survey::lint::is_lean;
use mot_cua_survey::model::{Element, Flow, Kind, Model, Start};
use serde_json::{Map, Value};

use super::html::spans;
use super::manifest::Build;
use super::question::Question;

/// The small page does not tell how far one is; of more pages than these one wants to know.
const SHORT: usize = 2;

/// The first screen as plain HTML.
#[derive(Debug)]
pub(crate) enum Opening {
    /// Five faces: the first tap is an answer, before any WebAssembly and without.
    Faces(Question),
    /// The first question is another one: what the survey is about, until the full page brings the button.
    Words { title: Text, lead: Text },
}

impl Opening {
    /// # Errors
    /// Where the first rating cannot be a field of a form, or nothing can be read.
    pub(crate) fn of(json: &str) -> Result<(Self, Build), Mistake> {
        let lean = is_lean(json).then(|| Definition::parse(json)).flatten();
        let lean = lean.filter(|definition| definition.pages.len() <= SHORT);
        if let Some(definition) = lean {
            return match Question::of(&definition) {
                Ok(question) => Ok((Self::Faces(question), Build::Core)),
                Err(mistake) if mistake.code == "bad-field-name" => Err(mistake),
                Err(_) => Ok((Self::words(json), Build::Full)),
            };
        }
        let model = Model::parse(json).ok_or_else(|| {
            Mistake::error("no-question", "", "no question", "at least one in `pages[0].elements`")
        })?;
        let opening = match asked_first(&model).and_then(|(name, title)| faces(json, &name, title)) {
            Some(question) => Self::Faces(question),
            None => Self::words(json),
        };
        Ok((opening, Build::Full))
    }

    fn words(json: &str) -> Self {
        let survey: Map<String, Value> = serde_json::from_str(json).unwrap_or_default();
        let text = |name: &str| survey.get(name).and_then(read).filter(is_plain).unwrap_or_default();
        Self::Words { title: text("title"), lead: text("description") }
    }

    pub(crate) fn title(&self, languages: &[String]) -> String {
        match self {
            Self::Faces(question) => question.title(languages),
            Self::Words { title, .. } => spans(title, languages),
        }
    }

    pub(crate) fn rows(&self, languages: &[String]) -> String {
        match self {
            Self::Faces(question) => question.rows(languages),
            Self::Words { lead, .. } => format!("<p class=\"mc-lead\">{}</p>", spans(lead, languages)),
        }
    }

    pub(crate) fn has_faces(&self) -> bool {
        matches!(self, Self::Faces(_))
    }
}

fn read(value: &Value) -> Option<Text> {
    serde_json::from_value(value.clone()).ok()
}

/// Texts with answers in them can only be shown by the survey itself.
fn is_plain(text: &Text) -> bool {
    let braces = |words: &str| words.contains('{');
    match text {
        Text::One(words) => !braces(words),
        Text::Many(all) => !all.values().any(|words| braces(words)),
    }
}

/// The question that everyone is asked first, if it is a rating that nothing hides: its name and title.
fn asked_first(model: &Model) -> Option<(String, Option<Text>)> {
    let page = model.pages.first().filter(|page| model.start == Start::AtOnce && always(page))?;
    let asks = |element: &&std::rc::Rc<Element>| {
        !matches!(element.kind(), Some(Kind::Html | Kind::Image | Kind::Expression(_)))
    };
    let first = page.children().iter().find(asks).filter(|first| always(first) && first.name == first.key)?;
    let flat = !matches!(model.flow, Flow::OneInput);
    let title = first.raw.get("title").and_then(read);
    let plain = title.as_ref().is_none_or(is_plain);
    (matches!(first.kind(), Some(Kind::Rating(..))) && flat && plain).then(|| (first.name.clone(), title))
}

fn always(element: &Element) -> bool {
    let rules = &element.rules;
    !rules.hidden && !rules.read_only && rules.visible_if.is_none() && rules.enable_if.is_none()
}

/// `None`: not five levels, or no name for a form.
fn faces(json: &str, name: &str, title: Option<Text>) -> Option<Question> {
    let definition = Definition::parse(json)?;
    let (first, _) = definition.first_rating()?;
    let same = first.name == name && first.title == title;
    Question::of(&definition).ok().filter(|_| same)
}

//! A survey as it runs.

use mot_cua_contract::{Text, lean};
use serde_json::{Map, Value};

use crate::member::{list, string, text};
use crate::question::rating::Rating;
use crate::question::{Kind, Question};

/// A file larger than this is refused: the question banks in use have 20 KB.
pub const MOST_BYTES: usize = 1 << 20;

/// More questions than this are refused.
pub const MOST_QUESTIONS: usize = 2_000;

/// A survey: pages of questions.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Definition {
    pub title: Option<Text>,
    pub description: Option<Text>,
    /// Language the survey begins in. `None`: the site's.
    pub locale: Option<String>,
    pub pages: Vec<Page>,
}

/// What is shown at a time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    pub name: Option<String>,
    pub title: Option<Text>,
    pub description: Option<Text>,
    pub questions: Vec<Question>,
}

impl Definition {
    /// Reads a definition that was linted before it was served; what this version does not know is passed over.
    /// `None`: not JSON, not an object, or without any question. Designers get [`Definition::read`].
    pub fn parse(json: &str) -> Option<Self> {
        if json.len() > MOST_BYTES {
            return None;
        }
        Self::of(lean::parse(json)?.as_object()?)
    }

    pub(crate) fn of(survey: &Map<String, Value>) -> Option<Self> {
        let mut left = MOST_QUESTIONS;
        let pages = if let Some(pages) = list(survey, "pages") {
            pages.iter().filter_map(|page| Page::of(page.as_object()?, &mut left)).collect()
        } else {
            // Without pages, the survey's own elements are the one page; its title is the survey's.
            let page = Page::of(survey, &mut left);
            page.map(|page| Page { questions: page.questions, ..Page::default() }).into_iter().collect()
        };
        let definition = Self {
            title: text(survey, "title"),
            description: text(survey, "description"),
            locale: string(survey, "locale"),
            pages,
        };
        definition.questions().next()?;
        Some(definition)
    }

    /// All questions in the order of the pages.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(|page| &page.questions)
    }

    /// The question of that name.
    pub fn question(&self, name: &str) -> Option<&Question> {
        self.questions().find(|question| question.name == name)
    }

    /// The first rating: the faces of the static form.
    pub fn first_rating(&self) -> Option<(&Question, &Rating)> {
        self.questions().find_map(|question| match &question.kind {
            Kind::Rating(rating) => Some((question, rating)),
            _ => None,
        })
    }
}

impl Page {
    /// `None`: no question left to ask.
    fn of(page: &Map<String, Value>, left: &mut usize) -> Option<Self> {
        // `questions` is what SurveyJS called `elements` before 2017; it still reads it.
        let elements = list(page, "elements").or_else(|| list(page, "questions"))?;
        let questions: Vec<_> =
            elements.iter().filter_map(|element| Question::of(element.as_object()?)).take(*left).collect();
        *left -= questions.len();
        if questions.is_empty() {
            return None;
        }
        Some(Self {
            name: string(page, "name"),
            title: text(page, "title"),
            description: text(page, "description"),
            questions,
        })
    }
}

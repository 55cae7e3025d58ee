//! What may be compared: all versions of a survey that measure the same questions, asked in the same words.

use mot_cua_contract::Text;
use serde_json::{Map, Value};

use super::column::{Column, Shape};
use super::questions;
use super::share::Share;
use super::tally::Tally;
use crate::definition::Definition;
use crate::locked::Core;
use crate::score::{Band, Factor, Index};

/// An index and where those are counted who answered something of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    pub index: Index,
    /// Counter of the people; those of its factors follow.
    pub(super) people: usize,
}

/// Versions whose figures may be laid side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name of the survey; of several that share a core, of the first.
    pub survey: String,
    pub title: Option<Text>,
    /// Id and hash of the locked core. `None`: only equal questions make its versions comparable.
    pub core: Option<(String, String)>,
    pub columns: Vec<Column>,
    /// As declared; where nothing is declared and `overall` is asked from 1 to 5, that question alone from 4 on.
    pub measures: Vec<Measure>,
    /// The first measure without the questions that are not in the core: what wards and months are compared by.
    pub comparable: Option<Measure>,
    /// Name of a page → its title; factors are called like pages.
    pages: Vec<(String, Text)>,
    /// Equal in all its versions.
    pub(super) key: String,
    pub(super) width: usize,
}

impl Series {
    pub(super) fn of(survey: &str, object: &Map<String, Value>, definition: &Definition) -> Self {
        let core = Core::of(object);
        let mut indices = Index::all(object);
        if indices.is_empty() {
            indices.extend(overall(definition));
        }
        let key = key(survey, object, core.as_ref(), &indices);
        let mut this = Self {
            survey: survey.to_owned(),
            title: definition.title.clone(),
            columns: Vec::new(),
            measures: Vec::new(),
            comparable: None,
            pages: Vec::new(),
            key,
            width: 0,
            core: core.as_ref().map(|core| (core.id.clone(), core.hash.clone())),
        };
        let comparable = indices.first().and_then(|index| within(index, core.as_ref()));
        for index in indices {
            let measure = this.measure(index);
            this.measures.push(measure);
        }
        this.comparable = match (comparable, this.measures.first()) {
            (Some(index), Some(first)) if index == first.index => Some(first.clone()),
            (Some(index), _) => Some(this.measure(index)),
            (None, _) => None,
        };
        this
    }

    /// Adds what a version asks beside the common questions.
    pub(super) fn join(&mut self, object: &Map<String, Value>, definition: &Definition) -> Vec<usize> {
        for page in &definition.pages {
            if let (Some(name), Some(title)) = (&page.name, &page.title)
                && self.pages.iter().all(|(known, _)| known != name)
            {
                self.pages.push((name.clone(), title.clone()));
            }
        }
        let new = questions::columns(object).into_iter();
        new.map(|mut column| {
            self.columns.iter().position(|known| known.counts(&column)).unwrap_or_else(|| {
                column.slot = self.width;
                self.width += column.width();
                self.columns.push(column);
                self.columns.len() - 1
            })
        })
        .collect()
    }

    fn measure(&mut self, index: Index) -> Measure {
        let people = self.width;
        self.width += 1 + index.factors.len();
        Measure { index, people }
    }

    /// The counters of people that an answer to this question raises.
    pub(super) fn people(&self, column: &Column) -> Vec<usize> {
        let mut slots = Vec::new();
        for measure in self.measures.iter().chain(&self.comparable) {
            for (at, factor) in measure.index.factors.iter().enumerate() {
                if factor.questions.iter().any(|name| column.is_scale_of(name)) {
                    slots.extend([measure.people, measure.people + 1 + at]);
                }
            }
        }
        slots
    }

    /// What a factor is called: the title of the page of its name, else its only question, else its name.
    pub fn factor_words<'a>(&'a self, factor: &'a Factor, lang: &str) -> &'a str {
        let page = self.pages.iter().find(|(name, _)| *name == factor.name).map(|(_, title)| title.get(lang));
        let only = match factor.questions.as_slice() {
            [only] => self.column(only).map(|column| column.words(lang)),
            _ => None,
        };
        page.filter(|words| !words.is_empty()).or(only).unwrap_or(&factor.name)
    }

    /// The question of that name; on several scales, the first.
    pub fn column(&self, question: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.question == question)
    }

    /// How many said that it was on time, of those whose day had come: the question `onTime` with `yes` and `late`. `None`: it is not
    /// asked.
    pub fn promise_kept(&self, tally: &Tally) -> Option<Share> {
        let column = self.shaped(Shape::One).find(|column| column.question == "onTime")?;
        let of = |key: &str| {
            column
                .values
                .iter()
                .zip(tally.values(column))
                .find(|(choice, _)| choice.key() == key)
                .map(|(_, n)| n)
        };
        let (good, late) = (of("yes")?, of("late")?);
        Some(Share { good, n: good + late })
    }

    /// Questions of that kind.
    pub fn shaped(&self, shape: Shape) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(move |column| column.shape == shape)
    }
}

fn overall(definition: &Definition) -> Option<Index> {
    let column = Column::of(definition.question("overall")?)?;
    let five = column.shape == Shape::Scale
        && column.values.len() == 5
        && column.numbers().zip(1_u8..).all(|(level, at)| level.total_cmp(&f64::from(at)).is_eq());
    let factor = Factor { name: "overall".into(), weight: 1.0, questions: vec!["overall".into()] };
    let bands: Vec<Band> = Vec::new();
    five.then(|| Index { name: "overall".into(), at_least: 4.0, factors: vec![factor], bands })
}

/// Whether that is the question, or a row of it if it is a matrix.
fn is_of(name: &str, question: &str) -> bool {
    name.strip_prefix(question).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Without the questions that are not in the core. `None`: nothing is left.
fn within(index: &Index, core: Option<&Core>) -> Option<Index> {
    let mut index = index.clone();
    if let Some(core) = core {
        for factor in &mut index.factors {
            factor.questions.retain(|name| core.questions.iter().any(|asked| is_of(name, asked)));
        }
        index.factors.retain(|factor| !factor.questions.is_empty());
    }
    Some(index).filter(|index| !index.factors.is_empty())
}

/// What two versions must have in common. A declared hash is not trusted: the text it is of decides.
fn key(survey: &str, object: &Map<String, Value>, core: Option<&Core>, indices: &[Index]) -> String {
    let measured = || {
        let mut names: Vec<String> = Vec::new();
        for name in indices.iter().flat_map(|index| &index.factors).flat_map(|factor| &factor.questions) {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
        Core { id: survey.to_owned(), hash: String::new(), questions: names }
    };
    let mut asked = core.cloned().unwrap_or_else(measured);
    let text = asked.canonical(object).unwrap_or_else(|missing| {
        // Of a row the whole matrix is compared; of what is not there, nothing.
        let matrix = |name: &String| name.rsplit_once('.').map(|(matrix, _)| matrix.to_owned());
        let matrices: Vec<String> = missing.iter().filter_map(matrix).collect();
        asked.questions.retain(|name| !missing.contains(name));
        asked.questions.extend(matrices);
        asked.questions.sort();
        asked.questions.dedup();
        asked
            .canonical(object)
            .or_else(|missing| {
                asked.questions.retain(|name| !missing.contains(name));
                asked.canonical(object)
            })
            .unwrap_or_default()
    });
    format!("{text}\n{indices:?}")
}

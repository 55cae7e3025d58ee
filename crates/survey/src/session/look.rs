//! What a view asks, by number of the element. Numbers stay as they are while the session lives.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::answer::is_blank_value;
use super::{Session, State};
use crate::member::text;
use crate::model::{Element, Flow, Item, Kind, Start};

/// A choice, a level, a row, a column as it is offered now.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub value: Value,
    /// Answers are in their places. Empty: a special choice (none, other, …) that has the language pack's words.
    pub words: String,
    pub enabled: bool,
}

impl Session {
    /// Texts follow; answers stay.
    pub fn speak(&mut self, lang: &str) {
        lang.clone_into(&mut self.lang);
    }

    /// What is shown now: the elements of this page, or the one question; of every page where all are one. Hidden ones too.
    pub fn here(&self) -> Vec<usize> {
        if let Some(question) = self.question {
            return vec![question];
        }
        // Of one long page, the pages that are hidden now too: what they show decides itself.
        let first = usize::from(!self.welcome().is_empty());
        let pages = if self.model.flow == Flow::OnePage {
            (first..self.pages.len()).collect()
        } else {
            vec![self.at]
        };
        let pages = pages.into_iter().filter_map(|at| self.pages.get(at));
        pages.flat_map(|page| self.children(*page)).copied().collect()
    }

    /// What the welcome page shows; nothing where there is none.
    pub fn welcome(&self) -> Vec<usize> {
        let is_welcome = self.model.start == Start::FirstPage && self.pages.len() > 1;
        self.pages
            .first()
            .filter(|_| is_welcome)
            .map(|page| self.children(*page).to_vec())
            .unwrap_or_default()
    }

    /// Every question that is shown now and has an answer of its own, outside dynamic panels.
    pub fn asked(&self) -> Vec<usize> {
        let asks = |id: &usize| {
            let node = self.node(*id).filter(|node| node.host.is_none());
            node.and_then(super::node::Node::kind).is_some_and(Kind::asks) && self.is_there(*id)
        };
        let pages = self.reachable().into_iter().filter_map(|at| self.pages.get(at));
        pages.flat_map(|page| self.below(*page)).filter(asks).collect()
    }

    /// The answer by its parts: rows of a matrix, lines, panels. Empty where it has none.
    pub fn answer_parts(&self, id: usize) -> Vec<(String, String)> {
        let Some(node) = self.node(id) else { return Vec::new() };
        let part =
            |key: &str| self.value(id).and_then(|value| value.get(key)).filter(|one| !is_blank_value(one));
        match node.kind() {
            Some(Kind::Matrix(_)) => {
                let columns = self.columns(id);
                let word = |value: &Value| {
                    columns.iter().find(|one| one.value == *value).map(|one| one.words.clone())
                };
                let rows = self.offers(id).into_iter();
                rows.filter_map(|row| {
                    Some((row.words, word(part(&crate::question::choice::key(&row.value))?)?))
                })
                .collect()
            }
            Some(Kind::MultipleText(lines)) => {
                let items =
                    crate::member::list(&node.element.raw, "items").map(Vec::as_slice).unwrap_or_default();
                let title = |name: &str| {
                    let mut all = items.iter().filter_map(Value::as_object);
                    let item = all.find(|item| item.get("name").and_then(Value::as_str) == Some(name));
                    item.and_then(|item| self.words_in(id, item, "title")).unwrap_or_else(|| name.to_owned())
                };
                let lines = lines.lines.iter();
                lines
                    .filter_map(|line| {
                        Some((title(&line.name), crate::expression::show(&part(&line.name)?.into())))
                    })
                    .collect()
            }
            Some(Kind::Panels(_)) => {
                let rows = self.panel_rows(id).into_iter().flat_map(|(_, children)| children);
                let inside =
                    rows.flat_map(|child| self.below(child)).filter(|child| self.value(*child).is_some());
                inside
                    .map(|child| (self.words(child, "title").unwrap_or_default(), self.answer_words(child)))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// Pages, or questions, that can be reached now, in order; where all pages are one, the first.
    pub fn places(&self) -> Vec<usize> {
        let mut all = if self.question.is_some() { self.singles() } else { self.reachable() };
        if self.model.flow == Flow::OnePage {
            all.truncate(1);
        }
        all
    }

    /// What stands at a place of [`Session::places`].
    pub fn at_place(&self, place: usize) -> Vec<usize> {
        if self.question.is_some() {
            return vec![place];
        }
        if self.model.flow == Flow::OnePage {
            return self.here();
        }
        self.pages.get(place).map(|page| self.children(*page).to_vec()).unwrap_or_default()
    }

    /// The page that is shown. `None`: several are, or one question alone.
    pub fn page(&self) -> Option<usize> {
        let one = self.question.is_none() && self.model.flow == Flow::Pages && self.state != State::Preview;
        self.pages.get(self.at).copied().filter(|_| one)
    }

    pub fn element(&self, id: usize) -> Option<&Rc<Element>> {
        self.node(id).map(|node| &node.element)
    }

    /// What a page or panel holds.
    pub fn children(&self, id: usize) -> &[usize] {
        self.node(id).map(|node| node.children.as_slice()).unwrap_or_default()
    }

    /// Rows of a dynamic panel that are shown: their number and what is in them.
    pub fn panel_rows(&self, id: usize) -> Vec<(usize, Vec<usize>)> {
        let Some(node) = self.node(id) else { return Vec::new() };
        let rows = node.rows.iter().take(self.count_rows(id)).enumerate();
        rows.filter(|(_, row)| row.shown).map(|(at, row)| (at, row.children.clone())).collect()
    }

    pub fn is_shown(&self, id: usize) -> bool {
        self.is_there(id)
    }

    pub fn is_required(&self, id: usize) -> bool {
        self.node(id).is_some_and(|node| node.required)
    }

    /// Read-only, by itself or by what it stands in.
    pub fn is_closed(&self, id: usize) -> bool {
        self.is_read_only(id)
    }

    pub fn answer_of(&self, id: usize) -> Option<&Value> {
        self.value(id)
    }

    /// The words for the answer; empty where there is none.
    pub fn answer_words(&self, id: usize) -> String {
        self.value(id).map(|value| crate::expression::show(&self.display(id, value))).unwrap_or_default()
    }

    /// A text of the element's, answers in their places. `None`: it has none.
    pub fn words(&self, id: usize, member: &str) -> Option<String> {
        self.words_in(id, &self.node(id)?.element.raw, member)
    }

    /// The same of a part of it: a line of several.
    pub fn words_in(&self, id: usize, object: &Map<String, Value>, member: &str) -> Option<String> {
        let words = text(object, member).filter(|words| !words.is_blank())?;
        Some(self.piped_at(Some(id), words.get(&self.lang)))
    }

    /// A text of the survey's.
    pub fn survey_words(&self, member: &str) -> Option<String> {
        let words = text(&self.model.raw, member).filter(|words| !words.is_blank())?;
        Some(self.piped(words.get(&self.lang)))
    }

    /// Choices of a question, levels of a rating, rows of a matrix.
    pub fn offers(&self, id: usize) -> Vec<Offer> {
        let Some(node) = self.node(id) else { return Vec::new() };
        match node.kind() {
            Some(Kind::Choices(choices)) => {
                let values = self.offered(id).unwrap_or_default();
                let disabled = |value: &Value| {
                    let mut off = node.disabled.iter().filter_map(|at| choices.items.get(*at));
                    off.any(|item| item.choice.value == *value)
                };
                let offer = |value: Value| Offer {
                    words: self.choice_words(id, choices, &value),
                    enabled: !disabled(&value),
                    value,
                };
                values.into_iter().map(offer).collect()
            }
            Some(Kind::Rating(rating, items)) => {
                let hidden = |value: &Value| {
                    let mut off = node.hidden.iter().filter_map(|at| items.get(*at));
                    off.any(|item| item.choice.value == *value)
                };
                let levels = rating.levels.iter().filter(|level| !hidden(&level.value));
                levels
                    .map(|level| Offer {
                        value: level.value.clone(),
                        words: self.piped_at(Some(id), &level.words(&self.lang)),
                        enabled: true,
                    })
                    .collect()
            }
            Some(Kind::Matrix(matrix)) => self.items(id, &matrix.rows, &node.hidden),
            _ => Vec::new(),
        }
    }

    /// Columns of a matrix.
    pub fn columns(&self, id: usize) -> Vec<Offer> {
        match self.node(id).map(|node| (node, node.kind())) {
            Some((node, Some(Kind::Matrix(matrix)))) => self.items(id, &matrix.columns, &node.hidden_columns),
            _ => Vec::new(),
        }
    }

    fn items(&self, id: usize, items: &[Item], hidden: &[usize]) -> Vec<Offer> {
        let shown = items.iter().enumerate().filter(|(at, _)| !hidden.contains(at));
        shown
            .map(|(_, item)| Offer {
                value: item.choice.value.clone(),
                words: self.piped_at(Some(id), &item.choice.words(&self.lang)),
                enabled: true,
            })
            .collect()
    }

    fn choice_words(&self, id: usize, choices: &crate::model::Choices, value: &Value) -> String {
        let member = match value.as_str() {
            Some("other") if choices.other => "otherText",
            Some("none") if choices.special.contains(value) => "noneText",
            Some("refused") if choices.special.contains(value) => "refuseText",
            Some("dontknow") if choices.special.contains(value) => "dontKnowText",
            _ => return self.piped_at(Some(id), &crate::expression::show(&self.display(id, value))),
        };
        self.words(id, member).unwrap_or_default()
    }

    /// The citizen answers. `None`: takes the answer away.
    pub fn answer(&mut self, id: usize, value: Option<Value>) {
        if self.state != State::Completed {
            self.put(id, value);
            self.keep_place();
        }
    }

    /// What is written beside an answer.
    pub fn note_of(&self, id: usize) -> Option<&str> {
        self.comment(id)
    }

    /// The citizen writes it.
    pub fn note(&mut self, id: usize, words: &str) {
        let Some((key, host)) =
            self.node(id).map(|node| ([node.element.key.as_str(), "-Comment"].concat(), node.host))
        else {
            return;
        };
        let value = (!words.trim().is_empty()).then(|| Value::from(words));
        let Some(host) = host else { return self.put_key(&key, value) };
        let mut rows = self.value(host.node).cloned();
        if let Some(Value::Object(row)) = rows.as_mut().and_then(|rows| rows.get_mut(host.row)) {
            match value {
                Some(value) => drop(row.insert(key, value)),
                None => drop(row.shift_remove(&key)),
            }
            self.put(host.node, rows);
        }
    }
}

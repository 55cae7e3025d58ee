//! Answers as the citizen reads them.

use std::rc::Rc;

use mot_cua_contract::Text;
use serde_json::Value;

use super::Session;
use crate::expression::{Datum, Order, equal, show};
use crate::letters::Lower;
use crate::member::text;
use crate::model::{Element, Item, Kind};

impl Session {
    /// The words for an answer of this question.
    pub(super) fn display(&self, id: usize, value: &Value) -> Datum {
        let Some(node) = self.node(id) else { return Datum::Undefined };
        if let (Value::Array(items), Some(Kind::Choices(_) | Kind::File(_))) = (value, node.kind()) {
            let words: Vec<String> =
                items.iter().map(|item| self.one_word(&node.element, id, item)).collect();
            return Datum::Text(words.join(", "));
        }
        match node.kind() {
            Some(Kind::Matrix(_) | Kind::MultipleText(_) | Kind::Panels(_)) => Datum::from(value),
            Some(_) => match value {
                Value::Number(_) if !matches!(node.kind(), Some(Kind::Choices(_) | Kind::Rating(..))) => {
                    Datum::from(value)
                }
                value => Datum::Text(self.one_word(&node.element, id, value)),
            },
            None => Datum::Undefined,
        }
    }

    fn one_word(&self, element: &Rc<Element>, id: usize, value: &Value) -> String {
        let words = match element.kind() {
            Some(Kind::Choices(choices)) => {
                let value = choices.member.as_ref().and_then(|member| value.get(member)).unwrap_or(value);
                if choices.other && *value == "other" {
                    self.comment(id).map(str::to_owned)
                } else {
                    self.item(&choices.items, value).or_else(|| self.fed_word(element, value))
                }
            }
            Some(Kind::Rating(_, levels)) => self.item(levels, value),
            Some(Kind::Boolean(boolean)) => {
                let words = if *value == boolean.yes { &boolean.yes_text } else { &boolean.no_text };
                words.as_ref().map(|words| words.get(&self.lang).to_owned())
            }
            Some(Kind::File(_)) => value.get("name").and_then(Value::as_str).map(str::to_owned),
            _ => None,
        };
        words.unwrap_or_else(|| show(&value.into()))
    }

    fn item(&self, items: &[Item], value: &Value) -> Option<String> {
        let found = items.iter().find(|item| equal(&(&item.choice.value).into(), &value.into(), Order::Any));
        found.map(|item| item.choice.words(&self.lang))
    }

    /// Choices that come from another question have their words there.
    fn fed_word(&self, element: &Element, value: &Value) -> Option<String> {
        let Some(Kind::Choices(choices)) = element.kind() else { return None };
        let source = self.by_name(&choices.feed.as_ref()?.question)?;
        match self.node(source)?.kind()? {
            Kind::Choices(choices) => self.item(&choices.items, value),
            _ => None,
        }
    }

    /// What was written beside the answer: for "other", or where `showCommentArea` asks.
    pub(super) fn comment(&self, id: usize) -> Option<&str> {
        let node = self.node(id)?;
        let key = [&node.element.key, "-Comment"].concat();
        match node.host {
            None => self.data.get(&key)?.as_str(),
            Some(host) => self.row(host)?.get(&key)?.as_str(),
        }
    }

    /// A page or panel by its name.
    pub(super) fn container(&self, name: &str) -> Option<usize> {
        let lower = name.lower();
        (0..self.nodes.len()).find(|id| {
            self.node(*id).is_some_and(|node| node.kind().is_none() && node.element.name.lower() == lower)
        })
    }

    /// What a designer may ask of an element.
    pub(super) fn property(&self, id: usize, name: &str) -> Datum {
        let Some(node) = self.node(id) else { return Datum::Undefined };
        let title = || text(&node.element.raw, "title").filter(|title| !title.is_blank());
        match name {
            "isVisible" | "visible" => self.is_visible(id).into(),
            "isRequired" => node.required.into(),
            "isReadOnly" => self.is_read_only(id).into(),
            "name" => node.element.name.as_str().into(),
            "title" => title()
                .map_or_else(|| node.element.name.clone(), |title: Text| self.piped(title.get(&self.lang)))
                .as_str()
                .into(),
            "value" => self.value(id).map_or(Datum::Undefined, Datum::from),
            "displayValue" => self.value(id).map_or(Datum::Undefined, |value| self.display(id, value)),
            "containsErrors" => (!self.is_blank(id) && !self.check_question(id).is_empty()).into(),
            "isEmpty" => self.is_blank(id).into(),
            other => node.element.raw.get(other).map_or(Datum::Undefined, Datum::from),
        }
    }

    /// Whether all that is visible in a page, panel or question is answered as it must be.
    pub(super) fn is_ready(&self, name: &str) -> bool {
        let Some(id) = self.container(name).or_else(|| self.by_name(name)) else { return false };
        let mut errors = super::Errors::new();
        self.check_into(id, &mut errors);
        errors.is_empty()
    }
}

//! Reading a definition.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::element::{Body, Element};
use super::{Calculated, Clear, Ending, Flow, MOST_ELEMENTS, Model, Preview, Start, Trigger};
use crate::expression::Expression;
use crate::member::{flag, list, string};

type Object = Map<String, Value>;

/// What has been read so far: names given to what has none, and how much may follow.
pub(super) struct Reader {
    names: Object,
    left: usize,
}

impl Model {
    pub(crate) fn of(raw: Object) -> Option<Self> {
        let mut reader = Reader { names: Object::new(), left: MOST_ELEMENTS };
        reader.collect(&raw);
        let flow = match string(&raw, "questionsOnPageMode").as_deref() {
            Some("singlePage") => Flow::OnePage,
            Some("questionPerPage" | "questionOnPage") => Flow::OneQuestion,
            Some("inputPerPage") => Flow::OneInput,
            _ if flag(&raw, "isSinglePage") => Flow::OnePage,
            _ => Flow::Pages,
        };
        let start = if flag(&raw, "firstPageIsStartPage") || flag(&raw, "firstPageIsStarted") {
            Start::FirstPage
        } else {
            Start::AtOnce
        };
        let pages = if let Some(pages) = list(&raw, "pages") {
            let pages = pages.iter().filter_map(Value::as_object);
            pages.map(|page| reader.page(page)).collect::<Option<Vec<_>>>()?
        } else {
            let members = ["elements", "questions"].into_iter();
            let only = members.filter_map(|name| Some((name.to_owned(), raw.get(name)?.clone()))).collect();
            vec![reader.page(&only)?]
        };
        if pages.is_empty() {
            return None;
        }
        let items = |name: &str| list(&raw, name).map(Vec::as_slice).unwrap_or_default().iter();
        let objects = |name| items(name).filter_map(Value::as_object);
        Some(Self {
            calculated: objects("calculatedValues").filter_map(Calculated::of).collect(),
            triggers: objects("triggers").filter_map(Trigger::of).collect(),
            endings: objects("completedHtmlOnCondition").filter_map(Ending::of).collect(),
            clear: Clear::of_survey(&raw),
            preview: match raw.get("showPreviewBeforeComplete") {
                Some(Value::Bool(true)) => Preview::Answers,
                Some(Value::String(word)) if word != "noPreview" => Preview::Answers,
                _ => Preview::None,
            },
            flow,
            start,
            pages,
            raw,
        })
    }
}

impl Reader {
    /// Names that are taken, so that none of them is given to another.
    fn collect(&mut self, object: &Object) {
        for value in object.values() {
            match value {
                Value::Object(inner) => self.collect(inner),
                Value::Array(items) => {
                    items.iter().filter_map(Value::as_object).for_each(|one| self.collect(one));
                }
                _ => {}
            }
        }
        if let Some(name) = object.get("name").and_then(Value::as_str) {
            self.names.insert(name.to_owned(), Value::Null);
        }
    }

    fn name(&mut self, object: &Object, word: &str) -> String {
        string(object, "name").unwrap_or_else(|| {
            let name = (1..=MOST_ELEMENTS + self.names.len())
                .map(|at| word.to_owned() + &at.to_string())
                .find(|name| !self.names.contains_key(name));
            let name = name.unwrap_or_default();
            self.names.insert(name.clone(), Value::Null);
            name
        })
    }

    /// `None`: too much in all.
    fn page(&mut self, object: &Object) -> Option<Rc<Element>> {
        let name = self.name(object, "page");
        let children = self.elements(object, &["elements", "questions"])?;
        Some(Rc::new(Element::new(name, object, Body::Page(children))))
    }

    /// The elements in the first of these members that is there. `None`: too many.
    pub(super) fn elements(&mut self, object: &Object, members: &[&str]) -> Option<Vec<Rc<Element>>> {
        let items = members.iter().find_map(|name| list(object, name)).map(Vec::as_slice).unwrap_or_default();
        let mut all = Vec::new();
        for element in items.iter().filter_map(Value::as_object) {
            self.left = self.left.checked_sub(1)?;
            all.push(Rc::new(self.element(element)?));
        }
        Some(all)
    }

    fn element(&mut self, object: &Object) -> Option<Element> {
        let kind = string(object, "type").unwrap_or_else(|| "text".to_owned());
        if kind == "panel" {
            let name = self.name(object, "panel");
            let children = self.elements(object, &["elements", "questions"])?;
            return Some(Element::new(name, object, Body::Panel(children)));
        }
        let name = self.name(object, "question");
        let kind = super::kind::read(self, &kind, object)?;
        Some(Element::new(name, object, Body::Question(Box::new(kind))))
    }
}

/// An expression that parses. `None` also where it does not: the linter names it, and it decides nothing.
pub(super) fn expression(object: &Object, name: &str) -> Option<Expression> {
    Expression::parse(object.get(name)?.as_str()?).ok()
}

//! The same questions for each of several things: the answer is a list of objects.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::super::element::Element;
use super::super::read::{Reader, expression};
use crate::expression::Expression;
use crate::member::{string, whole};

/// `maxPanelCount` where none is said, and the most that is taken.
const MOST: usize = 100;

#[derive(Debug, Clone)]
pub struct Panels {
    pub template: Vec<Rc<Element>>,
    pub visible_if: Option<Expression>,
    /// How many there are at first.
    pub count: usize,
    pub least: usize,
    pub most: usize,
    /// `keyName`: this question's answers differ from panel to panel.
    pub key: Option<String>,
    /// `defaultPanelValue`: what a new one holds.
    pub first: Option<Value>,
}

impl Panels {
    /// `None`: too much in all.
    pub(super) fn of(reader: &mut Reader, object: &Map<String, Value>) -> Option<Self> {
        let count = |name: &str| whole(object, name).and_then(|count| usize::try_from(count).ok());
        let most = count("maxPanelCount").unwrap_or(MOST).min(MOST);
        let least = count("minPanelCount").unwrap_or(0).min(most);
        Some(Self {
            template: reader.elements(object, &["templateElements"])?,
            visible_if: expression(object, "templateVisibleIf"),
            count: count("panelCount").unwrap_or(0).clamp(least, most),
            least,
            most,
            key: string(object, "keyName"),
            first: object.get("defaultPanelValue").cloned(),
        })
    }
}

//! One of many, several of many, many in an order.

use serde_json::{Map, Value};

use super::super::read::expression;
use crate::expression::Expression;
use crate::member::{flag, list, string, whole};
use crate::question::choice::{Choice, MOST_CHOICES};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    One,
    Several,
    Ranked,
}

/// `choicesOrder`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    Given,
    Ascending,
    Descending,
    Random,
}

#[derive(Debug, Clone)]
pub struct Choices {
    pub how: How,
    pub items: Vec<Item>,
    /// `showNoneItem` and its like: values that stand alone.
    pub special: Vec<Value>,
    /// `showOtherItem`: "other", with words in `<name>-Comment`.
    pub other: bool,
    /// Of every choice, `{item}` being its value.
    pub visible_if: Option<Expression>,
    pub enable_if: Option<Expression>,
    pub feed: Option<Feed>,
    pub least: usize,
    /// 0: no limit.
    pub most: usize,
    /// `valuePropertyName`: answers are objects with the value in this member.
    pub member: Option<String>,
    pub hide_if_empty: bool,
    pub order: Order,
    /// `selectToRankEnabled`: what is not ranked is left out.
    pub select_to_rank: bool,
}

/// `choicesFromQuestion`.
#[derive(Debug, Clone)]
pub struct Feed {
    pub question: String,
    pub mode: Carry,
    /// The member of a row that is the value; else the first of it.
    pub value: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    All,
    Selected,
    Unselected,
}

#[derive(Debug, Clone)]
pub struct Item {
    pub choice: Choice,
    pub visible_if: Option<Expression>,
    pub enable_if: Option<Expression>,
    /// Members that the designer gave it, for `{item.…}`.
    pub raw: Map<String, Value>,
}

impl Choices {
    pub(crate) fn of(how: How, object: &Map<String, Value>) -> Self {
        let shows = |new: &str, old: &str| flag(object, new) || flag(object, old);
        let count =
            |name: &str| whole(object, name).and_then(|count| usize::try_from(count).ok()).unwrap_or(0);
        let special = [
            (shows("showNoneItem", "hasNone"), "none"),
            (flag(object, "showRefuseItem"), "refused"),
            (flag(object, "showDontKnowItem"), "dontknow"),
        ];
        Self {
            how,
            items: listed(object),
            special: special.into_iter().filter(|(shown, _)| *shown).map(|(_, value)| value.into()).collect(),
            other: shows("showOtherItem", "hasOther") && how != How::Ranked,
            visible_if: expression(object, "choicesVisibleIf"),
            enable_if: expression(object, "choicesEnableIf"),
            feed: string(object, "choicesFromQuestion").map(|question| Feed {
                question,
                mode: match string(object, "choicesFromQuestionMode").as_deref() {
                    Some("selected") => Carry::Selected,
                    Some("unselected") => Carry::Unselected,
                    _ => Carry::All,
                },
                value: string(object, "choiceValuesFromQuestion"),
            }),
            least: count("minSelectedChoices"),
            most: count("maxSelectedChoices"),
            member: string(object, "valuePropertyName"),
            hide_if_empty: flag(object, "hideIfChoicesEmpty"),
            order: match string(object, "choicesOrder").as_deref() {
                Some("asc") => Order::Ascending,
                Some("desc") => Order::Descending,
                Some("random") => Order::Random,
                _ => Order::Given,
            },
            select_to_rank: flag(object, "selectToRankEnabled"),
        }
    }

    /// Whether what is offered depends on answers.
    pub fn depends(&self) -> bool {
        self.feed.is_some()
            || self.visible_if.is_some()
            || self.items.iter().any(|item| item.visible_if.is_some())
    }
}

/// `choices`, or the whole numbers from `choicesMin` to `choicesMax`.
fn listed(object: &Map<String, Value>) -> Vec<Item> {
    let items = items(object, "choices");
    let (least, most) = (whole(object, "choicesMin"), whole(object, "choicesMax"));
    let (Some(least), Some(most)) = (least, most) else { return items };
    let step = usize::try_from(whole(object, "choicesStep").unwrap_or(1)).unwrap_or(1).max(1);
    let numbers = (least..=most).step_by(step).take(MOST_CHOICES);
    items.into_iter().chain(numbers.filter_map(|number| Item::of(&number.into()))).collect()
}

pub(crate) fn items(object: &Map<String, Value>, name: &str) -> Vec<Item> {
    let items = list(object, name).map(Vec::as_slice).unwrap_or_default();
    items.iter().take(MOST_CHOICES).filter_map(Item::of).collect()
}

impl Item {
    pub(crate) fn of(value: &Value) -> Option<Self> {
        let raw = value.as_object().cloned().unwrap_or_default();
        Some(Self {
            choice: Choice::of(value)?,
            visible_if: expression(&raw, "visibleIf"),
            enable_if: expression(&raw, "enableIf"),
            raw,
        })
    }
}

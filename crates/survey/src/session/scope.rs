//! What an expression in a survey sees.

use serde_json::{Map, Value};

use super::Session;
use super::node::Host;
use crate::expression::{Ask, Clock, Datum, Found, Order, Part, Path, Reading, Scope, Variable, follow};
use crate::letters::Lower;
use crate::model::{How, Item, Kind};

/// The survey, from the place of an element, of a row, of a choice.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    session: &'a Session,
    node: Option<usize>,
    host: Option<Host>,
    item: Option<&'a Item>,
}

impl<'a> View<'a> {
    pub(super) fn of(session: &'a Session, node: Option<usize>) -> Self {
        let host = node.and_then(|id| session.node(id)).and_then(|node| node.host);
        Self { session, node, host, item: None }
    }

    pub(super) fn of_row(session: &'a Session, host: Host) -> Self {
        Self { session, node: None, host: Some(host), item: None }
    }

    /// `{item}` is the value of this choice.
    pub(super) fn with(self, item: &'a Item) -> Self {
        Self { item: Some(item), ..self }
    }

    fn survey(&self, variable: &Variable) -> Option<Found> {
        let parts = variable.path.parts.as_slice();
        if let [Part { name, index: None }] = parts
            && let Some(value) = self.built_in(&name.lower())
        {
            return Some(found(value));
        }
        let most = parts.iter().position(|part| part.index.is_some()).map_or(parts.len(), |at| at + 1);
        let heads = || {
            (1..=most)
                .rev()
                .filter_map(|count| Some((Path::name(parts.get(..count)?), parts.get(count - 1..)?)))
        };
        for (name, rest) in heads() {
            if let Some(value) = self.session.variables.get(&name.lower())
                && let Some(value) = rest_of(&value.into(), rest)
            {
                return Some(found(value));
            }
        }
        for (name, rest) in heads() {
            let name = name.strip_suffix("-unwrapped").unwrap_or(&name);
            if let Some(id) = self.session.by_key(name).first() {
                return self.question(*id, rest, variable.reading);
            }
        }
        heads().find_map(|(name, rest)| rest_of(&self.session.stored(&name)?.into(), rest)).map(found)
    }

    fn question(&self, id: usize, rest: &[Part], reading: Reading) -> Option<Found> {
        let kind = self.session.node(id)?.kind();
        let order = match kind {
            Some(Kind::Choices(choices)) if choices.how == How::Ranked => Order::Exact,
            _ => Order::Any,
        };
        let value = self.session.value(id).map_or(Datum::Undefined, Datum::from);
        let deeper = rest.len() > 1 || rest.first().is_some_and(|part| part.index.is_some());
        let value = match (kind, deeper) {
            (Some(Kind::Choices(choices)), false) if reading != Reading::Whole => match &choices.member {
                Some(member) => unwrap(&value, member),
                None => value,
            },
            (_, false) => value,
            (_, true) => rest_of(&value, rest)?,
        };
        Some(Found { value, order })
    }

    /// `panel.x`, `parentPanel.x`, `panelIndex`, `x` of the row first.
    fn in_row(&self, parts: &[Part]) -> Option<Found> {
        let host = self.host?;
        let (first, rest) = parts.split_first()?;
        let row = |host: Host| Datum::from(self.session.row(host).unwrap_or(&Map::new()));
        match first.name.lower().as_str() {
            "panel" | "row" if !rest.is_empty() => {
                let value = follow(&row(host), rest).map_or(Datum::Undefined, crate::expression::Step::datum);
                Some(found(value))
            }
            "parentpanel" if !rest.is_empty() => {
                let outer = self.session.node(host.node)?.host?;
                Some(found(
                    follow(&row(outer), rest).map_or(Datum::Undefined, crate::expression::Step::datum),
                ))
            }
            "panelindex" | "rowindex" => Some(found(number(host.row))),
            "visiblepanelindex" => {
                let before = (0..host.row).filter(|row| self.session.row_shown(Host { row: *row, ..host }));
                Some(found(number(before.count())))
            }
            _ => None,
        }
    }

    fn of_item(&self, parts: &[Part]) -> Option<Found> {
        let item = self.item?;
        let (first, rest) = parts.split_first()?;
        match (first.name.lower().as_str(), rest) {
            ("item" | "choice", []) => Some(found(Datum::from(&item.choice.value))),
            ("item" | "choice", rest) => {
                follow(&Datum::from(&item.raw), rest).map(|step| found(step.datum()))
            }
            _ => None,
        }
    }

    fn built_in(&self, name: &str) -> Option<Datum> {
        let reachable = || self.session.reachable();
        Some(match name {
            "pageno" => {
                number(reachable().iter().position(|page| *page == self.session.at).map_or(0, |at| at + 1))
            }
            "pagecount" => number(reachable().len()),
            "locale" => Datum::Text(self.session.lang.clone()),
            _ => return None,
        })
    }

    /// `{$question.isVisible}` and its like.
    fn property(&self, variable: &Variable) -> Option<Found> {
        let name = variable.name.strip_prefix('$')?;
        let (name, property) = name.rsplit_once('.')?;
        let id = match name {
            "self" => self.node?,
            name => self.session.by_name(name).or_else(|| self.session.container(name))?,
        };
        Some(found(self.session.property(id, property)))
    }
}

impl Scope for View<'_> {
    fn find(&self, variable: &Variable) -> Option<Found> {
        let parts = variable.path.parts.as_slice();
        if variable.name.starts_with('$') {
            return self.property(variable);
        }
        if let ([Part { name, index: None }], Some(id)) = (parts, self.node)
            && name == "self"
        {
            return Some(found(self.session.value(id).map_or(Datum::Undefined, Datum::from)));
        }
        self.of_item(parts).or_else(|| self.in_row(parts)).or_else(|| self.survey(variable))
    }

    fn clock(&self) -> Clock {
        self.session.clock
    }

    fn ask(&self, what: Ask, arguments: &[Datum]) -> Datum {
        let name = match arguments.first() {
            Some(Datum::Text(name)) => name.as_str(),
            _ => "",
        };
        let near = self.host.and_then(|host| self.session.in_row(host.node, host.row, name));
        let question = near.or_else(|| self.session.by_name(name));
        match (what, question) {
            (Ask::DisplayMode, _) => false.into(),
            (Ask::ContainerReady, _) => self.session.is_ready(name).into(),
            (Ask::DisplayValue, Some(id)) => match arguments.get(1).filter(|value| !value.is_empty()) {
                Some(value) => self.session.display(id, &value.to_json().unwrap_or_default()),
                None => match self.session.value(id) {
                    Some(value) => self.session.display(id, value),
                    None => Datum::Undefined,
                },
            },
            (Ask::PropertyValue, Some(id)) => match arguments.get(1) {
                Some(Datum::Text(property)) => self.session.property(id, property),
                _ => Datum::Undefined,
            },
            (Ask::Comment, Some(id)) => self.session.comment(id).map_or(Datum::Undefined, Datum::from),
            (Ask::Comment, None) => "".into(),
            _ => Datum::Undefined,
        }
    }
}

impl Session {
    /// An answer by its key, in any case of letters.
    pub(super) fn stored(&self, name: &str) -> Option<&Value> {
        self.data.get(name).or_else(|| {
            let lower = name.lower();
            self.data.iter().find(|(key, _)| key.lower() == lower).map(|(_, value)| value)
        })
    }
}

fn found(value: Datum) -> Found {
    Found { value, order: Order::Any }
}

#[allow(clippy::cast_precision_loss, reason = "rows and pages are few")]
fn number(count: usize) -> Datum {
    Datum::Number(count as f64)
}

/// Answers that are objects, as their values.
fn unwrap(value: &Datum, member: &str) -> Datum {
    match value {
        Datum::List(items) => Datum::List(
            items.iter().map(|item| item.member(member).cloned().unwrap_or_else(|| item.clone())).collect(),
        ),
        other => other.clone(),
    }
}

/// What the index of the first part and the parts behind it lead to.
fn rest_of(value: &Datum, parts: &[Part]) -> Option<Datum> {
    let (first, rest) = parts.split_first()?;
    let mut way = Vec::with_capacity(parts.len());
    // An index belongs to a name; the name here is the value itself.
    let held;
    let root = if first.index.is_some() {
        held = Datum::Object(vec![("value".to_owned(), value.clone())]);
        way.push(Part { name: "value".to_owned(), index: first.index });
        &held
    } else {
        value
    };
    way.extend_from_slice(rest);
    follow(root, &way).map(crate::expression::Step::datum)
}

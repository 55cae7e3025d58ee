//! Rows one below the other become pages within a survey, questions within pages.

use serde_json::{Map, Value};

use super::super::finding::{Code, Found, Place, nearest};
use super::super::heads::Table;
use super::super::row::{Row, lay};
use super::group::{Depth, group};
use super::kind::{Asked, CHOOSE, Holder, Plain, Refusal, TYPES, parse};
use super::settings::Settings;
use super::{Context, question};

/// Groups within groups.
const MOST_DEEP: usize = 20;

type Places = Vec<(String, Place)>;

#[derive(Debug)]
struct Node {
    place: Place,
    members: Map<String, Value>,
    held: Held,
}

#[derive(Debug)]
enum Held {
    Nothing,
    Group(Vec<Node>),
    Repeat(Vec<Node>),
}

/// A group whose end has not come yet.
struct Open<'a> {
    row: Row<'a>,
    cell: &'a str,
    holder: Holder,
    members: Map<String, Value>,
    inside: Vec<Node>,
}

pub(super) fn survey(
    table: &Table,
    settings: Settings,
    context: &Context,
    found: &mut Found,
) -> (Value, Places) {
    let mut open: Vec<Open> = Vec::new();
    let mut all: Vec<Node> = Vec::new();
    let mut calculated: Vec<Value> = Vec::new();
    for row in table.each() {
        let Some((cell, asked)) = kind(row, found) else { continue };
        let around = open.iter().rev().find(|open| open.holder == Holder::Repeat);
        let repeat = around.and_then(|open| open.members.get("name")?.as_str()).map(str::to_owned);
        let repeat = repeat.as_deref();
        let node = match asked {
            Asked::Outside => {
                row.tell("type", Code::OutsideType, &[("value", cell)], found);
                continue;
            }
            Asked::Begin(_) if open.len() >= MOST_DEEP => {
                row.tell("type", Code::TooDeep, &[("most", &MOST_DEEP.to_string())], found);
                return (Value::Null, Places::new());
            }
            Asked::Begin(holder) => {
                let depth = if open.is_empty() { Depth::Outermost } else { Depth::Inner };
                let members = group(row, holder, depth, context, repeat, found);
                open.push(Open { row, cell, holder, members, inside: Vec::new() });
                continue;
            }
            Asked::End(holder) => {
                let Some(Open { row, members, inside, .. }) = open.pop_if(|open| open.holder == holder)
                else {
                    row.tell("type", Code::WrongEnd, &[("value", cell)], found);
                    continue;
                };
                let held = if holder == Holder::Group { Held::Group(inside) } else { Held::Repeat(inside) };
                Node { place: Place::row(&table.sheet, row.number), members, held }
            }
            Asked::Plain(Plain::Calculate) if repeat.is_none() => {
                calculated.push(value(row, context, found));
                continue;
            }
            asked => {
                let members = question(row, asked, context, repeat, found);
                Node { place: Place::row(&table.sheet, row.number), members, held: Held::Nothing }
            }
        };
        open.last_mut().map_or(&mut all, |open| &mut open.inside).push(node);
    }
    for left in open {
        left.row.tell("type", Code::UnclosedGroup, &[("value", left.cell)], found);
    }
    let mut places = Places::new();
    let mut survey = settings.members;
    whole(all, &mut survey, &mut places);
    if !calculated.is_empty() {
        survey.insert("calculatedValues".to_owned(), calculated.into());
    }
    lay(&mut survey, settings.aside);
    (Value::Object(survey), places)
}

fn kind<'a>(row: Row<'a>, found: &mut Found) -> Option<(&'a str, Asked<'a>)> {
    let Some(cell) = row.text("type") else {
        row.tell("type", Code::NoType, &[], found);
        return None;
    };
    match parse(cell) {
        Ok(asked) => return Some((cell, asked)),
        Err(Refusal::NoList) => row.tell("type", Code::NoList, &[("value", cell)], found),
        Err(Refusal::Unknown) => {
            let known: Vec<&str> =
                CHOOSE.iter().map(|(name, _)| *name).chain(TYPES.iter().map(|(name, _)| *name)).collect();
            let first = cell.split_whitespace().next().unwrap_or_default();
            let meant = nearest(first, known.iter().copied());
            let about = [("value", cell), ("meant", &*meant), ("known", &known.join(", "))];
            row.tell("type", Code::UnknownType, &about, found);
        }
    }
    None
}

/// `calculate`: a value that no one is asked for.
pub(in super::super) fn value(row: Row, context: &Context, found: &mut Found) -> Value {
    let mut members = question(row, Asked::Plain(Plain::Calculate), context, None, found);
    for member in ["type", "visible", "title"] {
        members.shift_remove(member);
    }
    if !members.contains_key("includeIntoResult") {
        members.insert("includeIntoResult".to_owned(), true.into());
    }
    Value::Object(members)
}

/// With a group outside all others there are pages; what stands between them is a page too.
fn whole(all: Vec<Node>, survey: &mut Map<String, Value>, places: &mut Places) {
    let is_page = |node: &Node| matches!(node.held, Held::Group(_)) && !node.members.contains_key("type");
    if !all.iter().any(is_page) {
        survey.insert("elements".to_owned(), list(all, "elements", places));
        return;
    }
    let mut pages: Vec<Node> = Vec::new();
    let mut loose = false;
    for node in all {
        if is_page(&node) {
            loose = false;
            pages.push(node);
            continue;
        }
        if !loose {
            pages.push(Node {
                place: node.place.clone(),
                members: Map::new(),
                held: Held::Group(Vec::new()),
            });
            loose = true;
        }
        if let Some(Node { held: Held::Group(inside), .. }) = pages.last_mut() {
            inside.push(node);
        }
    }
    survey.insert("pages".to_owned(), list(pages, "pages", places));
}

fn list(nodes: Vec<Node>, path: &str, places: &mut Places) -> Value {
    nodes.into_iter().enumerate().map(|(at, node)| node.json(&format!("{path}[{at}]"), places)).collect()
}

impl Node {
    fn json(self, path: &str, places: &mut Places) -> Value {
        places.push((path.to_owned(), self.place));
        let mut members = self.members;
        let (name, inside) = match self.held {
            Held::Nothing => return Value::Object(members),
            Held::Group(inside) => ("elements", inside),
            Held::Repeat(inside) => ("templateElements", inside),
        };
        let inside = list(inside, &format!("{path}.{name}"), places);
        members.insert(name.to_owned(), inside);
        Value::Object(members)
    }
}

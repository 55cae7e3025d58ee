//! The names of all questions, before any row is read: an expression may name a later one.

use super::super::finding::{Code, Found};
use super::super::heads::Table;
use super::super::names::{Known, Names, Sort};
use super::kind::{Asked, Choose, Holder, Plain, parse};

pub(super) fn names(table: &Table, found: &mut Found) -> Names {
    let mut names = Names::default();
    let mut repeats: Vec<Option<String>> = Vec::new();
    for row in table.each() {
        let (Some(cell), name) = (row.text("type"), row.text("name")) else { continue };
        // Wrong cells are told of where rows are read.
        let Ok(asked) = parse(cell) else { continue };
        let called = || {
            let aside = row.aside(&mut Found::default());
            let other = aside.and_then(|members| Some(members.get("name")?.as_str()?.to_owned()));
            other.or_else(|| name.map(str::to_owned))
        };
        let sort = match asked {
            Asked::Begin(Holder::Group) => {
                repeats.push(None);
                continue;
            }
            Asked::End(_) => {
                repeats.pop();
                continue;
            }
            Asked::Choose(Choose::Several | Choose::Rank, ..) => Sort::Several,
            Asked::Choose(Choose::One, ..) => Sort::One,
            Asked::Plain(Plain::Acknowledge) => Sort::Yes,
            Asked::Plain(_) | Asked::Begin(Holder::Repeat) => Sort::Other,
            Asked::Outside => continue,
        };
        let repeat = repeats.iter().rev().find_map(Clone::clone);
        if asked == Asked::Begin(Holder::Repeat) {
            repeats.push(called());
        }
        let (Some(name), Some(called)) = (name, called()) else { continue };
        let known = Known { name: called, sort, row: row.number, repeat };
        if let Some(before) = names.all.get(name) {
            let other = before.row.to_string();
            row.tell("name", Code::DoubleName, &[("value", name), ("other", &other)], found);
        } else {
            names.all.insert(name.to_owned(), known);
        }
    }
    names
}

//! Values that make each other.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::collect::{Survey, heads, items};
use super::{Code, Found};
use crate::expression::Expression;

type Graph = BTreeMap<String, (String, BTreeSet<String>)>;

pub(super) fn check(survey: &Survey, found: &mut Found) {
    let calculated =
        edges(items(survey.raw, "calculatedValues", "").into_iter().filter_map(|(path, value)| {
            let name = value.get("name")?.as_str()?.to_lowercase();
            Some((name, format!("{path}.expression"), value.get("expression")?.as_str()?))
        }));
    report(Code::CalculatedCycle, &calculated, found);
    let written = survey.written.iter().filter_map(|written| {
        let part = survey.parts.get(written.part?).filter(|part| part.hosts.is_empty())?;
        let sets = matches!(written.member, "setValueExpression" | "defaultValueExpression")
            || (written.member == "expression"
                && part.kind == "expression"
                && written.path == format!("{}.expression", part.path));
        sets.then(|| (part.name.to_lowercase(), written.path.clone(), written.text))
    });
    report(Code::ValueCycle, &edges(written), found);
    let triggers = items(survey.raw, "triggers", "").into_iter().filter_map(|(path, trigger)| {
        let name = trigger.get("setToName")?.as_str()?.to_lowercase();
        Some((name, path, trigger.get("expression")?.as_str()?))
    });
    let mut triggers = edges(triggers);
    for (path, trigger) in items(survey.raw, "triggers", "") {
        let read = ["name", "fromName"].iter().filter_map(|member| trigger.get(*member)?.as_str());
        if let Some(to) = trigger.get("setToName").and_then(Value::as_str) {
            let (_, reads) = triggers.entry(to.to_lowercase()).or_insert((path, BTreeSet::new()));
            reads.extend(read.map(str::to_lowercase));
        }
    }
    report(Code::TriggerCycle, &triggers, found);
}

/// Name → where it is made, and what that reads.
fn edges<'a>(makers: impl Iterator<Item = (String, String, &'a str)>) -> Graph {
    let mut graph = Graph::new();
    for (name, path, text) in makers {
        let reads = Expression::parse(text)
            .map(|expression| expression.variables().flat_map(heads).collect::<Vec<_>>());
        let (_, all) = graph.entry(name).or_insert((path, BTreeSet::new()));
        all.extend(reads.unwrap_or_default());
    }
    graph
}

/// Each name that is made from itself, once per circle.
fn report(code: Code, graph: &Graph, found: &mut Found) {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for (name, (path, _)) in graph {
        if told.contains(name.as_str()) {
            continue;
        }
        if let Some(way) = way_back(graph, name) {
            told.extend(way.iter().copied());
            found.add(code, path, &[("name", name), ("way", &way.join(" → "))]);
        }
    }
}

/// The names on the way from `name` to itself.
fn way_back<'a>(graph: &'a Graph, name: &'a str) -> Option<Vec<&'a str>> {
    let mut seen = BTreeSet::new();
    let mut open = vec![vec![name]];
    while let Some(way) = open.pop() {
        let (_, reads) = graph.get(*way.last()?)?;
        for read in reads {
            let Some((read, _)) = graph.get_key_value(read) else { continue };
            if read == name {
                return Some(way.into_iter().chain([name]).collect());
            }
            if seen.insert(read.as_str()) {
                let mut longer = way.clone();
                longer.push(read);
                open.push(longer);
            }
        }
    }
    None
}

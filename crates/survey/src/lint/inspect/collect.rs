//! A definition taken apart: elements, expressions, names, each with its path.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// A page, a panel or a question.
pub(super) struct Part<'a> {
    pub(super) path: String,
    pub(super) kind: &'a str,
    pub(super) name: &'a str,
    pub(super) raw: &'a Object,
    /// Of the dynamic panels around it, the innermost last.
    pub(super) hosts: Vec<usize>,
    /// Its page or panel.
    pub(super) parent: Option<usize>,
}

/// What an expression is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Condition,
    Value,
}

/// An expression in the definition.
pub(super) struct Written<'a> {
    pub(super) path: String,
    pub(super) member: &'a str,
    pub(super) text: &'a str,
    pub(super) of: Use,
    /// The element it belongs to; `None`: the survey.
    pub(super) part: Option<usize>,
}

pub(super) struct Survey<'a> {
    pub(super) raw: &'a Object,
    pub(super) parts: Vec<Part<'a>>,
    pub(super) written: Vec<Written<'a>>,
    /// By name in lower case, outside dynamic panels; value names too.
    pub(super) questions: BTreeMap<String, usize>,
    /// Calculated values and variables that triggers set.
    pub(super) variables: BTreeMap<String, String>,
}

const CONDITIONS: [&str; 13] = [
    "visibleIf",
    "enableIf",
    "requiredIf",
    "resetValueIf",
    "setValueIf",
    "choicesVisibleIf",
    "choicesEnableIf",
    "rowsVisibleIf",
    "columnsVisibleIf",
    "templateVisibleIf",
    "expression",
    "rowsEnableIf",
    "condition",
];

const VALUES: [&str; 5] = [
    "defaultValueExpression",
    "setValueExpression",
    "minValueExpression",
    "maxValueExpression",
    "runExpression",
];

impl<'a> Survey<'a> {
    pub(super) fn of(raw: &'a Object) -> Self {
        let mut survey = Self {
            raw,
            parts: Vec::new(),
            written: Vec::new(),
            questions: BTreeMap::new(),
            variables: BTreeMap::new(),
        };
        match raw.get("pages") {
            Some(Value::Array(pages)) => {
                for (at, page) in pages.iter().enumerate() {
                    survey.part(format!("pages[{at}]"), "page", page, None, &[]);
                }
            }
            _ => survey.children(raw, "", None, &[]),
        }
        for list in ["calculatedValues", "triggers", "completedHtmlOnCondition", "navigateToUrlOnCondition"] {
            for (path, item) in items(raw, list, "") {
                let of = if list == "calculatedValues" { Use::Value } else { Use::Condition };
                survey.expressions(item, &path, None, of);
            }
        }
        for (path, value) in items(raw, "calculatedValues", "") {
            if let Some(name) = value.get("name").and_then(Value::as_str) {
                survey.variables.insert(name.to_lowercase(), path);
            }
        }
        for (path, trigger) in items(raw, "triggers", "") {
            let variable = trigger.get("isVariable") == Some(&Value::Bool(true));
            if let Some(name) = trigger.get("setToName").and_then(Value::as_str).filter(|_| variable) {
                survey.variables.insert(name.to_lowercase(), path);
            }
        }
        survey
    }

    fn part(
        &mut self,
        path: String,
        kind: &'a str,
        value: &'a Value,
        parent: Option<usize>,
        hosts: &[usize],
    ) {
        let Value::Object(raw) = value else { return };
        let name = raw.get("name").and_then(Value::as_str).unwrap_or_default();
        let id = self.parts.len();
        self.parts.push(Part { path: path.clone(), kind, name, raw, hosts: hosts.to_vec(), parent });
        let question = kind != "page" && kind != "panel";
        if question && hosts.is_empty() && !name.is_empty() {
            self.questions.entry(name.to_lowercase()).or_insert(id);
            if let Some(key) = raw.get("valueName").and_then(Value::as_str) {
                self.questions.entry(key.to_lowercase()).or_insert(id);
            }
        }
        let of = if kind == "expression" { Use::Value } else { Use::Condition };
        self.expressions(raw, &path, Some(id), of);
        for list in ["choices", "rateValues", "rows", "columns", "validators", "items"] {
            for (path, item) in items(raw, list, &format!("{path}.")) {
                self.expressions(item, &path, Some(id), Use::Condition);
                for (path, validator) in items(item, "validators", &format!("{path}.")) {
                    self.expressions(validator, &path, Some(id), Use::Condition);
                }
            }
        }
        if kind == "paneldynamic" {
            let mut hosts = hosts.to_vec();
            hosts.push(id);
            for (at, element) in list(raw, "templateElements").iter().enumerate() {
                self.element(format!("{path}.templateElements[{at}]"), element, Some(id), &hosts);
            }
        } else {
            self.children(raw, &format!("{path}."), Some(id), hosts);
        }
    }

    fn children(&mut self, raw: &'a Object, path: &str, parent: Option<usize>, hosts: &[usize]) {
        let name = if raw.contains_key("elements") { "elements" } else { "questions" };
        for (at, element) in list(raw, name).iter().enumerate() {
            self.element(format!("{path}{name}[{at}]"), element, parent, hosts);
        }
    }

    fn element(&mut self, path: String, value: &'a Value, parent: Option<usize>, hosts: &[usize]) {
        let kind = value.get("type").and_then(Value::as_str).unwrap_or_default();
        self.part(path, kind, value, parent, hosts);
    }

    fn expressions(&mut self, raw: &'a Object, path: &str, part: Option<usize>, of: Use) {
        for (member, value) in raw {
            let Some(text) = value.as_str().filter(|text| !text.trim().is_empty()) else { continue };
            let of = match member.as_str() {
                "expression" => of,
                member if CONDITIONS.contains(&member) => Use::Condition,
                member if VALUES.contains(&member) => Use::Value,
                "defaultValue" | "min" | "max" if text.starts_with('=') => Use::Value,
                _ => continue,
            };
            let text = text.strip_prefix('=').unwrap_or(text);
            self.written.push(Written { path: format!("{path}.{member}"), member, text, of, part });
        }
    }

    /// Questions, in the order of the file; without those that are not shown.
    pub(super) fn asked(&self) -> impl Iterator<Item = (usize, &Part<'a>)> {
        let asks = |kind: &str| kind != "page" && kind != "panel" && !crate::model::OUTSIDE.contains(&kind);
        self.parts.iter().enumerate().filter(move |(_, part)| asks(part.kind))
    }

    /// The question outside dynamic panels that a name in an expression begins with.
    pub(super) fn question(&self, names: &[String]) -> Option<&Part<'a>> {
        names.iter().rev().find_map(|name| self.parts.get(*self.questions.get(name)?))
    }
}

/// The items of a list; none where it is no list.
pub(super) fn list<'a>(raw: &'a Object, name: &str) -> &'a [Value] {
    raw.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The objects of a list, each with its path.
pub(super) fn items<'a>(raw: &'a Object, name: &str, path: &str) -> Vec<(String, &'a Object)> {
    let all = list(raw, name).iter().enumerate();
    all.filter_map(|(at, item)| Some((format!("{path}{name}[{at}]"), item.as_object()?))).collect()
}

/// The names that a variable may begin with, in lower case, shortest first.
pub(super) fn heads(variable: &crate::expression::Variable) -> Vec<String> {
    let parts = &variable.path.parts;
    let names = (1..=parts.len()).filter_map(|count| parts.get(..count)).map(crate::expression::Path::name);
    names
        .map(|name| name.to_lowercase())
        .map(|name| name.strip_suffix("-unwrapped").unwrap_or(&name).to_owned())
        .collect()
}

//! A question as a row.

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::formula::{Tree, Where, in_survey};
use super::super::read::kind::{Asked, parse};
use super::super::read::{is_condition, question as read};
use super::cells::Cells;
use super::lists::Used;
use super::look::{Word, word};
use super::words::{difference, put_piped};
use super::{Writer, defaults, expressions, limits, look};

type Members = Map<String, Value>;

impl Writer {
    pub(super) fn question(
        &mut self,
        path: &str,
        element: &Members,
        inside: Option<&str>,
        used: &Used,
    ) -> Cells {
        let mut wanted = element.clone();
        let name = self.called.get(path).cloned().unwrap_or_default();
        let at = Where { names: &self.context.names, own: Some(&name), repeat: inside, columns: None };
        let mut cells = Cells::default();
        let (mut kind, list) = kind(element, used);
        let hidden = element.get("type").is_some_and(|kind| kind == "expression")
            && element.get("visible") == Some(&false.into());
        // Outside a repeat it would be read as one of the calculated values.
        if hidden && inside.is_some() {
            "calculate".clone_into(&mut kind);
        }
        cells.put("type", kind);
        cells.put("name", name.as_str());
        words(&mut wanted, at, &mut cells);
        conditions(&mut wanted, at, &mut cells);
        let columns = Where { columns: Some(&self.context.lists.columns), ..at };
        expressions::put("choice_filter", &mut wanted, "choicesVisibleIf", columns, &mut cells);
        for member in ["expression", "setValueExpression"] {
            expressions::put("calculation", &mut wanted, member, at, &mut cells);
        }
        look::cells(element, &mut cells);
        defaults::cells(&mut wanted, list.as_deref(), &self.context.lists, at, &mut cells);
        limits::cells(&mut wanted, at, &mut cells);
        let mut aside = self.aside(&wanted, &cells, inside);
        // A cell never says other than what stands aside.
        let wrong =
            |aside: &Members, members: &[&str]| members.iter().any(|member| aside.contains_key(*member));
        if wrong(&aside, &limits::MEMBERS) {
            cells.take("constraint");
            cells.take("constraint_message");
        }
        if wrong(&aside, &["defaultValue", "defaultValueExpression"]) {
            cells.take("default");
        }
        if wrong(&aside, &["setValueExpression", "expression"]) {
            cells.take("calculation");
        }
        aside = self.aside(&wanted, &cells, inside);
        cells.put_aside(&aside);
        self.tell(&aside);
        cells
    }

    /// What the cells do not say, or say otherwise.
    fn aside(&self, wanted: &Members, cells: &Cells, inside: Option<&str>) -> Members {
        let table = cells.table();
        let Some(row) = table.each().next() else { return wanted.clone() };
        let asked = row.text("type").and_then(|cell| parse(cell).ok()).unwrap_or(Asked::Outside);
        difference(wanted, &read(row, asked, &self.context, inside, &mut Found::default()))
    }
}

/// The column `type`, and the list in it.
fn kind(element: &Members, used: &Used) -> (String, Option<String>) {
    match word(element) {
        Word::Plain(word) => (word.to_owned(), None),
        Word::Choose(word, member) => {
            let items = element.get(member).map(Value::to_string).unwrap_or_default();
            let list = used.get(&(member, items)).cloned().unwrap_or_default();
            let other =
                if element.get("showOtherItem") == Some(&Value::Bool(true)) { " or_other" } else { "" };
            (format!("{word} {list}{other}"), Some(list))
        }
    }
}

fn words(element: &mut Members, at: Where, cells: &mut Cells) {
    // What a sheet has no type for stands there as a note.
    let title = match element.get("html") {
        Some(html) => plain(html),
        None => element.get("title").cloned().unwrap_or_default(),
    };
    put_piped("label", &title, at, cells);
    for (member, column) in [("description", "hint"), ("requiredErrorText", "required_message")] {
        if let Some(words) = element.get(member) {
            put_piped(column, words, at, cells);
        }
    }
}

pub(super) fn conditions(element: &mut Members, at: Where, cells: &mut Cells) {
    if element.get("isRequired") == Some(&Value::Bool(true)) {
        cells.put("required", "yes");
    } else if let Some(cell) = expressions::said(element, "requiredIf", at).filter(|cell| is_condition(cell))
    {
        cells.put("required", cell);
    }
    expressions::put("relevant", element, "visibleIf", at, cells);
    let shown =
        element.get("type").is_some_and(|kind| kind == "expression") && element.get("visible").is_none();
    if shown || element.get("readOnly") == Some(&Value::Bool(true)) {
        cells.put("read_only", "yes");
    } else if let Some(enabled) = element.get("enableIf").and_then(Value::as_str)
        && let Some(tree) = super::super::formula::tree(enabled, at)
        && let Some((cell, _)) = expressions::both(&Tree::Not(Box::new(tree.clone())), at)
        && let Ok(canonical) = in_survey(&tree, at)
    {
        cells.put("read_only", cell);
        element.insert("enableIf".to_owned(), canonical.into());
    }
}

/// Markup as text: a note has none.
fn plain(html: &Value) -> Value {
    match html {
        Value::String(html) => {
            let mut text = String::new();
            let mut inside = false;
            for sign in html.chars() {
                match sign {
                    '<' => inside = true,
                    '>' => inside = false,
                    sign if !inside => text.push(sign),
                    _ => {}
                }
            }
            Value::String(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        }
        Value::Object(by_lang) => by_lang.iter().map(|(lang, html)| (lang.clone(), plain(html))).collect(),
        other => other.clone(),
    }
}

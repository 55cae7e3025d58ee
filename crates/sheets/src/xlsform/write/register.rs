//! What each element is called on the sheet.

use std::collections::{BTreeMap, BTreeSet};

use mot_cua_catalogue::fold::fold;
use serde_json::{Map, Value};

use super::super::names::{Known, Names, Sort, is_plain};
use super::canonical::{children, holds};
use super::look::{Word, word};

/// Path of an element → its name on the sheet.
pub(super) type Called = BTreeMap<String, String>;

pub(super) fn names(survey: &Map<String, Value>) -> (Names, Called) {
    let mut register = Register::default();
    register.walk(survey, "", None);
    let calculated =
        survey.get("calculatedValues").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (at, value) in calculated.iter().enumerate() {
        let name = value.get("name").and_then(Value::as_str).unwrap_or_default();
        register.add(format!("calculatedValues[{at}]"), name, Some(Sort::Other), None);
    }
    (register.names, register.called)
}

#[derive(Default)]
struct Register {
    names: Names,
    called: Called,
    taken: BTreeSet<String>,
}

impl Register {
    fn walk(&mut self, holder: &Map<String, Value>, path: &str, inside: Option<&str>) {
        for (path, list, element) in children(holder, path) {
            let name = element.get("name").and_then(Value::as_str).unwrap_or_default();
            let kind = element.get("type").and_then(Value::as_str).unwrap_or_default();
            let group = list == "pages" || (holds(element) && kind == "panel");
            let repeats = holds(element) && kind == "paneldynamic";
            let sort = match word(element) {
                _ if group => None,
                _ if repeats => Some(Sort::Other),
                Word::Plain("acknowledge") => Some(Sort::Yes),
                Word::Plain(_) => Some(Sort::Other),
                Word::Choose("select_one", _) => Some(Sort::One),
                Word::Choose(..) => Some(Sort::Several),
            };
            self.add(path.clone(), name, sort, inside);
            if group || repeats {
                self.walk(element, &format!("{path}."), if repeats { Some(name) } else { inside });
            }
        }
    }

    /// `sort` is `None` for what no expression can name.
    fn add(&mut self, path: String, name: &str, sort: Option<Sort>, inside: Option<&str>) {
        let sheet = unique(name, &mut self.taken);
        if let Some(sort) = sort {
            let known = Known { name: name.to_owned(), sort, row: 0, repeat: inside.map(str::to_owned) };
            self.names.all.insert(sheet.clone(), known);
        }
        self.called.insert(path, sheet);
    }
}

/// The name itself where a sheet can have it, else something like it.
pub(super) fn unique(name: &str, taken: &mut BTreeSet<String>) -> String {
    let base = if is_plain(name) { name.to_owned() } else { like(name) };
    let names = std::iter::once(base.clone()).chain((2..).map(|number| format!("{base}_{number}")));
    // Tools tell names apart without regard to case, or not; ours differ either way.
    let free = names.into_iter().find(|name| taken.insert(name.to_lowercase()));
    free.unwrap_or(base)
}

fn like(name: &str) -> String {
    let folded = fold(name).replace(' ', "_");
    if is_plain(&folded) { folded } else { format!("q_{folded}").trim_end_matches('_').to_owned() }
}

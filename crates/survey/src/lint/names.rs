//! Names of questions: there, bounded, once, and not one that a form post needs.

use std::collections::BTreeMap;

use mot_cua_contract::Mistake;
use serde_json::Value;

use crate::RESERVED;

/// Characters of a name.
const LONGEST: usize = 100;

pub(super) fn check(elements: &[(String, &Value)], found: &mut Vec<Mistake>) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (path, element) in elements {
        let at = || format!("{path}.name");
        let name = element.get("name").and_then(Value::as_str).unwrap_or_default();
        if name.trim().is_empty() {
            found.push(Mistake::error(
                "no-name",
                at(),
                "no name",
                "a short name for the answer, like \"overall\"",
            ));
        } else if name.chars().count() > LONGEST {
            found.push(Mistake::error("long-name", at(), name, format!("at most {LONGEST} characters")));
        } else if RESERVED.contains(&name) {
            let expected =
                format!("another name: a form without script sends {} itself", RESERVED.join(", "));
            found.push(Mistake::error("reserved-name", at(), name, expected));
        } else if let Some(first) = seen.insert(name, path) {
            found.push(Mistake::error(
                "double-name",
                at(),
                name,
                format!("a name of its own; {first} has this one"),
            ));
        }
    }
}

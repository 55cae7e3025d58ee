//! Words, in one language or several; and what remains between two objects.

use serde_json::{Map, Value};

use super::super::formula::Where;
use super::super::language;
use super::cells::Cells;

/// A text, or texts by language.
pub(super) fn put(key: &'static str, words: &Value, cells: &mut Cells) {
    match words {
        Value::String(text) => cells.put(key, text),
        Value::Object(by_lang) => {
            for (lang, text) in by_lang {
                let Value::String(text) = text else { continue };
                if lang == "default" {
                    cells.put(key, text);
                } else if language::code(&language::head(lang)).as_ref() == Some(lang) {
                    cells.put_in(key, lang, text);
                }
            }
        }
        _ => {}
    }
}

/// With `${name}` where `{name}` names a question.
pub(super) fn put_piped(key: &'static str, words: &Value, at: Where, cells: &mut Cells) {
    let piped = match words {
        Value::String(text) => Value::String(on_sheet(text, at)),
        Value::Object(by_lang) => {
            let said =
                |text: &Value| text.as_str().map_or_else(|| text.clone(), |text| on_sheet(text, at).into());
            by_lang.iter().map(|(lang, text)| (lang.clone(), said(text))).collect()
        }
        other => other.clone(),
    };
    put(key, &piped, cells);
}

fn on_sheet(text: &str, at: Where) -> String {
    // On a sheet this would name a question.
    let text = text.replace("${", "$ {");
    let mut out = String::new();
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        out.push_str(before);
        let inside = name.strip_prefix("panel.").and_then(|name| at.names.on_sheet(name, Some(at.repeat?)));
        match inside.or_else(|| at.names.on_sheet(name, None)) {
            Some((sheet, _)) => out.extend(["${", sheet, "}"]),
            None => out.extend(["{", name, "}"]),
        }
        rest = behind;
    }
    out + rest
}

/// What has to be laid over `back` to make `wanted` of it; `null` takes away.
pub(super) fn difference(wanted: &Map<String, Value>, back: &Map<String, Value>) -> Map<String, Value> {
    let other = wanted.iter().filter(|(name, value)| back.get(*name) != Some(value));
    let gone = back.keys().filter(|name| !wanted.contains_key(*name));
    let all = other.map(|(name, value)| (name.clone(), value.clone()));
    all.chain(gone.map(|name| (name.clone(), Value::Null))).collect()
}

//! Cells that hold expressions, and words that name questions.

use serde_json::Value;

use super::super::finding::{Code, Found, nearest};
use super::super::formula::{FUNCTIONS, Tree, Trouble, Where, in_survey, parse};
use super::super::row::Row;

/// The expression of that column. `None`: none, or one that was told of.
pub(super) fn tree(row: Row, key: &str, found: &mut Found) -> Option<Tree> {
    let text = row.text(key)?;
    match parse(text) {
        Ok(tree) => Some(tree),
        Err(refusal) => {
            row.tell(key, Code::Syntax, &[("value", text), ("at", &refusal.at.to_string())], found);
            None
        }
    }
}

/// A tree in SurveyJS's words.
pub(super) fn said(row: Row, key: &str, tree: &Tree, at: Where, found: &mut Found) -> Option<String> {
    in_survey(tree, at).map_err(|trouble| tell(row, key, trouble, at, found)).ok()
}

pub(super) fn expression(row: Row, key: &str, at: Where, found: &mut Found) -> Option<String> {
    said(row, key, &tree(row, key, found)?, at, found)
}

fn tell(row: Row, key: &str, trouble: Trouble, at: Where, found: &mut Found) {
    let names = || at.names.all.keys().map(String::as_str);
    match trouble {
        Trouble::UnknownReference(name) => {
            let meant = nearest(&name, names());
            row.tell(key, Code::UnknownReference, &[("value", &name), ("meant", &meant)], found);
        }
        Trouble::OutOfReach(name) => row.tell(key, Code::OutOfReach, &[("value", &name)], found),
        Trouble::UnknownFunction(name) => {
            let meant = nearest(&name, FUNCTIONS.iter().map(|(name, _)| *name));
            let known: Vec<&str> = FUNCTIONS.iter().map(|(name, _)| *name).collect();
            let about = [("value", &*name), ("meant", &meant), ("known", &known.join(", "))];
            row.tell(key, Code::UnknownFunction, &about, found);
        }
        Trouble::WrongArguments(name, expected) => {
            row.tell(key, Code::WrongArguments, &[("value", name), ("expected", expected)], found);
        }
        Trouble::BareWord(word) => {
            let meant = nearest(&word, names());
            row.tell(key, Code::BareWord, &[("value", &word), ("meant", &meant)], found);
        }
    }
}

/// The words of that column, with `{name}` where `${name}` stands.
pub(super) fn words(row: Row, key: &str, at: Where, found: &mut Found) -> Option<Value> {
    let mut piped = |text: String| -> String {
        let mut out = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once("${") {
            let Some((name, after)) = after.split_once('}') else { break };
            out.push_str(before);
            match at.path(name.trim()) {
                Ok(path) => out.extend(["{", &path, "}"]),
                Err(trouble) => tell(row, key, trouble, at, found),
            }
            rest = after;
        }
        out + rest
    };
    Some(match row.words(key)? {
        Value::String(text) => Value::String(piped(text)),
        Value::Object(by_lang) => {
            let all = by_lang.into_iter().map(|(lang, text)| {
                let text = if let Value::String(text) = text { Value::String(piped(text)) } else { text };
                (lang, text)
            });
            Value::Object(all.collect())
        }
        other => other,
    })
}

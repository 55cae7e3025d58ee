//! URL-encoded fields.

use serde_json::Value;

use super::fill::Filling;
use crate::answer::Answer;
use crate::lean;

/// Reserved names of a plain form post, and what they hold; the questions come after them.
const RESERVED: [(&str, &str); 8] = [
    ("survey", "survey"),
    ("unit", "place.unit"),
    ("counter", "place.counter"),
    ("field", "place.field"),
    ("procedure", "place.procedure"),
    ("lang", "lang"),
    ("id", "id"),
    ("rev", "rev"),
];

/// The fields of `template`, or those that the page's form posts by itself. `public/boot/answer.mjs` writes the same.
pub(super) fn encode(answer: &Answer, template: Option<&Value>) -> String {
    let filling = Filling::new(answer);
    let mut body = String::new();
    if let Some(template) = template {
        if let Value::Object(fields) = filling.value(template) {
            for (name, value) in &fields {
                push(&mut body, name, value);
            }
        }
    } else {
        for (name, from) in RESERVED {
            push(&mut body, name, &filling.placeholder(from));
        }
        for (name, value) in &answer.answers {
            push(&mut body, name, value);
        }
    }
    body
}

/// A list repeats the name; nothing is left out; what is no text is JSON.
fn push(body: &mut String, name: &str, value: &Value) {
    match value {
        Value::Null => {}
        Value::Array(items) => {
            for item in items {
                push(body, name, item);
            }
        }
        value => {
            if !body.is_empty() {
                body.push('&');
            }
            escape(body, name);
            body.push('=');
            match value {
                Value::String(text) => escape(body, text),
                value => escape(body, &lean::write(value)),
            }
        }
    }
}

/// `application/x-www-form-urlencoded` (URL standard, 5.2).
fn escape(into: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'*' | b'-' | b'.' | b'_' => {
                into.push(char::from(byte));
            }
            b' ' => into.push('+'),
            _ => {
                into.push('%');
                for nibble in [byte >> 4, byte & 15] {
                    into.push(char::from(if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 }));
                }
            }
        }
    }
}

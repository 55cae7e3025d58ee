//! The way back: objects to JSON text, members in the order of the calls, without blanks; byte for byte what the derived
//! `Serialize` gives.

use serde_json::{Map, Value};

use super::decimal::shortest;

/// Writes one object.
#[derive(Debug)]
pub struct Writer {
    text: String,
}

impl Writer {
    pub fn object() -> Self {
        Self { text: "{".to_owned() }
    }

    /// A member whose value is JSON already.
    #[inline(never)]
    pub fn json(&mut self, name: &str, json: &str) {
        if self.text.len() > 1 {
            self.text.push(',');
        }
        quote(&mut self.text, name);
        self.text.push(':');
        self.text.push_str(json);
    }

    #[inline(never)]
    pub fn text(&mut self, name: &str, text: &str) {
        let mut quoted = String::new();
        quote(&mut quoted, text);
        self.json(name, &quoted);
    }

    /// Nothing, where there is none.
    #[inline(never)]
    pub fn text_if_any(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    #[inline(never)]
    pub fn number(&mut self, name: &str, number: u64) {
        self.json(name, &number.to_string());
    }

    pub fn flag(&mut self, name: &str, flag: bool) {
        self.json(name, if flag { "true" } else { "false" });
    }

    pub fn end(mut self) -> String {
        self.text.push('}');
        self.text
    }
}

/// Any JSON.
#[inline(never)]
pub fn write(value: &Value) -> String {
    let mut text = String::new();
    push(&mut text, value);
    text
}

fn push(into: &mut String, value: &Value) {
    match value {
        Value::Null => into.push_str("null"),
        Value::Bool(flag) => into.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(number), _) => into.push_str(&number.to_string()),
            (None, Some(number)) => {
                into.push('-');
                into.push_str(&number.unsigned_abs().to_string());
            }
            (None, None) => fraction(into, number.as_f64().unwrap_or_default()),
        },
        Value::String(text) => quote(into, text),
        Value::Array(items) => {
            into.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    into.push(',');
                }
                push(into, item);
            }
            into.push(']');
        }
        Value::Object(members) => into.push_str(&write_map(members)),
    }
}

/// An object of any members.
pub fn write_map(members: &Map<String, Value>) -> String {
    let mut all = Writer::object();
    for (name, value) in members {
        all.json(name, &write(value));
    }
    all.end()
}

/// A JSON string (RFC 8259, section 7), with the short escapes where there are some.
#[inline(never)]
fn quote(into: &mut String, text: &str) {
    into.push('"');
    for c in text.chars() {
        let short = match c {
            '"' | '\\' => c,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\0'..' ' => {
                into.push_str("\\u00");
                into.push(if c < '\u{10}' { '0' } else { '1' });
                into.push(char::from_digit(u32::from(c) & 15, 16).unwrap_or('0'));
                continue;
            }
            _ => {
                into.push(c);
                continue;
            }
        };
        into.push('\\');
        into.push(short);
    }
    into.push('"');
}

/// As `serde_json` writes it, up to fifteen digits. The usual formatters weigh 1.7 KB in the page, brotli.
fn fraction(into: &mut String, number: f64) {
    if number.is_sign_negative() {
        into.push('-');
    }
    let (digits, scale) = shortest(number.abs());
    let mut digits = digits.to_string();
    // One more digit behind the point would be one too many for such a long number.
    let least = usize::from(digits.len() > 15);
    let Some(behind) = usize::try_from(-scale).ok().filter(|behind| (least..=17).contains(behind)) else {
        into.push_str(&[&digits, "e", &scale.to_string()].concat());
        return;
    };
    while digits.len() <= behind {
        digits.insert(0, '0');
    }
    digits.insert(digits.len() - behind, '.');
    if behind == 0 {
        digits.push('0');
    }
    into.push_str(&digits);
}

#[cfg(test)]
#[allow(clippy::cast_precision_loss, reason = "fifteen digits fit")]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::super::parse;
    use super::write;

    proptest! {
        /// Whatever people type: up to fifteen digits, the point anywhere.
        #[test]
        fn decimals_are_written_as_serde_json_writes_them(digits in -999_999_999_999_999_i64..=999_999_999_999_999, behind in 1_u32..5) {
            let number = digits as f64 / 10_f64.powi(behind.try_into().unwrap_or(1));
            prop_assert_eq!(write(&json!(number)), serde_json::to_string(&number).unwrap_or_default());
        }

        #[test]
        fn what_was_written_in_json_is_written_back(digits in 0_u64..1_000_000_000_000_000, scale in -22_i32..6) {
            let Some(value) = parse(&format!("{digits}e{scale}")) else { return Ok(()) };
            prop_assert_eq!(parse(&write(&value)), Some(value));
        }

        #[test]
        fn any_number_stays_near(number in proptest::num::f64::NORMAL) {
            let written = write(&json!(number));
            let back = serde_json::from_str::<f64>(&written).unwrap_or(f64::NAN);
            prop_assert!((back - number).abs() <= number.abs() * 1e-14, "{} became {}", number, written);
        }
    }
}

//! One cell of a table that opens in Excel.

use serde_json::Value;

/// Text that a spreadsheet never takes for a formula: behind an apostrophe where it begins like one
/// (OWASP, "CSV Injection"; with the full-width signs that Excel folds).
pub(super) fn safe(text: String) -> String {
    let first = text.trim_start_matches([' ', '\u{a0}', '\u{3000}', '\u{feff}']).chars().next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}")
        }
        _ => text,
    }
}

/// An answer's value: text as it is, several values with "; " between, anything deeper as JSON.
pub(super) fn of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => safe(text.clone()),
        // A number cannot be a formula, and -5 must stay a number.
        Value::Number(number) => number.to_string(),
        Value::Bool(yes) => yes.to_string(),
        Value::Array(items) if items.iter().all(|item| !item.is_array() && !item.is_object()) => {
            let texts: Vec<String> =
                items.iter().map(|item| item.as_str().map_or_else(|| of(item), str::to_owned)).collect();
            safe(texts.join("; "))
        }
        Value::Array(_) | Value::Object(_) => safe(value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn nothing_begins_like_a_formula() {
        for text in
            ["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠A", " =1", "\u{a0}=1"]
        {
            assert!(of(&json!(text)).starts_with('\''), "{text:?}");
            assert!(of(&json!([text, "x"])).starts_with('\''), "{text:?} in a list");
        }
        assert_eq!(of(&json!("ông = bà")), "ông = bà");
        assert_eq!(of(&json!(-5)), "-5");
        assert_eq!(of(&json!(["nhanh", "rõ"])), "nhanh; rõ");
        assert_eq!(of(&json!({"a": 1})), r#"{"a":1}"#);
    }
}

//! Text that a spreadsheet never takes for a formula (OWASP, "CSV Injection").
//!
//! The rule: an apostrophe is put before a text whose first sign is one of = + - @, in any width, or that begins with a
//! control character such as tab or line break. Blanks, invisible characters and quotes before the sign are looked through.
//! A text that begins with an apostrophe gets one more. So one apostrophe at the beginning of a cell is always ours, and
//! taking it away gives the text back.

use std::borrow::Cow;

/// Where a list separator other than the comma, or a lost quote, would make Excel begin a new cell.
const BREAKS: [char; 4] = [';', '\t', '\r', '\n'];

/// The text of one cell.
pub fn cell(text: &str) -> Cow<'_, str> {
    if begins(text) { Cow::Owned(["'", text].concat()) } else { Cow::Borrowed(text) }
}

/// The text of one field of a comma-separated file. Where the list separator is a semicolon (Excel set to Vietnamese), Excel
/// splits lines at other places than we quoted, so the rule holds behind every semicolon, tab and line break too.
pub fn field(text: &str) -> Cow<'_, str> {
    if !text.contains(BREAKS) {
        return cell(text);
    }
    let mut whole = String::with_capacity(text.len() + 8);
    for (at, piece) in text.split_inclusive(BREAKS).enumerate() {
        if if at == 0 { begins(text) } else { piece.starts_with('\'') || opens(piece) } {
            whole.push('\'');
        }
        whole.push_str(piece);
    }
    Cow::Owned(whole)
}

/// What [`cell`] was given.
pub fn undo_cell(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// What [`field`] was given.
pub fn undo_field(field: &str) -> String {
    field.split_inclusive(BREAKS).map(undo_cell).collect()
}

fn begins(text: &str) -> bool {
    text.starts_with('\'') || text.starts_with(char::is_control) || opens(text)
}

/// Whether the first sign that is seen is one that begins a formula.
fn opens(text: &str) -> bool {
    let first = text.chars().find(|c| !is_passed_over(*c));
    first.is_some_and(|c| {
        matches!(c, '=' | '+' | '-' | '@')
            // Full width, small form, superscript and subscript, and the minus sign itself: Excel folds some of them.
            || matches!(c, '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '⁼' | '⁺' | '⁻' | '₌' | '₊' | '₋' | '−')
    })
}

/// Blank, invisible, or a quote.
fn is_passed_over(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '"' | '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTILE: [&str; 24] = [
        "=1+1",
        "+84",
        "-5",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "\0x",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "﹦1",
        "−1",
        " =1",
        "\u{a0}=1",
        "\u{3000}=1",
        "\u{feff}=1",
        "\u{200b}=1",
        "\"=1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://x\")",
        "  \t\r\n-1",
        "\u{202e}=1",
    ];

    #[test]
    fn nothing_begins_like_a_formula() {
        for text in HOSTILE {
            assert_eq!(cell(text), format!("'{text}"), "{text:?}");
            assert!(field(text).starts_with('\''), "{text:?}");
            assert_eq!(undo_cell(&cell(text)), text);
            assert_eq!(undo_field(&field(text)), text);
        }
        for text in ["ông = bà", "tốt", "", " ", "a-b", "5", "1=1", "#REF!", "đ"] {
            assert_eq!(cell(text), text);
        }
        assert_eq!(cell("'=1"), "''=1", "or it could not be told from =1");
    }

    #[test]
    fn nothing_begins_like_a_formula_where_excel_splits_at_other_separators() {
        for separator in [";", "\t", "\n", "\r\n", ";\"", "; ", ";;"] {
            for text in HOSTILE.into_iter().filter(|text| opens(text)) {
                let whole = format!("được{separator}{text}");
                for piece in field(&whole).split(BREAKS) {
                    assert!(!opens(piece), "{whole:?} -> {piece:?}");
                }
                assert_eq!(undo_field(&field(&whole)), whole);
            }
        }
        assert_eq!(field("nhanh; rõ\nkhông chờ\n\n"), "nhanh; rõ\nkhông chờ\n\n");
        assert_eq!(field("- chậm\n- lâu"), "'- chậm\n'- lâu");
        assert_eq!(cell("- chậm\n- lâu"), "'- chậm\n- lâu");
    }
}

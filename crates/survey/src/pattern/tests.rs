//! Beside a general crate, and what JavaScript has of its own.

use proptest::prelude::*;

use super::{Case, Pattern};

fn is_match(pattern: &str, text: &str) -> Option<bool> {
    Pattern::new(pattern, Case::Minds).map(|pattern| pattern.is_match(text))
}

/// Patterns of a few letters with every sign that both know.
fn patterns() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[abc0 _-]",
        Just("\\d".to_owned()),
        Just("\\W".to_owned()),
        Just("\\s".to_owned()),
        Just("[^ab]".to_owned()),
        Just("[a-c0-9_]".to_owned()),
        Just("[\\w-]".to_owned()),
        Just("[^\\D]".to_owned()),
        Just(".".to_owned()),
        Just("\\.".to_owned()),
    ];
    let edge = prop_oneof![Just("^"), Just("$"), Just("\\b"), Just("\\B"), Just("")];
    let row = (edge, piece).prop_map(|(edge, piece)| [edge, &piece].concat());
    row.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            (inner.clone(), "[*+?]|\\{[0-3]\\}|\\{[0-2],\\}|\\{1,[1-4]\\}", "\\??")
                .prop_map(|(one, often, lazy)| format!("(?:{one}){often}{lazy}")),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("({one}|{other})")),
            (inner.clone(), inner).prop_map(|(one, other)| [one, other].concat()),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn says_what_a_general_crate_says(pattern in patterns(), text in "[abc09 _.-]{0,12}") {
        let other = regex_lite::Regex::new(&pattern).unwrap().is_match(&text);
        prop_assert_eq!(is_match(&pattern, &text), Some(other), "{}", pattern);
    }

    #[test]
    fn no_pattern_ends_it(pattern in "[\\[\\](){}|*+?^$\\\\.,:<=!a-z0-9-]{0,40}", text in "\\PC{0,20}") {
        let _ = is_match(&pattern, &text);
    }
}

#[test]
fn what_people_write() {
    for (pattern, text, expected) in [
        (r"^0\d{9}$", "0912345678", true),
        (r"^0\d{9}$", "091234567", false),
        (r"^[\p{L}]+$", "a", false),
        (r"^https?:\/\/(?:[a-z0-9-]+\.)+vn(?:[\/?#].*)?$", "https://dichvucong.gov.vn/a?b", true),
        (r"^\d{2}\.\d{2}\.(19|20)\d{2}$", "01.02.2026", true),
        (r"^[A-ZĐ][a-zà-ỹ]+( [A-ZĐ][a-zà-ỹ]+)*$", "Nguyễn Văn Đạt", true),
        (r"a{", "xa{", true),
        (r"[^]", "\n", true),
        (r"[]", "a", false),
        (r"\u0041\x42", "AB", true),
        (r"(?<year>\d{4})", "2026", true),
    ] {
        let known = !pattern.contains("\\p");
        assert_eq!(is_match(pattern, text), known.then_some(expected), "{pattern}");
    }
    let ignoring = Pattern::new("^[A-Z]+Ự$", Case::Ignores).unwrap();
    assert!(ignoring.is_match("abcự") && ignoring.is_match("ABCỰ"));
}

#[test]
fn what_is_outside_is_refused() {
    for pattern in [
        "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "\\p{L}", "a**", "(", ")", "[a", "[z-a]", "a{2,1}",
        "\\", "+",
    ] {
        assert_eq!(is_match(pattern, "a"), None, "{pattern}");
    }
    assert_eq!(is_match("(a{1000}){1000}", "a"), None);
    assert_eq!(is_match(&"(".repeat(1_500), "a"), None);
}

#[test]
fn a_pattern_that_others_never_end_ends() {
    let text = ["a".repeat(5_000), "!".to_owned()].concat();
    assert_eq!(is_match("^(a+)+$", &text), Some(false));
    assert_eq!(is_match("(x+x+)+y", &"x".repeat(5_000)), Some(false));
}

//! The page's reader of JSON takes what `serde_json` takes, to the same tree, and refuses what it refuses.
#![allow(clippy::unwrap_used)]

use mot_cua_contract::lean;
use proptest::prelude::*;
use serde_json::Value;

fn agree(text: &str) {
    assert_eq!(lean::parse(text), serde_json::from_str::<Value>(text).ok(), "{text}");
}

#[test]
fn by_hand() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "nulll",
        "true",
        " false\n",
        "\u{feff}1",
        "1 2",
        "[1,]",
        "[,1]",
        "[]",
        "[ ]",
        "[",
        "{",
        "{}",
        "{ }",
        r#"{"a":1,"b":[2,{"c":null}],"a":3}"#,
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        "{a:1}",
        r#"{"a" : 1 , "b" : 2 }"#,
    ] {
        agree(text);
    }
    for number in [
        "0",
        "-0",
        "-0.0",
        "00",
        "01",
        "-",
        "-a",
        "+1",
        "1.",
        ".5",
        "1.5",
        "-1.5e3",
        "1e5",
        "1E+5",
        "1e-5",
        "1e",
        "1e+",
        "1e400",
        "-1e400",
        "0e400",
        "1e-400",
        "1e99999999999",
        "0e99999999999",
        "1e-99999999999",
        "18446744073709551615",
        "18446744073709551616",
        "184467440737095516160",
        "-9223372036854775808",
        "-9223372036854775809",
        "0.1",
        "0.30000000000000004",
        "123456789.123456789",
        "3.14159265358979323846264338327950288",
        "1e22",
        "123e-22",
        "--1",
        "1-",
        "12000",
        "0.5.5",
    ] {
        agree(number);
    }
    for text in [
        r#""""#,
        r#""a"#,
        r#""\""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\x""#,
        r#""\u00e9\u1EC7""#,
        r#""\ud83d\ude42""#,
        r#""\ud83d""#,
        r#""\ude42""#,
        r#""\ud83d\u0041""#,
        r#""\ud83dx""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\u+123""#,
        "\"a\nb\"",
        "\"a\u{7f}b\"",
        "\"tốt 🙂\"",
        r#""\u0000""#,
    ] {
        agree(text);
    }
}

#[test]
fn depth() {
    for depth in [126, 127, 128, 129, 100_000] {
        agree(&["[".repeat(depth), "]".repeat(depth)].concat());
        agree(&[r#"{"a":"#.repeat(depth), "1".to_owned(), "}".repeat(depth)].concat());
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![any::<i64>().prop_map(Value::from), any::<u64>().prop_map(Value::from)];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number,
        any::<String>().prop_map(Value::from)
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn there_and_back(value in any_json()) {
        let text = lean::write(&value);
        prop_assert_eq!(&text, &serde_json::to_string(&value).unwrap());
        prop_assert_eq!(lean::parse(&text), Some(value.clone()));
        prop_assert_eq!(lean::parse(&serde_json::to_string_pretty(&value).unwrap()), Some(value));
    }

    #[test]
    fn decimals(whole in 0u32..100_000_000, part in 0u32..1_000_000, by in -8i32..8) {
        agree(&format!("{whole}.{part}e{by}"));
        agree(&format!("-{whole}.{part:06}"));
    }

    #[test]
    fn rubbish(text in r#"[\[\]{}:,"\\a-fu0-9eE.+\- tn\u{0}-\u{ff}]{0,12}"#) {
        agree(&text);
    }

    #[test]
    fn cut_short(value in any_json(), at in 0usize..200) {
        let text = value.to_string();
        if let Some(cut) = text.get(..at) {
            agree(cut);
        }
    }
}

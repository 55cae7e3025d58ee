//! No input whatever makes the crate panic, and what it says is fit to be used.
#![allow(clippy::unwrap_used)]

mod common;

use std::sync::LazyLock;

use mot_cua_catalogue::fold::{exact, fold, syllables};
use mot_cua_catalogue::import::{Import, Options};
use mot_cua_catalogue::{Filter, Index, IndexError, Procedure, doubts};
use proptest::prelude::*;

/// Duplicates, nothing, hostile markup, line ends, ten kilobytes: whatever a record may hold.
static HOSTILE: LazyLock<Index> = LazyLock::new(|| {
    Index::build(&[
        Procedure::default(),
        Procedure::default(),
        common::titled("1.000001", "<img src=x onerror=alert(1)>\n\u{2028}khai sinh\t\r\nđăng ký"),
        common::titled("1.000001", "the second"),
        common::titled("1.000002", &"khai sinh ".repeat(1000)),
        common::titled("a\nb", "\u{301}\u{feff}🙂"),
    ])
});

#[test]
fn hostile_records_are_items_like_others() {
    assert_eq!(HOSTILE.len(), 4);
    let item = HOSTILE.find("1.000001").unwrap();
    assert_eq!(item.title, "<img src=x onerror=alert(1)> khai sinh đăng ký");
    assert_eq!(HOSTILE.search("onerror alert", 5)[0].item, item.at);
    assert_eq!(Index::from_json(&HOSTILE.to_json()).unwrap().len(), 4);
    assert!(Index::build(&[]).search("khai", 5).is_empty());
    assert!(Index::from_json(&Index::build(&[]).to_json()).unwrap().is_empty());
}

#[test]
fn a_broken_index_says_what_is_broken() {
    let json = HOSTILE.to_json();
    let wrong = |from: &str, to: &str| Index::from_json(&json.replacen(from, to, 1)).unwrap_err();
    assert_eq!(wrong("\"v\":2", "\"v\":1"), IndexError::Version { found: 1 });
    assert!(matches!(
        wrong("\"counter\":\"0", "\"counter\":\""),
        IndexError::Length { column: "counter", found: 3, expected: 4 }
    ));
    assert!(matches!(wrong("\"runs\":[1,3]", "\"runs\":[1,4]"), IndexError::Length { column: "runs", .. }));
    assert_eq!(wrong("\"titles\"", "\"title\""), IndexError::Shape);
    assert!(wrong("{\"v\"", "{v").to_string().starts_with("catalogue index, line 1 column 2"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_is_folding_once(text in "(\\PC|[àÀđĐ\u{300}-\u{36f} ]|[a-z]){0,40}") {
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
        prop_assert_eq!(exact(&exact(&text)), exact(&text));
        prop_assert_eq!(fold(&exact(&text)), fold(&text));
        for syllable in syllables(&text) {
            prop_assert_eq!(&text[syllable.start..syllable.end()], syllable.text);
        }
    }

    #[test]
    fn any_query(query in "(\\PC|[ .P0-9]|khai|sinh|đăng|\u{301}){0,60}") {
        let answer = HOSTILE.answer(&query, Filter::default(), 10);
        for hit in &answer.hits {
            let title = HOSTILE.item(hit.item).unwrap().title;
            for range in answer.meant.of(&HOSTILE, hit.item) {
                prop_assert!(title.get(range).is_some());
            }
        }
    }

    #[test]
    fn any_text_for_an_index(text in "\\PC{0,80}", at in 0_usize..3000, with in "\\PC?") {
        let _ = Index::from_json(&text);
        let mut json = HOSTILE.to_json();
        let at = at % json.len();
        if json.is_char_boundary(at) && json.is_char_boundary(at + 1) {
            json.replace_range(at..=at, &with);
        }
        if let Ok(index) = Index::from_json(&json) {
            let _ = index.search("khai sinh", 5);
        }
    }

    #[test]
    fn any_text_for_an_import(text in "\\PC{0,80}") {
        let mut import = Import::new(Options::default());
        import.file("x", text.as_bytes());
        import.procedures.iter().for_each(|procedure| drop(doubts(procedure)));
    }
}

#[test]
fn ten_kilobytes_of_query() {
    for query in [
        "khai sinh ".repeat(1000),
        "a".repeat(10_000),
        "🙂".repeat(2500),
        "\u{301}".repeat(5000),
        "1.".repeat(5000),
    ] {
        let _ = HOSTILE.search(&query, 10);
    }
}

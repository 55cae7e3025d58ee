//! Answers, not only hits: a question back, another office, the nearest; what a ward adds; who asks.
#![allow(clippy::unwrap_used)]

mod common;

use mot_cua_catalogue::{Answer, Certainty, Filter, Index, Procedure, Who, Words};
use serde_json::json;

fn codes(index: &Index, items: impl IntoIterator<Item = usize>) -> Vec<String> {
    items.into_iter().map(|item| index.item(item).unwrap().code.to_owned()).collect()
}

fn hits(index: &Index, answer: &Answer) -> Vec<String> {
    codes(index, answer.hits.iter().map(|hit| hit.item))
}

fn ask<'a>(index: &'a Index, query: &str) -> Answer<'a> {
    index.answer(query, Filter::default(), 10)
}

fn records() -> Vec<Procedure> {
    let for_whom = |code: &str, title: &str, audience: &str| Procedure {
        audience: Some(audience.to_owned()),
        ..common::titled(code, title)
    };
    vec![
        for_whom("1.014061", "Cấp thẻ căn cước cho người từ đủ 14 tuổi trở lên", "Công dân Việt Nam"),
        for_whom("1.014063", "Cấp đổi thẻ căn cước", "Công dân Việt Nam, Người nước ngoài"),
        for_whom("1.014064", "Cấp lại thẻ căn cước", "Tổ chức (không bao gồm doanh nghiệp, HTX)"),
        common::titled("1.001193", "Thủ tục đăng ký khai sinh"),
        common::titled("1.000656", "Thủ tục đăng ký khai tử"),
    ]
}

#[test]
fn too_broad_is_asked_back_and_an_exact_title_is_not() {
    let index = Index::build(&records());
    let broad = ask(&index, "căn cước");
    assert_eq!(broad.certainty, Certainty::Found);
    assert_eq!(codes(&index, broad.ask).len(), 3);
    for query in ["dang ky khai sinh", "cấp lại thẻ căn cước", "1.001193", "asdfgh", ""] {
        assert_eq!(ask(&index, query).ask, Vec::<usize>::new(), "{query}");
    }
}

#[test]
fn another_office_is_named_only_for_what_it_does() {
    let index = Index::build(&records());
    let office = |query: &str| ask(&index, query).office.and_then(|names| names.get("vi")).cloned();
    assert_eq!(office("em muốn ly hôn").as_deref(), Some("Tòa án nhân dân khu vực"));
    assert!(office("thi bang lai xe").is_some() && office("LÀM HỘ CHIẾU").is_some());
    for query in ["mất hộ chiếu", "khai sinh", "ghi chú ly hôn ở nước ngoài", "", "muốn"] {
        assert_eq!(office(query), None, "{query}");
    }
}

#[test]
fn little_of_the_query_gives_the_nearest() {
    let index = Index::build(&records());
    let query = "xyzt qwer asdf zxcv uiop hjkl bnmq wert khai";
    let answer = ask(&index, query);
    assert_eq!((answer.certainty, answer.hits.is_empty()), (Certainty::Nearest, false));
    let nothing = ask(&index, "xyzt");
    assert_eq!((nothing.certainty, nothing.hits.len()), (Certainty::Nearest, 0));
}

#[test]
fn filters() {
    let index = Index::build(&records());
    let found = |who| hits(&index, &index.answer("thẻ căn cước", Filter { who, field: None }, 10));
    assert_eq!(found(None).len(), 3);
    assert_eq!(found(Some(Who::Abroad)), ["1.014063"]);
    assert_eq!(found(Some(Who::Organisation)), ["1.014064"]);
    assert_eq!(found(Some(Who::Business)), Vec::<String>::new());
    // A record that does not say is for everybody.
    let everybody = index.answer("khai sinh", Filter { who: Some(Who::Business), field: None }, 10);
    assert_eq!(hits(&index, &everybody), ["1.001193"]);
    let field = |field| index.answer("khai sinh", Filter { who: None, field: Some(field) }, 10).hits.len();
    assert_eq!((field(0) > 0, field(1), field(usize::MAX)), (true, 0, 0));
    let code = index.answer("1.014064", Filter { who: Some(Who::Citizen), field: None }, 10);
    assert!(code.hits.iter().all(|hit| index.item(hit.item).unwrap().code != "1.014064"));
}

#[test]
fn a_ward_adds_its_own_words() {
    let own: Words =
        serde_json::from_value(json!({"v": 1, "everyday": [{"means": "khai tử", "say": ["về trời"]}],
        "names": {"1.014064": ["rớt thẻ xanh"]}, "pins": ["1.014064"],
        "elsewhere": [{"office": {"vi": "Chợ"}, "say": ["mua rau"]}]}))
        .unwrap();
    let index = Index::build_with(&records(), &Words::shipped().extended(own));
    let first = |query: &str| hits(&index, &ask(&index, query)).into_iter().next();
    assert_eq!(first("ong toi ve troi").as_deref(), Some("1.000656"));
    assert_eq!(first("rot the xanh").as_deref(), Some("1.014064"));
    assert_eq!(first("thẻ căn cước").as_deref(), Some("1.014064"), "pinned");
    assert_eq!(ask(&index, "mua rau").office.and_then(|names| names.get("vi")).unwrap(), "Chợ");
    let plain = Index::build(&records());
    assert_ne!(hits(&plain, &ask(&plain, "thẻ căn cước")).first().map(String::as_str), Some("1.014064"));
}

#[test]
fn the_shipped_words_are_whole() {
    let words = Words::shipped();
    assert!(
        words.v == 1 && words.everyday.len() > 60 && words.names.len() > 100 && words.elsewhere.len() > 5
    );
    assert!(words.elsewhere.iter().all(|other| other.office.get("vi").and(other.office.get("en")).is_some()));
    assert!(words.pins.is_empty(), "pins are a ward's own");
}

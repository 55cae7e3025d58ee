#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;
use serde_json::json;

fn survey() -> Survey {
    Survey::parse(
        r#"{"pages":[{"name":"a","elements":[{"type":"rating","name":"q1","odd":[1]},{"type":"text","name":"q2"}]},{"name":"b","elements":[]}]}"#,
    )
    .unwrap()
}

fn order(survey: &Survey) -> String {
    let page = |at| {
        survey.questions(at).iter().map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
    };
    (0..survey.pages().len()).map(page).collect::<Vec<_>>().join("|")
}

#[test]
fn questions_move_over_pages_and_back_and_nothing_of_them_is_lost() {
    let mut one = survey();
    let mut at = At { page: 0, question: 0 };
    for expected in ["q2 q1|", "q2|q1"] {
        at = one.down(at).unwrap();
        assert_eq!(order(&one), expected);
    }
    assert_eq!(one.down(at), None);
    assert_eq!(one.questions(at.page)[at.question]["odd"], json!([1]));
    for expected in ["q2 q1|", "q1 q2|"] {
        at = one.up(at).unwrap();
        assert_eq!(order(&one), expected);
    }
    assert_eq!(one.up(at), None);
    assert_eq!(one, survey());
}

#[test]
fn copies_have_names_of_their_own() {
    let mut one = survey();
    one.copy(At { page: 0, question: 1 });
    one.copy_page(0);
    assert_eq!(order(&one), "q1 q2 q3|q4 q5 q6|");
    one.remove_page(1);
    one.remove(At { page: 0, question: 2 });
    one.remove(At { page: 7, question: 0 });
    assert_eq!(one, survey());
}

#[test]
fn old_spellings_become_the_usual_one() {
    let old = Survey::parse(r#"{"questions":[{"type":"text","name":"x"}]}"#).unwrap();
    assert_eq!((order(&old).as_str(), old.names(None).len()), ("x", 1));
    assert_eq!(order(&Survey::parse(r#"{"pages":[{"questions":[{"name":"x"}]}]}"#).unwrap()), "x");
    for text in ["", "[]", "{", "1"] {
        assert_eq!(Survey::parse(text), None, "{text}");
    }
    assert_eq!(At::of("pages[1].elements[2].choices[0]"), Some(At { page: 1, question: 2 }));
    assert_eq!(At::of("triggers[0]"), None);
}

#[test]
fn what_is_no_list_is_no_end_of_the_world() {
    for text in [
        r#"{"pages":5}"#,
        r#"{"pages":[5]}"#,
        r#"{"pages":[{"elements":5}]}"#,
        r#"{"pages":[{"elements":[5]}]}"#,
    ] {
        let mut one = Survey::parse(text).unwrap();
        let at = At { page: 0, question: 0 };
        one.add(0, "text");
        one.copy(at);
        one.up(at);
        one.down(at);
        one.change(at, Map::clear);
        one.remove(at);
        one.add_page();
    }
}

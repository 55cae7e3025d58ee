//! The survey that every site begins with.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::question::rating::Look;
use mot_cua_survey::{Definition, Done, FaultCode, Kind};
use serde_json::{Map, Value, json};

fn quick() -> Definition {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/surveys/quick.json");
    let json = std::fs::read_to_string(file).unwrap();
    let (definition, mistakes) = Definition::read(&json).unwrap();
    assert_eq!(mistakes, vec![]);
    definition
}

fn faults(answers: Value, done: Done) -> Vec<(String, FaultCode)> {
    let Value::Object(answers) = answers else { panic!("an object") };
    quick().validate(&answers, done).into_iter().map(|fault| (fault.question, fault.code)).collect()
}

#[test]
fn begins_with_five_faces_that_carry_the_official_words() {
    let quick = quick();
    let (question, rating) = quick.first_rating().unwrap();
    assert_eq!((question.name.as_str(), rating.look), ("overall", Look::Smileys));
    let words: Vec<_> = rating.levels.iter().map(|level| (level.key(), level.words("vi"))).collect();
    let official = ["Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng"];
    let official: Vec<_> =
        official.iter().zip(1..).map(|(words, n)| (n.to_string(), (*words).to_owned())).collect();
    assert_eq!(words, official);
}

#[test]
fn says_everything_in_both_languages() {
    let quick = quick();
    let mut texts: Vec<_> = [&quick.title, &quick.description].into_iter().flatten().collect();
    for page in &quick.pages {
        texts.extend([&page.title, &page.description].into_iter().flatten());
        for question in &page.questions {
            texts.extend([&question.title, &question.description].into_iter().flatten());
            match &question.kind {
                Kind::Rating(rating) => {
                    texts.extend(rating.levels.iter().filter_map(|level| level.text.as_ref()));
                }
                Kind::Checkbox(checkbox) => {
                    texts.extend(checkbox.choices.iter().filter_map(|choice| choice.text.as_ref()));
                }
                _ => {}
            }
        }
    }
    assert!(texts.len() > 18);
    assert!(texts.iter().all(|text| text.has("vi") && text.has("en")));
}

#[test]
fn one_tap_is_a_whole_answer() {
    assert_eq!(faults(json!({"overall": 5}), Done::Complete), vec![]);
    assert_eq!(faults(json!({}), Done::NotYet), vec![]);
    assert_eq!(
        faults(json!({"why": ["waiting"]}), Done::Complete),
        vec![("overall".to_owned(), FaultCode::Required)]
    );
}

#[test]
fn a_value_of_another_type_or_range_is_named() {
    for (answers, question, code) in [
        (json!({"overall": 6}), "overall", FaultCode::NotAChoice),
        (json!({"overall": 4.5}), "overall", FaultCode::NotAChoice),
        (json!({"overall": "5"}), "overall", FaultCode::NotAChoice),
        (json!({"overall": [5]}), "overall", FaultCode::WrongType),
        (json!({"why": "waiting"}), "why", FaultCode::WrongType),
        (json!({"why": ["rain"]}), "why", FaultCode::NotAChoice),
        (json!({"why": ["fees", "fees"]}), "why", FaultCode::RepeatedChoice),
        (json!({"words": 7}), "words", FaultCode::WrongType),
        (json!({"words": "ữ".repeat(1201)}), "words", FaultCode::TooLong),
        (json!({"words": "👍".repeat(601)}), "words", FaultCode::TooLong),
        (json!({"name": "x"}), "name", FaultCode::UnknownQuestion),
        (json!({"__proto__": "x"}), "__proto__", FaultCode::UnknownQuestion),
    ] {
        assert_eq!(faults(answers.clone(), Done::NotYet), vec![(question.to_owned(), code)], "{answers}");
    }
    for fine in [
        json!({"overall": 5.0}),
        json!({"words": "ữ".repeat(1200)}),
        json!({"words": "👍".repeat(600)}),
        json!({"why": null, "words": ""}),
    ] {
        assert_eq!(faults(fine.clone(), Done::NotYet), vec![], "{fine}");
    }
}

#[test]
fn a_form_post_becomes_the_same_answers_as_json() {
    let quick = quick();
    let fields = [("overall", vec!["5"]), ("why", vec!["waiting"]), ("words", vec!["nhanh\r\nvà vui"])];
    let typed: Map<String, Value> = fields
        .iter()
        .map(|(name, values)| {
            let values: Vec<_> = values.iter().map(|value| (*value).to_owned()).collect();
            ((*name).to_owned(), quick.decode_form(name, &values))
        })
        .collect();
    assert_eq!(Value::Object(typed), json!({"overall": 5, "why": ["waiting"], "words": "nhanh\nvà vui"}));
    let decode = |name: &str, values: &[&str]| {
        quick.decode_form(name, &values.iter().map(|v| (*v).to_owned()).collect::<Vec<_>>())
    };
    assert_eq!(decode("words", &[""]), Value::Null);
    assert_eq!(decode("why", &[]), Value::Null);
    // What does not fit stays as it came, for `validate` to name.
    assert_eq!(decode("overall", &["nine"]), json!("nine"));
    assert_eq!(decode("overall", &["4", "5"]), json!([4, 5]));
    assert_eq!(decode("unknown", &["5", "x"]), json!(["5", "x"]));
}

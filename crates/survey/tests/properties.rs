//! What holds for every definition and every answer.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::question::choice::Choice;
use mot_cua_survey::{Definition, Done, Kind, lint};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// JSON made of the words of a definition, put together at random.
fn values() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "pages",
        "elements",
        "questions",
        "type",
        "name",
        "title",
        "choices",
        "value",
        "text",
        "rateValues",
        "rateMin",
        "rateMax",
        "rateStep",
        "rateCount",
        "rating",
        "checkbox",
        "radiogroup",
        "boolean",
        "comment",
        "number",
        "email",
        "date",
        "inputType",
        "min",
        "max",
        "maxLength",
        "isRequired",
        "valueTrue",
        "__proto__",
        "{a}",
        "ữ|x",
        "|",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word.clone(), inner), 0..6).prop_map(|members| Value::Object(
                members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            )),
        ]
    })
}

/// Values that a linter takes: none twice as a form spells them.
fn choices() -> impl Strategy<Value = Vec<Value>> {
    let value = prop_oneof![
        any::<i32>().prop_map(Value::from),
        any::<f32>().prop_filter("finite", |number| number.is_finite()).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        "[a-zữ ]{1,6}".prop_map(Value::from),
        ("[a-z]{1,3}", "[a-zữ]{1,6}")
            .prop_map(|(value, words)| json!({"value": value, "text": {"vi": words}})),
    ];
    prop::collection::vec(value, 2..9).prop_filter("each once", |all| {
        let keys = all
            .iter()
            .map(|item| item.get("value").unwrap_or(item))
            .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned));
        keys.collect::<std::collections::BTreeSet<_>>().len() == all.len()
    })
}

fn element() -> impl Strategy<Value = Value> {
    let kind = prop::sample::select(vec!["rating", "checkbox", "radiogroup", "boolean", "comment", "text"]);
    (kind, "[a-c]", values(), values()).prop_map(|(kind, name, choices, extra)| {
        let mut element = json!({"type": kind, "name": name, "choices": choices, "rateValues": choices});
        if let (Value::Object(element), Value::Object(extra)) = (&mut element, extra) {
            element.extend(extra.into_iter().filter(|(member, _)| member != "type" && member != "name"));
        }
        element
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn nothing_makes_it_panic(survey in values(), elements in prop::collection::vec(element(), 0..4), name in "[a-c]", value in values(), text in ".{0,8}") {
        let answers: Map<String, Value> = [(name.clone(), value)].into_iter().collect();
        for json in [survey, json!({"elements": elements})] {
            let json = json.to_string();
            lint::mistakes(&json);
            if let Some(definition) = Definition::parse(&json) {
                definition.validate(&answers, Done::Complete);
                definition.decode_form(&name, &[text.clone(), text.clone()]);
            }
            if let Ok((definition, _)) = Definition::read(&json) {
                prop_assert_eq!(Definition::parse(&json), Some(definition));
            }
        }
    }

    #[test]
    fn what_a_form_can_post_is_valid(kind in prop::sample::select(vec!["rating", "checkbox", "radiogroup"]), choices in choices(), pick in any::<prop::sample::Index>()) {
        let json = json!({"elements": [{"type": kind, "name": "q", "choices": choices, "rateValues": choices}]}).to_string();
        let definition = Definition::read(&json).unwrap().0;
        let mut answers = Map::new();
        for question in definition.questions() {
            let offered: Vec<String> = match &question.kind {
                Kind::Rating(rating) => rating.levels.iter().map(Choice::key).collect(),
                Kind::Checkbox(checkbox) => checkbox.choices.iter().map(Choice::key).collect(),
                Kind::Radiogroup(radiogroup) => radiogroup.choices.iter().map(Choice::key).collect(),
                _ => continue,
            };
            let posted = vec![offered[pick.index(offered.len())].clone()];
            answers.insert(question.name.clone(), definition.decode_form(&question.name, &posted));
        }
        prop_assert_eq!(definition.validate(&answers, Done::NotYet), vec![]);
    }
}

//! Whatever a designer writes and a citizen does: an answer in bounded time, no panic. `PROPTEST_CASES=20000` for a long run.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::rc::Rc;

use mot_cua_survey::change::changes;
use mot_cua_survey::expression::{Clock, Expression, Values};
use mot_cua_survey::lint::inspect::inspect;
use mot_cua_survey::locked::Core;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::{Session, State};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

const TYPES: &str = "boolean checkbox comment dropdown expression file html image matrix multipletext panel paneldynamic \
    radiogroup ranking rating tagbox text matrixdynamic nothing";
const LOGIC: &str = "visibleIf enableIf requiredIf setValueIf setValueExpression resetValueIf defaultValueExpression \
    choicesVisibleIf choicesFromQuestion expression minValueExpression defaultValue valueName title rateMin rateMax panelCount \
    isRequired clearIfInvisible templateVisibleIf rowsVisibleIf choicesOrder";
const SURVEY: &str =
    "clearInvisibleValues questionsOnPageMode showPreviewBeforeComplete firstPageIsStartPage completedHtml";
const WORDS: &str =
    "onHidden questionPerPage inputPerPage singlePage showAllQuestions random a b c __proto__";

fn words(all: &'static str) -> impl Strategy<Value = String> {
    select(all.split_whitespace().collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// Expressions that parse, most of them, of names that are asked, most of them.
fn expression() -> impl Strategy<Value = String> {
    let name = select(vec![
        "{a}",
        "{b}",
        "{c}",
        "{d[0].a}",
        "{panel.a}",
        "{item}",
        "{row.x}",
        "{#a}",
        "{constructor}",
        "{a-Comment}",
    ]);
    let leaf = prop_oneof![
        4 => name.prop_map(str::to_owned),
        1 => select(vec!["1", "0", "'x'", "true", "null", "['x', 1]", "'2026-01-31'", "1e308"]).prop_map(str::to_owned),
    ];
    let tree = leaf.prop_recursive(4, 16, 3, |inner| {
        let op = select(vec![
            "=", "<>", "<", ">=", "and", "or", "+", "-", "*", "/", "%", "^", "contains", "anyof", "allof",
        ]);
        let call = select(vec![
            "iif",
            "sum",
            "avg",
            "min",
            "round",
            "today",
            "age",
            "dateAdd",
            "count",
            "displayValue",
            "substring",
        ]);
        prop_oneof![
            (inner.clone(), op, inner.clone()).prop_map(|(a, op, b)| format!("({a} {op} {b})")),
            (call, vec(inner.clone(), 0..3)).prop_map(|(name, all)| format!("{name}({})", all.join(", "))),
            inner.clone().prop_map(|a| format!("{a} notempty")),
            inner.prop_map(|a| format!("!{a}")),
        ]
    });
    prop_oneof![9 => tree, 1 => "[{}()'a-c=<>!+*. 0-9-]{0,24}"]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3i64..12).prop_map(Value::from),
        select(vec!["x", "y", "other", "none", "", "2026-01-31", "{a}"]).prop_map(Value::from),
        expression().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Value::from),
            vec((select(vec!["a", "b", "x", "value", "__proto__"]), inner), 0..3).prop_map(|all| all
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect::<Map<_, _>>()
                .into()),
        ]
    })
}

fn element() -> impl Strategy<Value = Value> {
    let of = |name: String, kind: String, more: Vec<(String, Value)>, inner: Vec<Value>| {
        let mut element = json!({"type": kind, "name": name, "choices": ["x", "y", {"value": 1, "visibleIf": "{b} = 'x'"}],
            "rows": ["a", "b"], "columns": ["x", "y"], "items": [{"name": "a"}, {"name": "b", "isRequired": true}],
            "elements": inner, "templateElements": inner});
        element.as_object_mut().unwrap().extend(more);
        element
    };
    let more =
        || vec((words(LOGIC), prop_oneof![3 => expression().prop_map(Value::from), 1 => value()]), 0..4);
    let leaf = (words("a b c d e"), words(TYPES), more())
        .prop_map(move |(name, kind, more)| of(name, kind, more, Vec::new()));
    leaf.prop_recursive(2, 6, 3, move |inner| {
        (words("a b c d e"), select(vec!["panel", "paneldynamic"]), more(), vec(inner, 1..3))
            .prop_map(move |(name, kind, more, inner)| of(name, kind.to_owned(), more, inner))
    })
}

fn survey() -> impl Strategy<Value = Value> {
    let trigger = (
        words("complete setvalue copyvalue runexpression skip visible"),
        expression(),
        words("a b c v"),
        expression(),
    )
        .prop_map(|(kind, when, to, run)| {
            json!({"type": kind, "expression": when, "setToName": to, "fromName": "a",
            "gotoName": to, "runExpression": run, "setValue": run, "questions": [to]})
        });
    let calculated = (words("a v w"), expression())
        .prop_map(|(name, run)| json!({"name": name, "expression": run, "includeIntoResult": true}));
    let more =
        vec((words(SURVEY), prop_oneof![words(WORDS).prop_map(Value::from), Just(Value::Bool(true))]), 0..3);
    (vec(vec(element(), 0..4), 1..4), vec(trigger, 0..3), vec(calculated, 0..3), more).prop_map(
        |(pages, triggers, values, more)| {
            let pages: Vec<Value> = pages.into_iter().map(|all| json!({"elements": all})).collect();
            let mut survey = json!({"pages": pages, "triggers": triggers, "calculatedValues": values,
            "indices": [{"name": "i", "factors": [{"name": "f", "questions": ["a", "b"]}]}],
            "core": {"id": "c", "hash": "", "questions": ["a"]}});
            survey.as_object_mut().unwrap().extend(more);
            survey
        },
    )
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(50);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn clock() -> Clock {
    Clock { now: 1_794_700_000_000.0, offset: 420 }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_steps_through_any_survey(survey in survey(), steps in vec((0..6, words("a b c d e v a-Comment __proto__"), value()), 0..12)) {
        let text = survey.to_string();
        let found = inspect(&text);
        prop_assert_eq!(&found, &inspect(&text), "the same file, the same words");
        let object = survey.as_object().unwrap();
        drop(Core::of(object).unwrap().canonical(object));
        let Some(model) = Model::parse(&text).map(Rc::new) else { return Ok(()) };
        prop_assert_eq!(model.to_json(), survey.clone(), "nothing is lost");
        prop_assert_eq!(changes(&model, &model), vec![]);
        let mut session = Session::new(Rc::clone(&model), clock(), 1, "vi");
        for (deed, name, value) in steps {
            match deed {
                0 => drop(session.next_page()),
                1 => drop(session.back()),
                2 => drop(session.validate()),
                3 => drop(session.complete()),
                _ => session.set(&name, value),
            }
            let shown = session.shown();
            prop_assert_eq!(shown.state, session.state());
        }
        if session.state() != State::Completed {
            // Whoever comes back goes on with what is there.
            let again = Session::with(model, clock(), 1, "vi", session.data().clone());
            drop(again.shown());
        }
    }

    #[test]
    fn any_expression_ends(text in expression(), values in vec((words("a b c d"), value()), 0..4)) {
        let values: BTreeMap<String, Value> = values.into_iter().collect();
        let values: Map<String, Value> = values.into_iter().collect();
        if let Ok(parsed) = Expression::parse(&text) {
            let scope = Values::new(&values, clock());
            let (one, two) = (parsed.value(&scope), parsed.value(&scope));
            prop_assert_eq!(format!("{one:?}"), format!("{two:?}"));
            let _ = parsed.holds(&scope);
        }
    }
}

//! A question under another name, a choice under another value: what refers to them goes along.

use serde_json::{Map, Value};

use super::choices;
use super::condition::Condition;
use super::place::{At, Survey};

/// Members that hold the name of a question as it is. (In all others it stands in braces.)
const NAMED: [&str; 5] = ["gotoName", "setToName", "fromName", "choicesFromQuestion", "carryForwardFrom"];
/// What may follow a name within braces: its end, a row, a column, a comment.
const ENDS: [char; 4] = ['}', '.', '[', '-'];

impl Survey {
    /// Where another question has that name already nothing can be carried along: nobody could say which is meant.
    pub(crate) fn rename(&mut self, at: At, name: &str) {
        let old = self.name_of(at);
        let names = self.names(None);
        let meant = |name: &str| names.iter().filter(|one| *one == name).count();
        let is_clear = !old.is_empty() && !name.is_empty() && meant(&old) == 1 && meant(name) == 0;
        self.change(at, |one| drop(one.insert("name".to_owned(), name.into())));
        if is_clear {
            each_text(&mut self.0, &mut |member, text| {
                if NAMED.contains(&member) && *text == old {
                    name.clone_into(text);
                }
                for end in ENDS {
                    let (from, to) = (format!("{{{old}{end}"), format!("{{{name}{end}"));
                    if text.contains(&from) {
                        *text = text.replace(&from, &to);
                    }
                }
            });
        }
    }

    /// The conditions that can be picked; the others are told by the linter.
    pub(crate) fn revalue(&mut self, at: At, number: usize, value: &Value) {
        let question = self.name_of(at);
        let mut old = Value::Null;
        self.change(at, |one| {
            choices::change(one, |all| {
                if let Some(choice) = all.get_mut(number) {
                    old = choice.raw.insert("value".to_owned(), value.clone()).unwrap_or_default();
                }
            });
        });
        each_text(&mut self.0, &mut |_, text| {
            if let Some(mut condition) = Condition::read(text)
                && condition.name == question
                && condition.value == old
                && !old.is_null()
            {
                condition.value = value.clone();
                *text = condition.expression();
            }
        });
    }

    fn name_of(&self, at: At) -> String {
        let name = self.questions(at.page).get(at.question).and_then(|one| one.get("name")?.as_str());
        name.unwrap_or_default().to_owned()
    }
}

/// Every text, with the member that it stands in.
fn each_text(object: &mut Map<String, Value>, act: &mut impl FnMut(&str, &mut String)) {
    for (member, value) in object.iter_mut() {
        each(member, value, act);
    }
}

fn each(member: &str, value: &mut Value, act: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => act(member, text),
        Value::Array(all) => all.iter_mut().for_each(|one| each(member, one, act)),
        Value::Object(object) => each_text(object, act),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    const SECOND: At = At { page: 0, question: 1 };

    fn survey() -> Survey {
        let survey = json!({
            "triggers": [{"type": "skip", "expression": "{q2} = 3", "gotoName": "q2"}],
            "pages": [{"elements": [
                {"type": "text", "name": "q1", "visibleIf": "{q2} = 3"},
                {"type": "radiogroup", "name": "q2", "choices": [{"value": 3}]},
                {"type": "text", "name": "q22", "title": "Vì sao {q2}, {q22}?", "visibleIf": "{q2} notempty and {q2-Comment} notempty"},
            ]}],
        });
        Survey::of(survey.as_object().cloned().unwrap())
    }

    #[test]
    fn what_refers_to_a_question_goes_along() {
        let mut survey = survey();
        survey.rename(SECOND, "viec");
        let text = survey.text();
        for kept in
            [r#""{viec} = 3""#, r#""gotoName": "viec""#, "Vì sao {viec}, {q22}?", "{viec-Comment} notempty"]
        {
            assert!(text.contains(kept), "{kept}: {text}");
        }
        assert!(!text.contains("{q2}"), "{text}");
    }

    #[test]
    fn a_name_that_is_taken_or_empty_carries_nothing() {
        for name in ["q1", ""] {
            let mut survey = survey();
            survey.rename(SECOND, name);
            assert!(survey.text().contains(r#""visibleIf": "{q2} = 3""#), "{}", survey.text());
        }
    }

    #[test]
    fn conditions_on_a_choice_follow_its_value() {
        let mut survey = survey();
        survey.revalue(SECOND, 0, &json!("khac"));
        let text = survey.text();
        assert!(
            text.contains(r#""visibleIf": "{q2} = 'khac'""#) && text.contains(r#""value": "khac""#),
            "{text}"
        );
    }
}

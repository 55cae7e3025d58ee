//! Fields of a plain form post, typed by the definition.

use serde_json::Value;

use crate::definition::Definition;
use crate::question::Kind;

impl Definition {
    /// The value of question `name` as a form spells it: the fields of that name, in order. Several make an array, and a checkbox
    /// is always one. Null: nothing was answered; leave it out. What cannot be typed stays text, for [`Definition::validate`] to name.
    pub fn decode_form(&self, name: &str, values: &[String]) -> Value {
        let question = self.question(name);
        let typed = |text: &String| {
            question.and_then(|question| question.decode(text)).unwrap_or_else(|| Value::String(text.clone()))
        };
        let mut values: Vec<Value> = values.iter().filter(|text| !text.is_empty()).map(typed).collect();
        let many = question.is_some_and(|question| matches!(question.kind, Kind::Checkbox(_)));
        match values.len() {
            0 => Value::Null,
            1 if !many => values.pop().unwrap_or_default(),
            _ => Value::Array(values),
        }
    }
}

//! What each type asks of an answer beyond its validators.

use serde_json::Value;

use super::super::Session;
use super::super::why::Slip;
use super::Error;
use super::values::is_email;
use crate::expression::{Datum, Order, coerce, equal, greater, parse_date};
use crate::model::{Check, Choices, Field, How, Kind, Line, Matrix, Panels, Weight};

impl Session {
    pub(super) fn check_kind(&self, id: usize, kind: &Kind, found: &mut Vec<Error>) {
        let value = self.value(id);
        match kind {
            Kind::Text(field) => self.check_field(id, field, value, found),
            Kind::Choices(choices) => self.check_choices(id, choices, found),
            Kind::Matrix(matrix) => self.check_matrix(id, matrix, found),
            Kind::MultipleText(lines) => {
                for line in &lines.lines {
                    self.check_line(id, line, value.and_then(|value| value.get(&line.name)), found);
                }
            }
            Kind::Panels(panels) => self.check_keys(id, panels, found),
            _ => {}
        }
    }

    fn check_field(&self, id: usize, field: &Field, value: Option<&Value>, found: &mut Vec<Error>) {
        found.extend(self.slips(id, field, value).iter().map(|slip| match slip {
            Slip::Number => Error::RequireNumeric,
            _ => Error::Custom,
        }));
    }

    /// What the field itself does not take of the value.
    pub(in crate::session) fn slips(&self, id: usize, field: &Field, value: Option<&Value>) -> Vec<Slip> {
        let mut found = Vec::new();
        let Some(value) = value.filter(|value| !crate::question::is_empty(value)) else { return found };
        let bound = |fixed: &Option<Value>, run: &Option<crate::expression::Expression>| {
            let bound = match run {
                Some(run) => self.evaluate(Some(id), run),
                None => fixed.as_ref().map(Datum::from)?,
            };
            (!bound.is_empty()).then_some(bound)
        };
        let datum = Datum::from(value);
        if field.is_number() && !crate::expression::is_number(&datum) {
            found.push(Slip::Number);
            return found;
        }
        if let Some(least) = bound(&field.least, &field.least_expression) {
            let (a, b) = self.comparable(field, &datum, &least);
            if greater(&b, &a) {
                found.push(Slip::Least(crate::expression::show(&least)));
            }
        }
        if let Some(most) = bound(&field.most, &field.most_expression) {
            let (a, b) = self.comparable(field, &datum, &most);
            if greater(&a, &b) {
                found.push(Slip::Most(crate::expression::show(&most)));
            }
        }
        let own = self.node(id).is_some_and(|node| {
            node.element.validators.iter().any(|validator| matches!(validator.check, Check::Email))
        });
        if field.sort == "email" && !own && !value.as_str().is_some_and(is_email) {
            found.push(Slip::Email);
        }
        found
    }

    /// Numbers as numbers, dates as dates, times and all else as texts.
    fn comparable(&self, field: &Field, value: &Datum, bound: &Datum) -> (Datum, Datum) {
        let date = |datum: &Datum| match datum {
            Datum::Text(text) => parse_date(text, self.clock).into(),
            Datum::Date(at) => Datum::Number(*at),
            other => other.clone(),
        };
        match field.sort.as_str() {
            "number" | "range" => (coerce(value).into(), coerce(bound).into()),
            "date" | "datetime-local" => (date(value), date(bound)),
            "month" | "week" | "time" => (value.clone(), bound.clone()),
            _ => (Datum::Null, Datum::Null),
        }
    }

    fn check_choices(&self, id: usize, choices: &Choices, found: &mut Vec<Error>) {
        let value = self.value(id);
        let picks_other = choices.other
            && match value {
                Some(Value::Array(items)) => items.iter().any(|item| item == "other"),
                Some(value) => value == "other",
                None => false,
            };
        if picks_other && self.comment(id).is_none_or(|words| words.trim().is_empty()) {
            found.push(Error::OtherEmpty);
        }
        let count = value.and_then(Value::as_array).map_or(0, Vec::len);
        // None of the above stands alone; it is never too few.
        let alone = value
            .and_then(Value::as_array)
            .is_some_and(|items| items.iter().any(|item| choices.special.contains(item)));
        let counts = choices.how == How::Several || choices.select_to_rank;
        if counts
            && !alone
            && choices.least > 0
            && count < choices.least
            && (count > 0 || self.node(id).is_some_and(|node| node.required))
        {
            found.push(Error::Custom);
        }
        if counts && choices.most > 0 && count > choices.most {
            found.push(Error::Custom);
        }
    }

    fn check_matrix(&self, id: usize, matrix: &Matrix, found: &mut Vec<Error>) {
        let Some(node) = self.node(id) else { return };
        let shown = matrix.rows.iter().enumerate().filter(|(at, _)| !node.hidden.contains(at));
        let answers: Vec<Option<&Value>> = shown
            .map(|(_, row)| {
                self.value(id)
                    .and_then(|value| value.get(row.choice.key()))
                    .filter(|one| !crate::question::is_empty(one))
            })
            .collect();
        if matrix.every_row && answers.iter().any(Option::is_none) {
            found.push(Error::RequiredInAllRows);
        }
        if matrix.unique && repeats(answers.into_iter().flatten()) {
            found.push(Error::EachRowUnique);
        }
    }

    fn check_line(&self, id: usize, line: &Line, value: Option<&Value>, found: &mut Vec<Error>) {
        let value = value.filter(|value| !crate::question::is_empty(value));
        if line.required && value.is_none() {
            found.push(Error::Required);
        }
        self.check_field(id, &line.field, value, found);
        let validators = line.validators.iter().filter(|validator| validator.weight == Weight::Error);
        found.extend(validators.filter_map(|validator| self.fails(id, value, &validator.check)));
    }

    fn check_keys(&self, id: usize, panels: &Panels, found: &mut Vec<Error>) {
        let Some(key) = &panels.key else { return };
        let rows = self.value(id).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if repeats(rows.iter().filter_map(|row| row.get(key)).filter(|one| !crate::question::is_empty(one))) {
            found.push(Error::KeyDuplication);
        }
    }
}

fn repeats<'a>(values: impl Iterator<Item = &'a Value>) -> bool {
    let values: Vec<Datum> = values.map(Datum::from).collect();
    values
        .iter()
        .enumerate()
        .any(|(at, one)| values.iter().take(at).any(|before| equal(before, one, Order::Any)))
}

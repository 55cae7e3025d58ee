//! A condition that is picked: question · is · value.

use serde_json::Value;

use super::choices;

/// How the answer is held against the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Is {
    Equal,
    NotEqual,
    AtLeast,
    AtMost,
    Contains,
    Answered,
    Empty,
}

impl Is {
    pub(crate) const ALL: [Self; 7] = [
        Self::Equal,
        Self::NotEqual,
        Self::AtLeast,
        Self::AtMost,
        Self::Contains,
        Self::Answered,
        Self::Empty,
    ];

    /// As an expression spells it.
    pub(crate) fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::AtLeast => ">=",
            Self::AtMost => "<=",
            Self::Contains => "contains",
            Self::Answered => "notempty",
            Self::Empty => "empty",
        }
    }

    pub(crate) fn of(sign: &str) -> Option<Self> {
        let sign = if sign == "!=" { "<>" } else { sign };
        Self::ALL.into_iter().find(|is| is.sign() == sign)
    }

    /// Whether it is held against a value at all.
    pub(crate) fn takes_value(self) -> bool {
        !matches!(self, Self::Answered | Self::Empty)
    }
}

/// The three parts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Condition {
    pub(crate) name: String,
    pub(crate) is: Is,
    pub(crate) value: Value,
}

impl Condition {
    /// `{why} contains 'slow'`.
    pub(crate) fn expression(&self) -> String {
        let value = match &self.value {
            Value::String(words) => ["'", &words.replace('\\', "\\\\").replace('\'', "\\'"), "'"].concat(),
            other => other.to_string(),
        };
        let value = if self.is.takes_value() { [" ", &value].concat() } else { String::new() };
        ["{", &self.name, "} ", self.is.sign(), &value].concat()
    }

    /// What [`Condition::expression`] wrote. `None`: the expression says more than can be picked.
    pub(crate) fn read(expression: &str) -> Option<Self> {
        let (name, rest) = expression.trim().strip_prefix('{')?.split_once('}')?;
        let rest = rest.trim();
        let (sign, value) = rest.split_once(' ').unwrap_or((rest, ""));
        let (is, value) = (Is::of(sign)?, value.trim());
        let read = Self { name: name.to_owned(), is, value: literal(is, value)? };
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").replace("!=", "<>");
        (plain(&read.expression()) == plain(expression)).then_some(read)
    }
}

fn literal(is: Is, text: &str) -> Option<Value> {
    if !is.takes_value() {
        return text.is_empty().then_some(Value::Null);
    }
    match text.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        Some(words) => Some(words.replace("\\'", "'").replace("\\\\", "\\").into()),
        None if matches!(text, "true" | "false") => Some((text == "true").into()),
        None => Some(choices::typed(text)).filter(Value::is_number),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use serde_json::json;

    #[test]
    fn what_was_picked_can_be_picked_again() {
        for (is, value) in [
            (Is::Equal, json!(2)),
            (Is::NotEqual, json!("d'ai\\")),
            (Is::Contains, json!("slow")),
            (Is::Answered, json!(null)),
        ] {
            let one = Condition { name: "q 1".to_owned(), is, value };
            assert_eq!(Condition::read(&one.expression()), Some(one.clone()), "{}", one.expression());
        }
        assert_eq!(Condition::read("{overall}  !=  2").unwrap().is, Is::NotEqual);
    }

    #[test]
    fn what_says_more_is_left_to_its_writer() {
        for text in [
            "",
            "{a} = 1 and {b} = 2",
            "{a} = 'x' or {b} = 'y'",
            "{a} + 1 > 2",
            "{a} = {b}",
            "age({a}) > 3",
            "{a} empty 3",
            "{a} =",
        ] {
            assert_eq!(Condition::read(text), None, "{text}");
        }
    }
}

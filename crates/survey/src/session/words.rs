//! Answers within texts: `Thank you, {name}`.

use super::Session;
use super::scope::View;
use crate::expression::{Datum, Op, Scope, show};

impl Session {
    /// The text with answers in the places of their names. What is no name stays as it is; no answer shows as nothing.
    pub fn piped(&self, text: &str) -> String {
        self.piped_at(None, text)
    }

    /// The same at the place of a question, for `{panel.name}`.
    pub(super) fn piped_at(&self, node: Option<usize>, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            if let Some(words) = self.spoken(node, name.trim()) {
                out.push_str(&words);
            } else {
                out.extend(["{", name, "}"]);
            }
            rest = behind;
        }
        out.push_str(rest);
        out
    }

    /// `None`: no such name.
    fn spoken(&self, node: Option<usize>, name: &str) -> Option<String> {
        if let Some(id) = self.by_key(name).first().copied().or_else(|| self.by_name(name)) {
            let value = self.value(id);
            return Some(value.map(|value| show(&self.display(id, value))).unwrap_or_default());
        }
        let expression = crate::expression::Expression::parse(&["{#", name, "}"].concat()).ok()?;
        let [Op::Variable(variable)] = expression.program().ops.as_slice() else { return None };
        let found = View::of(self, node).find(variable)?;
        Some(match found.value {
            Datum::Undefined | Datum::Null => String::new(),
            value => show(&value),
        })
    }
}

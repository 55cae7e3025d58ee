//! Words, numbers, quoted texts, variables.

use super::super::datum::Datum;
use super::super::machine::converted;
use super::super::number::of_text;
use super::super::path::Path;
use super::super::program::{Op, Reading, Variable};
use super::Parser;

impl Parser<'_> {
    pub(super) fn atom(&mut self) -> bool {
        let mark = self.mark();
        self.blanks();
        let nothing = ["undefined", "null"].into_iter().find(|word| self.rest().starts_with(word));
        let op = if let Some(word) = nothing {
            self.at += word.len();
            Op::Nothing
        } else if let Some(constant) = self.constant() {
            Op::Constant(constant)
        } else if let Some(variable) = self.variable() {
            Op::Variable(variable)
        } else {
            self.back(mark);
            return false;
        };
        self.ops.push(op);
        true
    }

    fn constant(&mut self) -> Option<Datum> {
        if self.word("true") {
            return Some(true.into());
        }
        if self.word("false") {
            return Some(false.into());
        }
        if let Some(number) = self.number() {
            return Some(number.into());
        }
        if let Some(word) = self.letters() {
            return Some(converted(Datum::Text(word)));
        }
        self.quoted('\'').or_else(|| self.quoted('"')).map(Datum::Text)
    }

    /// `[a-zA-Z_][a-zA-Z_0-9]*`
    pub(super) fn letters(&mut self) -> Option<String> {
        let rest = self.rest();
        let first = rest.bytes().next().filter(|byte| byte.is_ascii_alphabetic() || *byte == b'_');
        first?;
        let count = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
        let word = rest.get(..count)?.to_owned();
        self.at += count;
        Some(word)
    }

    /// `0x12` (decimal digits only), `-1.5`, `10`; no leading zeros, no exponent.
    fn number(&mut self) -> Option<f64> {
        let rest = self.rest();
        let digits = |from: usize| rest.bytes().skip(from).take_while(u8::is_ascii_digit).count();
        let hex = if rest.starts_with("0x") { digits(2) } else { 0 };
        if hex > 0 {
            let number = rest.get(..2 + hex).map(of_text);
            self.at += 2 + hex;
            return number;
        }
        let sign = usize::from(rest.starts_with('-'));
        let whole = digits(sign);
        let point = sign + whole;
        let fraction =
            if whole > 0 && rest.as_bytes().get(point) == Some(&b'.') { digits(point + 1) } else { 0 };
        let end = if fraction > 0 {
            point + 1 + fraction
        } else if rest.as_bytes().get(sign) == Some(&b'0') {
            sign + 1
        } else {
            point
        };
        let number = rest.get(..end).filter(|_| whole > 0).and_then(mot_cua_contract::lean::number);
        number?;
        self.at += end;
        number
    }

    /// Between quotes, where `\'` and `\"` stand for quotes; no other quote may stand there.
    fn quoted(&mut self, quote: char) -> Option<String> {
        let mut text = String::new();
        let mut rest = self.rest().strip_prefix(quote)?;
        let end = loop {
            if let Some(after) = rest.strip_prefix("\\'") {
                text.push('\'');
                rest = after;
            } else if let Some(after) = rest.strip_prefix("\\\"") {
                text.push('"');
                rest = after;
            } else {
                let mut chars = rest.chars();
                match chars.next()? {
                    one if one == quote => break chars.as_str().len(),
                    '\'' | '"' => return None,
                    one => text.push(one),
                }
                rest = chars.as_str();
            }
        };
        self.at = self.text.len() - end;
        Some(text)
    }

    /// `{name}` or `{#name}`; a name is anything but braces.
    fn variable(&mut self) -> Option<Variable> {
        let inside = self.rest().strip_prefix('{')?;
        let (name, _) = inside.split_once(['{', '}']).filter(|(name, _)| !name.is_empty())?;
        if !inside.get(name.len()..)?.starts_with('}') {
            return None;
        }
        let (as_is, reading) = match name.strip_prefix('#') {
            Some(as_is) if !as_is.is_empty() => (as_is, Reading::AsIs),
            _ => (name, Reading::Converted),
        };
        let variable = Variable { name: as_is.to_owned(), path: Path::of(as_is), reading };
        self.at += name.len() + 2;
        Some(variable)
    }
}

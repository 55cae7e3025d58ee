//! JSON text (RFC 8259) to a tree: it takes what `serde_json` takes, in a third of its code, and says no without a reason.

use serde_json::{Map, Number, Value};

use super::decimal::scaled;

/// `serde_json`'s own limit: deeper nesting would end the stack.
const DEPTH: u32 = 127;

/// JSON text to a tree. `None`: not JSON.
#[inline(never)]
pub fn parse(json: &str) -> Option<Value> {
    let mut reader = Reader { text: json, at: 0 };
    let value = reader.value(DEPTH)?;
    reader.skip_blanks().is_none().then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    /// Bytes that were read; always between two characters when a method begins.
    at: usize,
}

/// `digits` × 10^`scale`.
#[derive(Default)]
struct Decimal {
    digits: u64,
    scale: i32,
    /// The digits after this one are beyond what a number can carry: they only count for the scale.
    full: bool,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += 1;
        byte
    }

    /// The next byte that means something, not yet read.
    #[inline(never)]
    fn skip_blanks(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
        self.peek()
    }

    /// Whether `sign` came next, behind blanks; it is then read.
    #[inline(never)]
    fn takes(&mut self, sign: u8) -> bool {
        let is_next = self.skip_blanks() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        let first = self.skip_blanks()?;
        let word = match first {
            b't' => ("true", Value::Bool(true)),
            b'f' => ("false", Value::Bool(false)),
            b'n' => ("null", Value::Null),
            b'-' | b'0'..=b'9' => return self.number(),
            _ => {
                self.at += 1;
                return match first {
                    b'"' => self.string().map(Value::String),
                    b'[' => self.list(depth.checked_sub(1)?),
                    b'{' => self.object(depth.checked_sub(1)?),
                    _ => None,
                };
            }
        };
        let (spelt, value) = word;
        let is_there = self.text.get(self.at..)?.starts_with(spelt);
        self.at += spelt.len();
        is_there.then_some(value)
    }

    fn list(&mut self, depth: u32) -> Option<Value> {
        let mut items = Vec::new();
        if self.takes(b']') {
            return Some(Value::Array(items));
        }
        loop {
            items.push(self.value(depth)?);
            if self.takes(b']') {
                return Some(Value::Array(items));
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    fn object(&mut self, depth: u32) -> Option<Value> {
        let mut members = Map::new();
        if self.takes(b'}') {
            return Some(Value::Object(members));
        }
        loop {
            if !self.takes(b'"') {
                return None;
            }
            let name = self.string()?;
            if !self.takes(b':') {
                return None;
            }
            members.insert(name, self.value(depth)?);
            if self.takes(b'}') {
                return Some(Value::Object(members));
            }
            if !self.takes(b',') {
                return None;
            }
        }
    }

    /// From behind the opening quote.
    #[inline(never)]
    fn string(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ')?;
            text.push_str(rest.get(..plain)?);
            self.at += plain;
            match self.byte()? {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let short = self.byte()?;
        Some(match short {
            b'"' | b'\\' | b'/' => char::from(short),
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => return self.by_code(),
            _ => return None,
        })
    }

    /// `\u`; two of them for what lies beyond the first plane. Half of such a pair is no character.
    fn by_code(&mut self) -> Option<char> {
        let high = self.hex()?;
        if high & 0xfc00 != 0xd800 {
            return char::from_u32(high);
        }
        if (self.byte()?, self.byte()?) != (b'\\', b'u') {
            return None;
        }
        let low = self.hex()?;
        if low & 0xfc00 != 0xdc00 {
            return None;
        }
        char::from_u32(0x1_0000 + (((high & 0x3ff) << 10) | (low & 0x3ff)))
    }

    #[inline(never)]
    fn hex(&mut self) -> Option<u32> {
        let mut code = 0;
        for _ in 0..4 {
            code = (code << 4) | char::from(self.byte()?).to_digit(16)?;
        }
        Some(code)
    }

    fn number(&mut self) -> Option<Value> {
        let negative = self.takes(b'-');
        let mut decimal = Decimal::default();
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits(&mut decimal, 0)?;
        }
        let mut whole = !decimal.full;
        if self.peek() == Some(b'.') {
            self.at += 1;
            whole = false;
            self.digits(&mut decimal, -1)?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            whole = false;
            let down = self.peek() == Some(b'-');
            self.at += usize::from(down || self.peek() == Some(b'+'));
            let mut exponent = Decimal::default();
            self.digits(&mut exponent, 0)?;
            let by = i32::try_from(exponent.digits).unwrap_or(i32::MAX);
            decimal.scale = decimal.scale.saturating_add(if down { -by } else { by });
        }
        if whole && !negative {
            return Some(decimal.digits.into());
        }
        let below_zero = 0_i64.checked_sub_unsigned(decimal.digits).filter(|number| whole && *number != 0);
        if let Some(number) = below_zero {
            return Some(number.into());
        }
        let size = decimal.size();
        Number::from_f64(if negative { -size } else { size }).map(Value::Number)
    }

    /// At least one digit; each one kept moves the scale by `step`.
    #[inline(never)]
    fn digits(&mut self, into: &mut Decimal, step: i32) -> Option<()> {
        let from = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            self.at += 1;
            let more =
                into.digits.checked_mul(10).and_then(|digits| digits.checked_add(u64::from(digit - b'0')));
            match more {
                Some(digits) if !into.full => {
                    into.digits = digits;
                    into.scale += step;
                }
                _ => {
                    into.full = true;
                    into.scale += step + 1;
                }
            }
        }
        (self.at > from).then_some(())
    }
}

impl Decimal {
    #[allow(clippy::cast_precision_loss, reason = "what a JSON number means is the nearest `f64`")]
    fn size(self) -> f64 {
        scaled(self.digits as f64, self.scale)
    }
}

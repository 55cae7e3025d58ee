//! Texts, numbers, lists and maps.

use serde_json::{Map, Value};

use super::FromJson;

impl FromJson for String {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, value: &Value) -> bool {
        let Value::String(text) = value else { return false };
        self.clone_from(text);
        true
    }
}

impl FromJson for bool {
    fn blank() -> Self {
        false
    }

    fn fill(&mut self, value: &Value) -> bool {
        if let Value::Bool(flag) = value {
            *self = *flag;
            return true;
        }
        value.is_null()
    }
}

impl FromJson for u64 {
    fn blank() -> Self {
        0
    }

    fn fill(&mut self, value: &Value) -> bool {
        let number = value.as_u64();
        *self = number.unwrap_or(0);
        number.is_some()
    }
}

macro_rules! smaller {
    ($($type:ty)*) => {$(
        impl FromJson for $type {
            fn blank() -> Self {
                0
            }

            fn fill(&mut self, value: &Value) -> bool {
                let number = value.as_u64().and_then(|number| Self::try_from(number).ok());
                *self = number.unwrap_or(0);
                number.is_some()
            }
        }
    )*};
}
smaller!(u8 u16 u32 usize);

impl FromJson for f64 {
    fn blank() -> Self {
        0.0
    }

    fn fill(&mut self, value: &Value) -> bool {
        let number = value.as_f64();
        *self = number.unwrap_or(0.0);
        number.is_some()
    }
}

impl FromJson for Value {
    fn blank() -> Self {
        Self::Null
    }

    fn fill(&mut self, value: &Value) -> bool {
        self.clone_from(value);
        true
    }
}

impl FromJson for Map<String, Value> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, value: &Value) -> bool {
        if let Value::Object(members) = value {
            self.clone_from(members);
            return true;
        }
        value.is_null()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, value: &Value) -> bool {
        value.is_null() || self.insert(T::blank()).fill(value)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, value: &Value) -> bool {
        let Value::Array(items) = value else { return value.is_null() };
        let mut well = true;
        for value in items {
            let mut item = T::blank();
            well &= item.fill(value);
            self.push(item);
        }
        well
    }
}

/// The place of a word among `words`. `None`: not a text, or another.
#[inline(never)]
pub fn word(words: &[&str], value: &Value) -> Option<usize> {
    let found = value.as_str()?;
    words.iter().position(|word| *word == found)
}

//! The members of one object.

use serde_json::{Map, Value};

use super::FromJson;

static ABSENT: Value = Value::Null;

/// Reads members by name and remembers whether all went well.
#[derive(Debug)]
pub struct Members<'a> {
    of: Option<&'a Map<String, Value>>,
    well: bool,
}

impl<'a> Members<'a> {
    /// Anything but an object fails.
    pub fn of(value: &'a Value) -> Self {
        let of = value.as_object();
        Self { of, well: of.is_some() }
    }

    // `dyn`, and never inlined: a struct's reader is then one short call a member.

    /// An absent member is read as `null`.
    #[inline(never)]
    pub fn read(&mut self, name: &str, into: &mut dyn FromJson) {
        let value = self.of.and_then(|of| of.get(name)).unwrap_or(&ABSENT);
        self.well &= into.fill(value);
    }

    /// An absent member leaves `into` as it is.
    #[inline(never)]
    pub fn read_if_there(&mut self, name: &str, into: &mut dyn FromJson) {
        if let Some(value) = self.of.and_then(|of| of.get(name))
            && !value.is_null()
        {
            self.well &= into.fill(value);
        }
    }

    /// Whether every member so far was what it had to be.
    pub fn are_well(&self) -> bool {
        self.well
    }
}

//! Where the citizen stands: the unit, its counter, and what the link was for.

use serde::{Deserialize, Serialize};

use crate::lean::Writer;
use crate::{lean_enum, lean_struct};

/// The `place` of an answer. How a printed link spells it is the business of `mot-cua-link`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Commune code (5 digits, Decision 19/2025/QĐ-TTg) or an id of the site; upper case letters and digits.
    pub unit: String,
    /// Counter, `[A-Z0-9]{1,4}`. `None`: the unit as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counter: Option<String>,
    /// Field id of the site (`lĩnh vực`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Procedure code with its dot, `1.001193`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// What the printed code was for. `None`: it did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

impl Place {
    /// The unit as a whole.
    pub fn unit(unit: impl Into<String>) -> Self {
        Self { unit: unit.into(), ..Self::default() }
    }

    /// `04795` or `04795-3`: what one stamped page stands for.
    pub fn desk(&self) -> String {
        match &self.counter {
            Some(counter) => format!("{}-{counter}", self.unit),
            None => self.unit.clone(),
        }
    }

    pub(crate) fn to_json(&self) -> String {
        let mut all = Writer::object();
        all.text("unit", &self.unit);
        all.text_if_any("counter", self.counter.as_deref());
        all.text_if_any("field", self.field.as_deref());
        all.text_if_any("procedure", self.procedure.as_deref());
        all.text_if_any("purpose", self.purpose.map(Purpose::word));
        all.end()
    }
}

/// Tag `D` of a place link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Purpose {
    /// `R`: rate.
    Rate,
    /// `L`: look a procedure up.
    Look,
    /// `S`: say something.
    Say,
}

lean_struct!(Place {
    unit: "unit",
    counter: "counter",
    field: "field",
    procedure: "procedure",
    purpose: "purpose"
});
lean_enum!(Purpose { "rate" => Rate, "look" => Look, "say" => Say });

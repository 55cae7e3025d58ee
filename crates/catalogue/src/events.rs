//! Life events: "a small child", "someone died" → one checklist over several procedures (`catalogue/events.json`).

mod checklist;

use mot_cua_contract::Pairs;
use mot_cua_contract::lean_struct;
use serde::{Deserialize, Serialize};

pub use checklist::{Checklist, Need, Wanted, checklist};

/// The file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Events {
    /// Version of this shape: 1.
    pub v: u8,
    pub events: Vec<Event>,
}

/// Something that happens in a life.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Event {
    /// Stable, `child`.
    pub id: String,
    /// By language tag.
    pub name: Pairs,
    pub steps: Vec<Step>,
}

/// A procedure of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Step {
    pub code: String,
    /// The procedures that this one does together (`liên thông`): who files it need not file them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
}

lean_struct!(Events { v: "v", events: "events" });
lean_struct!(Event { id: "id", name: "name", steps: "steps" });
lean_struct!(Step { code: "code", covers: "covers" });

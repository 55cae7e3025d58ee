//! What one ward does better than the law asks, and when it is open (`catalogue/wards.json`).
//!
//! The file is written by clerks: a part that makes no sense counts as absent, and [`mistakes`] names it. Words are
//! read as people write them: `thứ 4`, `T4`, `thứ Tư`, `CN`.

mod clock;
mod former;
mod hours;
mod mistakes;
mod ours;
mod promise;
mod weekday;

use mot_cua_contract::Pairs;
use mot_cua_contract::lean_struct;
use serde::{Deserialize, Serialize};

pub use clock::{Date, Moment, minutes};
pub use former::formerly;
pub use hours::{Desk, Hours, Shift, Special, desk, week};
pub use mistakes::mistakes;
pub use ours::{DAY, holds};
pub use promise::{Promise, Rule};
pub use weekday::Weekday;

/// The file.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Wards {
    /// Version of this shape: 1.
    pub v: u8,
    pub units: Vec<Ward>,
}

/// One unit of the site.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Ward {
    /// As in `site.json`.
    pub id: String,
    /// Names of the wards and communes that were merged into it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub former: Vec<String>,
    /// `None`: not said; neither open nor closed is to be shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub promises: Vec<Promise>,
    /// Who helps with filing online, where and when; by language tag.
    #[serde(default, skip_serializing_if = "Pairs::is_empty")]
    pub online_help: Pairs,
}

lean_struct!(Wards { v: "v", units: "units" });
// The page has the promises from the records, in words.
lean_struct!(Ward {
    id: "id",
    former: "former",
    hours: "hours",
    promises: _ or Vec::new(),
    online_help: "onlineHelp"
});

impl Wards {
    /// The ward with that id of the site.
    pub fn unit(&self, id: &str) -> Option<&Ward> {
        self.units.iter().find(|ward| ward.id == id)
    }
}

impl Ward {
    /// What it promises for the procedure of that code.
    pub fn promise(&self, code: &str) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.code == code)
    }
}

//! `site.json`: one deployment of one or many units.

pub mod colour;
mod merged;
mod mistakes;

use serde::{Deserialize, Serialize};

use crate::adapter::Submit;
use crate::lean_struct;
use crate::mistake::Mistake;
use crate::text::Text;
use crate::time::Rounding;

pub use merged::Merged;

/// The whole file. Unknown members are refused by [`Site::read`], so that a typing error is told and not ignored.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Site {
    /// Version of this shape: 1.
    pub v: u8,
    pub name: Text,
    /// The public address, as printed on posters: `https://danhgia.example.vn`. No path but `base`.
    /// `None`: not decided yet; `serve` prints the address of this machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Folder of the page on its host, with both slashes: `/` or `/mot-cua/`.
    #[serde(default = "root")]
    pub base: String,
    /// BCP 47 tags; the first is the default.
    #[serde(default = "vietnamese_english")]
    pub languages: Vec<String>,
    pub units: Vec<Unit>,
    /// Units that were merged into these: figures of the year add up under the unit of today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Merged>,
    /// Fields of work (`lĩnh vực`) that counters and links name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Name of the survey that a scan opens: the file `surveys/<name>.json`.
    #[serde(default = "quick")]
    pub survey: String,
    /// Whether the site has a `catalogue/` to look procedures up in.
    #[serde(default = "yes")]
    pub catalogue: bool,
    /// Whether phones keep the site, to open it without a network.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub offline: bool,
    /// Origins of the portals that may show the page in a frame: `https://phuong.example.vn`. `None`: any may; empty: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frames: Option<Vec<String>>,
    #[serde(default)]
    pub submit: Submit,
    #[serde(default)]
    pub privacy: Privacy,
    /// Whom one may turn to above the office; offered after a low rating. `None`: nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Above>,
    #[serde(default, skip_serializing_if = "Theme::is_plain")]
    pub theme: Theme,
}

/// A ward, commune, or other office.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Unit {
    /// Commune code of five digits, or an id `[A-Z0-9]{2,12}` of the site.
    pub id: String,
    pub name: Text,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counters: Vec<Counter>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// As people dial it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Opening hours in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Text>,
}

/// A channel above the office: of the province, of the inspectorate.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Above {
    pub name: Text,
    /// `https:`, `tel:` or `mailto:`.
    pub url: String,
}

/// A desk of a unit.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Counter {
    /// `[A-Z0-9]{1,4}`.
    pub id: String,
    pub name: Text,
    /// Ids of [`Field`]s handled here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
}

/// A field of work.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Field {
    /// `[A-Z0-9]{1,12}`, as a link's tag `F` names it.
    pub id: String,
    pub name: Text,
}

/// What is promised to the citizen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Privacy {
    /// How times are rounded before they leave the phone.
    #[serde(default)]
    pub rounding: Rounding,
    /// Who reads what is written, in one line. `None`: the language pack's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub readers: Option<Text>,
}

lean_struct!(Unit {
    id: "id",
    name: "name",
    counters: "counters",
    address: "address",
    phone: "phone",
    hours: "hours"
});
lean_struct!(Counter { id: "id", name: "name", fields: "fields" });
lean_struct!(Field { id: "id", name: "name" });
lean_struct!(Privacy { rounding: "rounding" or Rounding::Hour, readers: "readers" });

/// Colours of the ward. Each is `#rrggbb`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Theme {
    /// Buttons and links, on light ground. Must reach 7:1 on the darkest of them ([`colour`]).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accent: Option<String>,
}

impl Theme {
    fn is_plain(&self) -> bool {
        self.accent.is_none()
    }
}

fn root() -> String {
    "/".to_owned()
}
fn quick() -> String {
    "quick".to_owned()
}
fn yes() -> bool {
    true
}
#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde calls it")]
fn is_yes(said: &bool) -> bool {
    *said
}
fn vietnamese_english() -> Vec<String> {
    vec!["vi".to_owned(), "en".to_owned()]
}

impl Site {
    /// Reads and checks the file's text.
    ///
    /// # Errors
    /// Every [`Mistake`] found: not JSON (with line and column), wrong shape, or a value that cannot work.
    pub fn read(json: &str) -> Result<Self, Vec<Mistake>> {
        let site: Self = serde_json::from_str(json).map_err(|e| {
            vec![Mistake::error(
                if e.is_data() { "wrong-shape" } else { "not-json" },
                format!("line {} column {}", e.line(), e.column()),
                e.to_string(),
                "a site.json as `mot-cua schema site` describes it",
            )]
        })?;
        let mistakes = site.mistakes();
        if mistakes.iter().any(Mistake::is_error) { Err(mistakes) } else { Ok(site) }
    }

    /// The unit of that id, read without regard to case.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.units.iter().find(|u| u.id.eq_ignore_ascii_case(id))
    }

    /// The field of that id, read without regard to case.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.id.eq_ignore_ascii_case(id))
    }

    /// The language that is shown unless the citizen chose another.
    pub fn default_language(&self) -> &str {
        self.languages.first().map_or("vi", String::as_str)
    }
}

impl Unit {
    /// The counter of that id, read without regard to case.
    pub fn counter(&self, id: &str) -> Option<&Counter> {
        self.counters.iter().find(|c| c.id.eq_ignore_ascii_case(id))
    }
}

/// A name that is safe as a file's: letters, digits, hyphens, at most 64.
pub fn is_file_name(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        && !name.starts_with('-')
}

//! `site.json`: one deployment of one or many units.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::adapter::Submit;
use crate::lean_struct;
use crate::mistake::Mistake;
use crate::text::Text;
use crate::time::Rounding;

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
    /// Fields of work (`lĩnh vực`) that counters and links name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Name of the survey that a scan opens: the file `surveys/<name>.json`.
    #[serde(default = "quick")]
    pub survey: String,
    /// Whether the site has a `catalogue/` to look procedures up in.
    #[serde(default = "yes")]
    pub catalogue: bool,
    #[serde(default)]
    pub submit: Submit,
    #[serde(default)]
    pub privacy: Privacy,
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

lean_struct!(Unit { id: "id", name: "name", counters: "counters", address: "address", phone: "phone", hours: "hours" });
lean_struct!(Counter { id: "id", name: "name", fields: "fields" });
lean_struct!(Field { id: "id", name: "name" });
lean_struct!(Privacy { rounding: "rounding" or Rounding::Hour, readers: "readers" });

/// Colours of the ward. Each is `#rrggbb`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Theme {
    /// Buttons and links, on light ground. Must reach 7:1 against white.
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

    /// Everything doubtful, errors and warnings.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        if self.v != 1 {
            found.push(Mistake::error("unknown-version", "v", self.v.to_string(), "1"));
        }
        if self.name.is_blank() {
            found.push(Mistake::error("blank-name", "name", "no words", "the name of the office"));
        }
        if let Some(url) = &self.url {
            let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            if host.is_none_or(|h| h.is_empty() || h.contains(['/', '?', '#', ' ', '@'])) {
                found.push(Mistake::error("bad-url", "url", url, "https:// and a host, without a path: https://danhgia.example.vn"));
            }
        }
        if !(self.base.starts_with('/') && self.base.ends_with('/') && self.base.chars().all(is_path_char)) || self.base.contains("//") || self.base.contains("..") {
            found.push(Mistake::error("bad-base", "base", &self.base, "a folder with both slashes, like / or /mot-cua/"));
        }
        if self.languages.is_empty() {
            found.push(Mistake::error("no-language", "languages", "an empty list", "at least [\"vi\"]"));
        }
        for (at, lang) in self.languages.iter().enumerate() {
            if lang.is_empty() || lang.len() > 12 || !lang.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
                found.push(Mistake::error("bad-language", format!("languages[{at}]"), lang, "a language tag in lower case, like vi, en, km"));
            }
        }
        if !is_file_name(&self.survey) {
            found.push(Mistake::error("bad-survey-name", "survey", &self.survey, "letters, digits and hyphens: the name of surveys/<name>.json"));
        }
        self.check_units(&mut found);
        if let Some(accent) = &self.theme.accent
            && !(accent.len() == 7 && accent.starts_with('#') && accent.chars().skip(1).all(|c| c.is_ascii_hexdigit()))
        {
            found.push(Mistake::error("bad-colour", "theme.accent", accent, "a colour like #0b5d4e"));
        }
        found.extend(self.submit.mistakes());
        found
    }

    fn check_units(&self, found: &mut Vec<Mistake>) {
        if self.units.is_empty() {
            found.push(Mistake::error("no-unit", "units", "an empty list", "at least one unit"));
        }
        let mut seen = BTreeMap::new();
        let mut fields = BTreeMap::new();
        for (at, field) in self.fields.iter().enumerate() {
            if !is_id(&field.id, 12) {
                found.push(Mistake::error("bad-id", format!("fields[{at}].id"), &field.id, "1 to 12 capital letters and digits"));
            }
            if fields.insert(&field.id, at).is_some() {
                found.push(Mistake::error("double-id", format!("fields[{at}].id"), &field.id, "an id that no other field has"));
            }
        }
        for (at, unit) in self.units.iter().enumerate() {
            let path = format!("units[{at}]");
            if unit.id.len() < 2 || !is_id(&unit.id, 12) {
                found.push(Mistake::error("bad-id", format!("{path}.id"), &unit.id, "a commune code of five digits, or 2 to 12 capital letters and digits"));
            }
            if let Some(first) = seen.insert(&unit.id, at) {
                found.push(Mistake::error("double-id", format!("{path}.id"), &unit.id, format!("an id other than that of units[{first}]")));
            }
            if unit.name.is_blank() {
                found.push(Mistake::error("blank-name", format!("{path}.name"), "no words", "the name of the unit"));
            }
            let mut counters = BTreeMap::new();
            for (c, counter) in unit.counters.iter().enumerate() {
                let path = format!("{path}.counters[{c}]");
                if !is_id(&counter.id, 4) {
                    found.push(Mistake::error("bad-id", format!("{path}.id"), &counter.id, "1 to 4 capital letters and digits"));
                }
                if counters.insert(&counter.id, c).is_some() {
                    found.push(Mistake::error("double-id", format!("{path}.id"), &counter.id, "an id that no other counter of the unit has"));
                }
                if counter.name.is_blank() {
                    found.push(Mistake::error("blank-name", format!("{path}.name"), "no words", "the name of the counter"));
                }
                for (f, field) in counter.fields.iter().enumerate() {
                    if !fields.contains_key(field) {
                        found.push(Mistake::error("unknown-field", format!("{path}.fields[{f}]"), field, "the id of one of `fields`"));
                    }
                }
            }
        }
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

    /// The same site with this one unit only: what a stamped page carries.
    #[must_use]
    pub fn slice(&self, unit: &str) -> Self {
        Self { units: self.unit(unit).cloned().into_iter().collect(), ..self.clone() }
    }
}

impl Unit {
    /// The counter of that id, read without regard to case.
    pub fn counter(&self, id: &str) -> Option<&Counter> {
        self.counters.iter().find(|c| c.id.eq_ignore_ascii_case(id))
    }
}

/// Capital letters and digits, 1 to `most` of them.
fn is_id(id: &str, most: usize) -> bool {
    (1..=most).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

fn is_path_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~')
}

/// A name that is safe as a file's: letters, digits, hyphens, at most 64.
pub fn is_file_name(name: &str) -> bool {
    (1..=64).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && !name.starts_with('-')
}

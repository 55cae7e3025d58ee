//! What is wrong in a `site.json`: every mistake at once, each with its path.

use std::collections::BTreeMap;

use super::{Counter, Site, colour, is_file_name};
use crate::mistake::Mistake;

impl Site {
    /// Everything doubtful, errors and warnings.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        if self.v != 1 {
            found.push(Mistake::error("unknown-version", "v", self.v.to_string(), "1"));
        }
        if self.name.is_blank() {
            found.push(Mistake::error("blank-name", "name", "no words", "the name of the office"));
        }
        if let Some(url) = &self.url
            && !is_origin(url)
        {
            found.push(Mistake::error(
                "bad-url",
                "url",
                url,
                "https:// and a host, without a path: https://danhgia.example.vn",
            ));
        }
        for (at, frame) in self.frames.iter().flatten().enumerate() {
            if !is_origin(frame) {
                let expected = "https:// and the host of a portal, without a path: https://phuong.example.vn";
                found.push(Mistake::error("bad-frame", format!("frames[{at}]"), frame, expected));
            }
        }
        if !(self.base.starts_with('/') && self.base.ends_with('/') && self.base.chars().all(is_path_char))
            || self.base.contains("//")
            || self.base.contains("..")
        {
            found.push(Mistake::error(
                "bad-base",
                "base",
                &self.base,
                "a folder with both slashes, like / or /mot-cua/",
            ));
        }
        if self.languages.is_empty() {
            found.push(Mistake::error("no-language", "languages", "an empty list", "at least [\"vi\"]"));
        }
        for (at, lang) in self.languages.iter().enumerate() {
            if lang.is_empty()
                || lang.len() > 12
                || !lang.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
            {
                found.push(Mistake::error(
                    "bad-language",
                    format!("languages[{at}]"),
                    lang,
                    "a language tag in lower case, like vi, en, km",
                ));
            }
        }
        if !is_file_name(&self.survey) {
            found.push(Mistake::error(
                "bad-survey-name",
                "survey",
                &self.survey,
                "letters, digits and hyphens: the name of surveys/<name>.json",
            ));
        }
        self.check_units(&mut found);
        for (at, merged) in self.merged.iter().enumerate() {
            let again = self.merged.iter().take(at).any(|before| before.id == merged.id);
            if again || self.unit(&merged.id).is_some() || !is_id(&merged.id, 12) {
                let expected =
                    "the id that a unit had before: no unit of today's, and no other one of `merged`";
                found.push(Mistake::error("bad-id", format!("merged[{at}].id"), &merged.id, expected));
            }
            if self.units.iter().all(|unit| unit.id != merged.into) {
                let expected = "the id of one of `units`";
                found.push(Mistake::error("bad-id", format!("merged[{at}].into"), &merged.into, expected));
            }
            self.check_counters(&merged.counters, &format!("merged[{at}]"), &mut found);
        }
        if let Some(accent) = &self.theme.accent {
            match colour::worst(accent) {
                None => {
                    let expected = "a colour like #0b5446";
                    found.push(Mistake::error("bad-colour", "theme.accent", accent, expected));
                }
                Some(contrast) if contrast < colour::LEAST => {
                    let seen = [accent, ", ", &colour::told(contrast)].concat();
                    let expected = "a darker colour: 7:1 or better, like #0b5446";
                    found.push(Mistake::error("low-contrast", "theme.accent", seen, expected));
                }
                Some(_) => {}
            }
        }
        if let Some(above) = &self.above
            && !["https://", "tel:", "mailto:"].iter().any(|scheme| above.url.starts_with(scheme))
        {
            let expected = "https://…, tel:… or mailto:… of whom one may turn to";
            found.push(Mistake::error("bad-url", "above.url", &above.url, expected));
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
                found.push(Mistake::error(
                    "bad-id",
                    format!("fields[{at}].id"),
                    &field.id,
                    "1 to 12 capital letters and digits",
                ));
            }
            if fields.insert(&field.id, at).is_some() {
                found.push(Mistake::error(
                    "double-id",
                    format!("fields[{at}].id"),
                    &field.id,
                    "an id that no other field has",
                ));
            }
        }
        for (at, unit) in self.units.iter().enumerate() {
            let path = format!("units[{at}]");
            if unit.id.len() < 2 || !is_id(&unit.id, 12) {
                found.push(Mistake::error(
                    "bad-id",
                    format!("{path}.id"),
                    &unit.id,
                    "a commune code of five digits, or 2 to 12 capital letters and digits",
                ));
            }
            if let Some(first) = seen.insert(&unit.id, at) {
                found.push(Mistake::error(
                    "double-id",
                    format!("{path}.id"),
                    &unit.id,
                    format!("an id other than that of units[{first}]"),
                ));
            }
            if unit.name.is_blank() {
                found.push(Mistake::error(
                    "blank-name",
                    format!("{path}.name"),
                    "no words",
                    "the name of the unit",
                ));
            }
            self.check_counters(&unit.counters, &path, found);
        }
    }

    /// `path`: of whoever has them.
    fn check_counters(&self, all: &[Counter], path: &str, found: &mut Vec<Mistake>) {
        for (c, counter) in all.iter().enumerate() {
            let path = format!("{path}.counters[{c}]");
            let mut wrong = |code, at: &str, said: &str, expected| {
                found.push(Mistake::error(code, format!("{path}.{at}"), said, expected));
            };
            if !is_id(&counter.id, 4) {
                wrong("bad-id", "id", &counter.id, "1 to 4 capital letters and digits");
            }
            if all.iter().take(c).any(|before| before.id == counter.id) {
                wrong("double-id", "id", &counter.id, "an id that no other counter of the unit has");
            }
            if counter.name.is_blank() {
                wrong("blank-name", "name", "no words", "the name of the counter");
            }
            for (f, field) in counter.fields.iter().enumerate() {
                if self.fields.iter().all(|known| known.id != *field) {
                    wrong("unknown-field", &format!("fields[{f}]"), field, "the id of one of `fields`");
                }
            }
        }
    }
}

/// Capital letters and digits, 1 to `most` of them.
fn is_id(id: &str, most: usize) -> bool {
    (1..=most).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

fn is_path_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '~')
}

/// `https://host`, perhaps with a port: what a header can name. No quote or semicolon, which would end it there.
fn is_origin(url: &str) -> bool {
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    host.is_some_and(|host| {
        !host.is_empty()
            && host.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
    })
}

//! Whether the site knows the place.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use mot_cua_contract::{Place, Site};

pub(super) fn read(folder: &Path) -> anyhow::Result<Site> {
    let file = folder.join("site.json");
    let json = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    Site::read(&json).or_else(|mistakes| {
        let lines: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
        bail!("{} cannot be used:\n  {}", file.display(), lines.join("\n  "))
    })
}

/// One sentence for each part of `place` that the site does not have.
pub(super) fn warnings(site: &Site, folder: &Path, place: &Place) -> Vec<String> {
    let mut found = Vec::new();
    let mut expect = |what: &str, id: &str, all: Vec<&str>| {
        if !all.iter().any(|one| one.eq_ignore_ascii_case(id)) {
            let all = if all.is_empty() { "none".to_owned() } else { all.join(", ") };
            found.push(format!("site.json has no {what} {id}; it has {all}"));
        }
    };
    expect("unit", &place.unit, site.units.iter().map(|unit| unit.id.as_str()).collect());
    if let (Some(counter), Some(unit)) = (&place.counter, site.unit(&place.unit)) {
        expect("counter", counter, unit.counters.iter().map(|counter| counter.id.as_str()).collect());
    }
    if let Some(field) = &place.field {
        expect("field", field, site.fields.iter().map(|field| field.id.as_str()).collect());
    }
    if let Some(code) = &place.procedure {
        let file = folder.join("catalogue/p").join(format!("{code}.json"));
        if !file.is_file() {
            found.push(format!("the catalogue has no procedure {code}: {} is missing", file.display()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn names_what_is_missing_and_what_there_is() {
        let json = r#"{"v":1,"name":"x","units":[{"id":"04795","name":"x","counters":[{"id":"1","name":"x"},{"id":"2","name":"x"}]}]}"#;
        let site = Site::read(json).unwrap();
        let place = |text: &str| super::super::place::parse(text).unwrap();
        let warned = |text: &str| warnings(&site, Path::new("/nowhere"), &place(text)).join("\n");
        assert_eq!(warned("04795-2/DR"), "");
        assert_eq!(warned("04795-3"), "site.json has no counter 3; it has 1, 2");
        assert_eq!(warned("06010-3"), "site.json has no unit 06010; it has 04795");
        assert_eq!(warned("04795/FA"), "site.json has no field A; it has none");
        assert!(warned("04795/P1001193").starts_with("the catalogue has no procedure 1.001193"));
    }
}

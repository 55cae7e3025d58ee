//! `catalogue/`: one file a procedure as written, what stands beside them, and the index that is always derived from them.

use mot_cua_catalogue::ward::{Ward, Wards};
use mot_cua_catalogue::{Index, Procedure, Words};
use mot_cua_contract::site::Merged;
use mot_cua_contract::{Mistake, Site};
use mot_cua_sheets::promises::About;

use super::{Problems, Source};
use crate::check::beside;

/// Every record of the folder; those that cannot be read are problems.
pub(crate) fn read(source: &Source, problems: &mut Problems) -> Vec<Procedure> {
    let mut records = Vec::new();
    for (code, path) in source.list("catalogue/p/", ".json") {
        let Some(text) = source.text(path, problems) else { continue };
        match serde_json::from_str::<Procedure>(text) {
            Ok(record) if record.code == code => records.push(record),
            Ok(record) => problems.add(
                path,
                Mistake::error("other-code", "code", record.code, format!("{code}, as the file is called")),
            ),
            Err(e) => {
                let at = format!("line {} column {}", e.line(), e.column());
                problems.add(
                    path,
                    Mistake::error(
                        "wrong-shape",
                        at,
                        e.to_string(),
                        "a procedure as `mot-cua schema procedure` describes it",
                    ),
                );
            }
        }
    }
    if records.is_empty() && !problems.is_fatal() {
        let expected = "at least one procedure, or \"catalogue\": false in site.json";
        problems.add("catalogue/p", Mistake::error("no-procedures", "", "no record", expected));
    }
    records
}

/// `catalogue/index.json`, with the shipped words and the ward's own, as `mot-cua search` has it.
pub(crate) fn index(records: &[Procedure], source: &Source) -> String {
    // What cannot be read was told by `beside`.
    let own: Option<Words> =
        source.files.get("catalogue/words.json").and_then(|text| serde_json::from_slice(text).ok());
    Index::build_with(records, &Words::shipped().extended(own.unwrap_or_default())).to_json()
}

/// Checks what stands beside the records. Gives what the wards say, the sheet of promises added.
pub(crate) fn beside(source: &Source, site: &Site, records: &[Procedure], problems: &mut Problems) -> Wards {
    let known = |code: &str| records.iter().any(|record| record.code == code);
    let mut texts = std::collections::BTreeMap::new();
    for path in beside::FILES.into_iter().filter(|path| source.files.contains_key(*path)) {
        if let Some(text) = source.text(path, problems) {
            texts.insert(path, text);
        }
    }
    for (path, mistake) in beside::all(&texts, Some(site), &known) {
        problems.add(&path, mistake);
    }
    // A file that cannot be read was told above.
    let written = texts.get(beside::WARDS).and_then(|text| serde_json::from_str::<Wards>(text).ok());
    let mut wards = written.unwrap_or_else(|| Wards { v: 1, units: Vec::new() });
    let mut promised = source.promises.read(About { site: Some(site), known: &known });
    for (path, mistake) in std::mem::take(&mut promised.mistakes) {
        problems.add(&path, mistake);
    }
    problems.all(beside::WARDS, promised.merge(&mut wards));
    // Whoever comes by a poster of before a merger finds the ward of today.
    let of_today = |merged: &Merged| {
        let ward = wards.units.iter().find(|ward| ward.id == merged.into)?;
        Some(Ward { id: merged.id.clone(), ..ward.clone() })
    };
    let before: Vec<Ward> = site.merged.iter().filter_map(of_today).collect();
    wards.units.extend(before);
    wards
}

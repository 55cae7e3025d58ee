//! The procedures that this repository ships: every file is a whole record that says where it comes from.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use mot_cua_catalogue::doubts::is_national;
use mot_cua_catalogue::{Index, Procedure};

#[test]
fn every_record_of_the_sample_is_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/catalogue/p");
    let Ok(files) = fs::read_dir(&folder) else { panic!("{} is missing", folder.display()) };
    let mut procedures = Vec::new();
    let mut titles = BTreeSet::new();
    for file in files {
        let path = file.unwrap().path();
        let text = fs::read_to_string(&path).unwrap();
        let procedure: Procedure =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.file_name().unwrap().to_str().unwrap();
        assert_eq!(name, format!("{}.json", procedure.code), "file name and code");
        assert!(is_national(&procedure.code) && procedure.v == 1, "{name}");
        for (what, given) in [
            ("source", &procedure.source),
            ("decision", &procedure.decision),
            ("retrieved", &procedure.retrieved),
        ] {
            assert!(given.as_deref().is_some_and(|text| !text.trim().is_empty()), "{name}: {what}");
        }
        assert!(!procedure.title.trim().is_empty() && !procedure.field.trim().is_empty(), "{name}");
        assert!(titles.insert(procedure.title.clone()), "{name}: another procedure has this title");
        procedures.push(procedure);
    }
    assert!(procedures.len() >= 40, "{}", procedures.len());
    procedures.sort_by(|a, b| a.code.cmp(&b.code));
    assert!(procedures.windows(2).all(|pair| pair[0].code != pair[1].code));
    let index = Index::build(&procedures);
    let hits = index.search("dang ky khai sinh", 3);
    assert_eq!(index.item(hits[0].item).unwrap().code, "1.001193");
}

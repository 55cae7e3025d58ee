//! `boot.js` is written by hand against the contract: here its bytes and its drawings are read by the real thing.

use mot_cua_contract::{Answer, receipt};

use super::super::faces::MOUTHS;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");

/// The node test `tests/unit/boot.test.mjs` makes `boot.js` write exactly these bytes.
#[test]
fn its_answers_are_the_contracts_own_bytes() {
    let text = std::fs::read_to_string(format!("{ROOT}/tests/cases/boot-answers.json")).unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let bytes = case["bytes"].as_str().unwrap();
        let answer: Answer = serde_json::from_str(bytes).unwrap();
        assert_eq!(serde_json::to_string(&answer).unwrap(), bytes);
        assert_eq!(receipt::receipt(&answer.id).as_deref(), case["receipt"].as_str());
    }
}

#[test]
fn its_faces_are_these() {
    let module = std::fs::read_to_string(format!("{ROOT}/public/boot/faces.mjs")).unwrap();
    for (value, mouth) in MOUTHS {
        assert!(module.contains(&format!("{value}: '{mouth}'")), "{value}");
    }
}

//! Files that would break a lesser reader: each is refused at once by every command, in words that name it.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;

use desk::{failing, folder, mot_cua};
use serde_json::json;

#[test]
fn hostile_definitions_are_told() {
    let folder = folder();
    let write = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).unwrap();
        file.display().to_string()
    };
    let one = |question: serde_json::Value| json!({"elements": [question]}).to_string();
    let long = format!("{}1", "{a} + ".repeat(160_000));
    let deep = "{\"elements\":[{\"type\":\"panel\",\"elements\":[".repeat(5_000) + &"]}]}".repeat(5_000);
    let cases = [
        ("large.json", json!({"title": "x".repeat(10 << 20), "elements": []}).to_string(), "too-large"),
        ("deep.json", deep, "too-deep"),
        (
            "long.json",
            one(json!({"type": "text", "name": "a", "title": "A", "visibleIf": long})),
            "visibleIf",
        ),
        ("id.json", one(json!({"type": "text", "name": "id", "title": "A"})), "reserved-name"),
        (
            "circle.json",
            json!({"elements": [{"type": "text", "name": "a", "title": "A"}], "calculatedValues": [
            {"name": "x", "expression": "{y} + 1"}, {"name": "y", "expression": "{x} + 1"}]})
            .to_string(),
            "calculated-cycle",
        ),
        (
            "link.json",
            one(json!({"type": "html", "name": "h", "html": "<a href=\"javascript:alert(1)\">x</a>"})),
            "unsafe-markup",
        ),
    ];
    fs::create_dir(folder.join("surveys")).unwrap();
    for (name, text, code) in cases {
        let said = failing(&["check", &write(&format!("surveys/{name}"), &text)]);
        assert!(
            said.contains(name) && said.contains(code),
            "{name}: {}",
            said.chars().take(600).collect::<String>()
        );
    }
    let good = write("good.json", &one(json!({"type": "text", "name": "a"})));
    for name in ["large.json", "deep.json"] {
        let bad = folder.join("surveys").join(name).display().to_string();
        for args in [
            &["play", &bad][..],
            &["diff", &good, &bad],
            &["score", &bad],
            &["convert", &bad, "--out", "x.xlsx"],
        ] {
            assert!(failing(args).contains(name), "{args:?}");
        }
    }
}

#[test]
fn names_of_scripts_are_names() {
    let file = folder().join("s.json");
    let names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    let elements: Vec<_> = names
        .iter()
        .map(|name| json!({"type": "comment", "name": name, "title": "x", "visibleIf": format!("{{{name}}} empty")}))
        .collect();
    fs::write(&file, json!({"elements": elements}).to_string()).unwrap();
    let said = String::from_utf8(mot_cua(&["check", &file.display().to_string()]).stdout).unwrap();
    assert!(!said.contains("reserved") && !said.contains("unknown-name"), "{said}");
}

#[test]
fn sheets_that_are_none_are_told() {
    let folder = folder();
    let ole = |inside: &str| {
        let mut bytes = vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
        bytes.extend(inside.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    for (name, bytes, en, vi) in [
        ("old.xlsx", ole("Workbook"), "old-excel", ".xlsx"),
        ("old.xls", ole("Workbook"), "old-excel", ".xlsx"),
        ("locked.xlsx", ole("EncryptedPackage"), "encrypted", "mật khẩu"),
        ("page.xlsx", b"<html><table>".to_vec(), "not-a-workbook", ".xlsx"),
    ] {
        let file = folder.join(name);
        fs::write(&file, bytes).unwrap();
        let file = file.display().to_string();
        assert!(failing(&["check", &file]).contains(en), "{name}");
        assert!(failing(&["check", &file, "--lang", "vi"]).contains(vi), "{name}");
        assert!(failing(&["convert", &file, "--out", "x.json"]).contains(name), "{name}");
    }
}

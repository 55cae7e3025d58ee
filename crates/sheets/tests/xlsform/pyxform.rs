//! What we write and what our examples are is `XLSForm` to others too. `MC_PYXFORM=/path/to/python` (with the package pyxform)
//! runs it, as the long run does (`requirements.txt`); without, it is skipped.

use std::path::PathBuf;
use std::process::Command;

use mot_cua_sheets::xlsform::write;

use super::banks::banks;
use super::forms::{FORMS, form};
use super::{here, markdown};

#[test]
fn pyxform_takes_our_workbooks() {
    let Some(python) = std::env::var_os("MC_PYXFORM") else {
        println!("skipped: no MC_PYXFORM");
        return;
    };
    let folder = std::env::temp_dir().join(format!("mot-cua-pyxform-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    // Vietnamese heads are ours; the workbook that is written has the standard ones.
    let mut files: Vec<PathBuf> = FORMS
        .iter()
        .filter(|name| **name != "vietnamese")
        .map(|name| here(&format!("forms/{name}.md")))
        .collect();
    let surveys = FORMS.iter().map(|name| ((*name).to_owned(), markdown(&form(name)).unwrap().json));
    let banks = banks().into_iter().map(|path| {
        let json = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), json)
    });
    for (name, json) in surveys.chain(banks) {
        let path = folder.join(format!("{name}.xlsx"));
        std::fs::write(&path, write(&json).unwrap().0.to_xlsx().unwrap()).unwrap();
        files.push(path);
    }
    let out = Command::new(python).arg(here("accepts.py")).args(&files).output().unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    let told = String::from_utf8_lossy(&out.stdout);
    assert!(out.status.success(), "{told}{}", String::from_utf8_lossy(&out.stderr));
    assert_eq!(told.lines().count(), files.len());
    println!("{told}");
}

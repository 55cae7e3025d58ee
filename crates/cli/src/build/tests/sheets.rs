//! A survey that is an Excel sheet in the site's folder is served as JSON.

use mot_cua_survey::Definition;
use sha2::{Digest, Sha256};

use super::super::folder::Folder;
use super::super::{Options, Source, assemble};
use super::fixture::{shell, site, source, survey};
use crate::check::surveys::Judge;

const SHEET: &str = "survey,,,,\n,loại,tên,nhãn,appearance\n,select_one l,overall,Hài lòng không?,likert\n\
    choices,,,,\n,list_name,name,label,\n,l,1,Rất không,\n,l,2,Không,\n,l,3,Bình thường,\n,l,4,Có,\n,l,5,Rất có,\n";

/// The sample site with other files among its surveys.
fn with(files: &[(&str, &str)]) -> Source {
    let sample = source(&site(), &survey());
    let mut folder: Folder =
        sample.files.into_iter().filter(|(path, _)| !path.starts_with("surveys/")).collect();
    folder.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    Source::of(folder)
}

#[test]
fn a_sheet_runs_as_it_is() {
    let made = assemble(&shell(), &with(&[("surveys/quick.csv", SHEET)]), &Options::default()).unwrap();
    assert!(made.files.get("surveys/quick.csv").is_none(), "the sheet itself is the designer's");
    let json = made.files.get("surveys/quick.json").unwrap().bytes();
    assert!(Definition::parse(std::str::from_utf8(json).unwrap()).unwrap().first_rating().is_some());
    let version = format!("sha256:{}", hex::encode(Sha256::digest(json)));
    let page = String::from_utf8(made.files.get("index.html").unwrap().bytes().to_vec()).unwrap();
    assert!(page.contains(&version), "{page}");
}

#[test]
fn mistakes_are_told_at_the_cell() {
    let told = |files: &[(&str, &str)]| {
        let problems = assemble(&shell(), &with(files), &Options::default()).unwrap_err();
        problems.lines().collect::<Vec<_>>()
    };
    let [line] =
        told(&[("surveys/quick.csv", &SHEET.replace("select_one l", "select_one m"))]).try_into().unwrap();
    assert!(line.starts_with("error: surveys/quick.csv: survey!B3 (loại): found the list “m”"), "{line}");
    // What only the definition's own reader can tell.
    let [line] = told(&[("surveys/quick.csv", &SHEET.replace("overall", "unit"))]).try_into().unwrap();
    assert!(line.starts_with("error: surveys/quick.csv: survey!3 name"), "{line}");
    let [line] = told(&[("surveys/quick.csv", SHEET), ("surveys/quick.json", &survey().to_string())])
        .try_into()
        .unwrap();
    assert!(line.contains("surveys/quick.csv: (whole file): found a second survey"), "{line}");
}

#[test]
fn an_open_workbook_and_a_test_are_no_surveys() {
    let lock = super::super::sheets::is_one("surveys/~$quick.xlsx");
    assert!(!lock && super::super::sheets::is_one("surveys/Quick.XLSX"));
    let files = [("surveys/quick.csv", SHEET), ("surveys/quick.test.json", "{\"tests\": []}")];
    let made = assemble(&shell(), &with(&files), &Options::default()).unwrap();
    assert!(made.files.get("surveys/quick.test.json").is_none());
    assert!(with(&files).sheets.mistakes(Judge::default()).is_empty());
}

//! `sw.js`: the list of one version, and the name that every page of it carries.

use serde_json::Value;

use super::super::assemble::Assembled;
use super::fixture::{made, page, shell, site, source, survey};
use crate::build::{Options, assemble};

fn list(made: &Assembled) -> Value {
    let script = page(made, "sw.js");
    let (first, rest) = script.split_once(";\n").unwrap();
    assert_eq!(rest, "worker", "the script itself follows");
    serde_json::from_str(first.strip_prefix("self.mcSite=").unwrap()).unwrap()
}

#[test]
fn every_page_carries_the_name_of_its_version() {
    let made = made(&site()).unwrap();
    let list = list(&made);
    let mark = format!("data-build=\"{}\"", list["build"].as_str().unwrap());
    for path in ["index.html", "404.html", "Q/04795/index.html", "Q/04795-2/DR/index.html"] {
        assert!(page(&made, path).contains(&mark), "{path}");
    }
    let files: Vec<&String> = list["files"].as_object().unwrap().keys().collect();
    for part in [
        "assets/wasm.1",
        "assets/wasmMore.1",
        "locales/core/en.json?v=",
        "locales/more/vi.json?v=",
        "surveys/quick.json?v=",
    ] {
        assert!(files.iter().any(|file| file.starts_with(part)), "{part} is not in {files:?}");
    }
    assert!(!files.iter().any(|file| file.contains("element") || file.contains("worker")), "{files:?}");
}

#[test]
fn a_survey_s_pictures_are_served_and_kept() {
    let mut asks = survey();
    let picture =
        serde_json::json!({"type": "image", "name": "map", "imageLink": "surveys/map.png", "altText": "x"});
    asks["pages"][0]["elements"].as_array_mut().unwrap().push(picture);
    let mut source = source(&site(), &asks);
    for path in ["surveys/map.png", "surveys/unused.jpg"] {
        source.files.insert(path.to_owned(), b"picture".to_vec());
    }
    let made = assemble(&shell(), &source, &Options::default()).unwrap();
    assert_eq!(made.files.get("surveys/map.png").unwrap().content_type(), "image/png");
    let later = list(&made)["later"].clone();
    assert_eq!(later.as_object().unwrap().keys().collect::<Vec<_>>(), ["surveys/map.png"]);
}

#[test]
fn the_name_follows_every_byte_and_nothing_else() {
    let name = |site: &Value| list(&made(site).unwrap())["build"].clone();
    let mut other = site();
    assert_eq!(name(&site()), name(&other));
    other["units"][0]["counters"][0]["name"]["vi"] = "Quầy khác".into();
    assert_ne!(name(&site()), name(&other));
}

#[test]
fn a_site_that_wants_nothing_kept_says_so_to_phones_that_have() {
    let mut site = site();
    site["offline"] = false.into();
    let made = made(&site).unwrap();
    assert_eq!(list(&made), serde_json::json!({"base": "/"}));
    assert!(!page(&made, "index.html").contains("data-offline"));
}

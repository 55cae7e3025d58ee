//! Every mistake is told at once, with its file.

use super::super::{Options, assemble};
use super::fixture::{made, shell, site, source, survey};

#[test]
fn names_the_file_and_the_place_of_each_mistake() {
    let mut site = site();
    site["units"][0]["counters"][1]["id"] = "1".into();
    site["languages"] = serde_json::json!(["vi", "en", "km"]);
    let mut survey = survey();
    survey["pages"][0]["elements"][0]["rateValues"] = serde_json::json!([1, 1]);
    let problems = assemble(&shell(), &source(&site, &survey), &Options::default()).unwrap_err().to_string();
    assert!(problems.contains("site.json: units[0].counters[1].id"), "{problems}");

    site["units"][0]["counters"][1]["id"] = "2".into();
    let problems = assemble(&shell(), &source(&site, &survey), &Options::default()).unwrap_err().to_string();
    assert!(problems.contains("locales/km.json"), "{problems}");
    assert!(problems.contains("surveys/quick.json: pages[0].elements[0].rateValues"), "{problems}");
}

#[test]
fn a_question_may_not_hide_what_the_form_needs() {
    for name in ["id", "unit", "submit", "x\"y"] {
        let mut survey = survey();
        survey["pages"][0]["elements"][0]["name"] = name.into();
        assert!(assemble(&shell(), &source(&site(), &survey), &Options::default()).is_err(), "{name}");
    }
}

#[test]
fn without_an_address_nothing_is_printed_and_it_says_so() {
    let made = assemble(&shell(), &source(&site(), &survey()), &Options::default()).unwrap();
    assert!(made.files.get("print/index.html").is_none());
    assert!(made.notes.iter().any(|note| note.contains("--origin")), "{:?}", made.notes);
}

#[test]
fn an_unknown_mark_of_the_template_is_refused() {
    let mut shell = shell();
    shell.template.push_str("{{titel}}");
    let problems =
        assemble(&shell, &source(&site(), &survey()), &Options::default()).unwrap_err().to_string();
    assert!(problems.contains("{{titel}}"), "{problems}");
}

#[test]
fn the_catalogue_is_read_and_indexed() {
    let mut site = site();
    site["catalogue"] = true.into();
    assert!(made(&site).unwrap_err().to_string().contains("catalogue/p"));

    let mut source = source(&site, &survey());
    let record = serde_json::json!({"v": 1, "code": "1.001193", "title": "Đăng ký khai sinh", "field": "Hộ tịch", "channels": [], "cases": []});
    source.files.insert("catalogue/p/1.001193.json".into(), record.to_string().into());
    let made = assemble(&shell(), &source, &Options::default()).unwrap();
    assert_eq!(made.procedures, 1);
    let index = std::str::from_utf8(made.files.get("catalogue/index.json").unwrap().bytes()).unwrap();
    assert_eq!(mot_cua_catalogue::Index::from_json(index).unwrap().len(), 1);
    assert!(made.files.get("Q/04795-1/DL/index.html").is_some());

    source.files.insert("catalogue/p/1.000001.json".into(), record.to_string().into());
    assert!(assemble(&shell(), &source, &Options::default()).unwrap_err().to_string().contains("1.000001"));
}

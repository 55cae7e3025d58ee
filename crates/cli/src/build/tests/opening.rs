//! Which of the two pages a survey needs, and what stands in plain HTML before it runs.

use serde_json::{Value, json};

use super::super::manifest::Manifest;
use super::super::{Options, assemble};
use super::fixture::{page, shell, site, source, survey};

/// The stamped page, and which build it names.
fn made(survey: &Value) -> (String, String) {
    let made = assemble(&shell(), &source(&site(), survey), &Options::default()).unwrap();
    let manifest = std::str::from_utf8(made.files.get("manifest.json").unwrap().bytes()).unwrap();
    Manifest::read(manifest).unwrap();
    let build = serde_json::from_str::<Value>(manifest).unwrap()["build"].as_str().unwrap().to_owned();
    (page(&made, "Q/04795-1/DR/index.html"), build)
}

#[test]
fn six_types_without_logic_stay_small() {
    let (html, build) = made(&survey());
    assert_eq!((html.matches("type=\"radio\"").count(), build.as_str()), (5, "core"));
    assert!(html.contains("data-more=") && !html.contains("data-full=") && !html.contains("\"build\""));
}

#[test]
fn many_pages_need_the_full_page_which_tells_how_far_one_is() {
    let mut survey = survey();
    let pages = survey["pages"].as_array_mut().unwrap();
    while pages.len() < 3 {
        let name = format!("say{}", pages.len());
        pages.push(json!({"elements": [{"type": "comment", "name": name, "title": "Say"}]}));
    }
    let (html, build) = made(&survey);
    assert_eq!((html.matches("type=\"radio\"").count(), build.as_str()), (5, "full"));
}

#[test]
fn logic_behind_the_faces_needs_the_full_page_and_keeps_the_faces() {
    let mut survey = survey();
    let more = json!({"type": "dropdown", "name": "why", "title": "Why", "choices": ["a", "b"], "visibleIf": "{overall} < 3"});
    survey["pages"].as_array_mut().unwrap().push(json!({"elements": [more]}));
    let (html, build) = made(&survey);
    assert_eq!((html.matches("type=\"radio\"").count(), build.as_str()), (5, "full"));
    assert!(!html.contains("<noscript><p"));
    // Its words are preloaded, the loader is told of it, and look-up's page that it leads here.
    for part in [
        "locales/full/vi.json",
        "data-glue=\"/assets/glueFull.1 /assets/styleFull.1\"",
        "data-full=",
        "\"build\":\"full\"",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn another_first_question_opens_with_words_and_says_that_it_needs_script() {
    let survey = json!({"title": "Góp ý <b>", "description": "Vài câu", "pages": [{"elements": [
        {"type": "comment", "name": "say", "title": "Nói"}]}]});
    let (html, build) = made(&survey);
    assert_eq!((html.matches("type=\"radio\"").count(), build.as_str()), (0, "full"));
    assert!(
        html.contains("Góp ý &lt;b&gt;") && html.contains("Vài câu") && html.contains("<noscript><p"),
        "{html}"
    );
}

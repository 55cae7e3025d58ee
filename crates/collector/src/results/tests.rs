//! What the page says, and that names are never more than text.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Answered, Came, Book, Figures, Month};
use serde_json::json;

use super::{Told, hashes, leader, open};

const SURVEY: &str = r#"{"pages": [{"elements": [{"type": "rating", "name": "overall", "title": "<b>Hài lòng?</b>"},
  {"type": "checkbox", "name": "why", "choices": ["<script>alert(1)</script>"]}]}]}"#;

/// So many answers of a counter, all good.
fn page(counters: &[(&str, u32)], lang: &str) -> String {
    let month: Month = "2026-11".parse().unwrap_or_default();
    let book = Book::of([("v".to_owned(), "s".to_owned(), SURVEY.to_owned())]);
    let mut figures = Figures::new(book, month);
    let answers =
        json!({"overall": 5, "why": ["<script>alert(1)</script>"]}).as_object().cloned().unwrap_or_default();
    for (counter, count) in counters {
        for _ in 0..*count {
            figures.count(&Answered {
                survey: "s",
                version: "v",
                month,
                unit: "04795",
                counter: Some(counter),
                field: None,
                procedure: None,
                came: if *counter == "1" { Came::Ticket } else { Came::Poster },
                answers: &answers,
            });
        }
    }
    let text =
        json!({"v": 1, "name": "<img src=x onerror=alert(1)>", "units": [{"id": "04795", "name": "A"}]});
    Site::read(&text.to_string()).map(|site| leader(&figures, &site, lang, &[], None)).unwrap_or_default()
}

#[test]
fn names_are_text() {
    let html = page(&[("\"><svg onload=alert(1)>", 12)], "vi");
    assert!(html.contains("&lt;img src=x") && html.contains("&lt;script&gt;"), "{html}");
    assert!(["<img", "<script", "<svg onload", " style="].iter().all(|bad| !html.contains(bad)), "{html}");
}

/// What stands in a frame says how tall it is; nothing else has a script, and each page's own policy says so.
#[test]
fn only_a_page_for_frames_has_a_script() {
    let site = r#"{"v": 1, "name": "A", "units": [{"id": "04795", "name": "A"}]}"#;
    let Ok(site) = Site::read(site) else { unreachable!() };
    let framed = open(&Told::default(), "04795", &site, "vi", None);
    let (sheet, script) = hashes();
    assert!(framed.contains(&format!("style-src {sheet}; script-src {script}").replace('\'', "&#39;")), "{framed}");
    assert_eq!(framed.matches("<script").count(), 1);
    for html in [open(&Told::default(), "04795", &site, "vi", Some("/results/door")), page(&[("1", 12)], "vi")] {
        assert!(!html.contains("<script") && !html.contains("script-src"), "{html}");
    }
}

#[test]
fn a_hundred_percent_never_stands_alone() {
    let html = page(&[("1", 12)], "vi");
    assert!(
        html.contains("<b>100,0</b> %") && html.contains("Trong 12 người") && html.contains("75,8–"),
        "{html}"
    );
    assert!(page(&[("1", 12)], "en").contains("<b>100.0</b> %"));
}

#[test]
fn few_people_and_nobody() {
    assert!(page(&[("1", 9)], "vi").contains("Dưới 10 người"));
    assert!(!page(&[("1", 9)], "vi").contains("100,0"));
    assert!(page(&[], "vi").contains("chưa có ai trả lời"));
    let html = page(&[("1", 20), ("2", 4), ("3", 7)], "vi");
    assert!(html.contains("Gộp 2 dòng ít người"), "{html}");
}

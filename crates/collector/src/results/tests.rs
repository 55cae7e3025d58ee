//! What the page says, and that names are never more than text.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Answered, Book, Came, Figures, Month};
use serde_json::json;

use super::{Body, Telling, Told, hashes, leader, open};

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
    assert!(
        framed.contains(&format!("style-src {sheet}; script-src {script}").replace('\'', "&#39;")),
        "{framed}"
    );
    assert_eq!(framed.matches("<script").count(), 1);
    for html in
        [open(&Told::default(), "04795", &site, "vi", Some("/results/door")), page(&[("1", 12)], "vi")]
    {
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

/// Phường Cũ was merged: its answers count for the ward of today. Of a month that it was told of by itself they are told once only, or
/// the new sum less the old one would tell the rest: here two people.
#[test]
fn a_merged_unit_counts_for_the_one_of_today_and_is_told_once() {
    let text = json!({"v": 1, "name": "A", "units": [{"id": "04795", "name": "Mới"}],
        "merged": [{"id": "04792", "name": "Phường Cũ", "into": "04795", "counters": [{"id": "1", "name": "Quầy 1"}]}]});
    let Ok(site) = Site::read(&text.to_string()) else { unreachable!() };
    let month: Month = "2026-10".parse().unwrap_or_default();
    let mut figures = Figures::new(Book::of([("v".to_owned(), "s".to_owned(), SURVEY.to_owned())]), month);
    let mut telling = Telling::default();
    let mut alone = Telling::default();
    for n in 0..14 {
        let unit = if n < 12 { "04792" } else { "04795" };
        let line = json!({"id": n.to_string(), "survey": "s", "surveyVersion": "v", "place": {"unit": unit, "counter": (n < 12).then_some("1")},
            "answers": {"overall": 5}})
        .to_string();
        let Ok(mut body) = serde_json::from_str::<Body<'_>>(&line) else { unreachable!() };
        if n < 12 {
            alone.count(&body, month, None);
        }
        let before = body.settle(&site).map(|merged| merged.id.as_str());
        assert_eq!(before, (n < 12).then_some("04792"));
        body.count(&mut figures, month, body.came());
        telling.count(&body, month, before);
    }
    let html = leader(&figures, &site, "vi", &[], None);
    assert!(html.contains("Trong 14 người") && html.contains("Phường Cũ nay thuộc Mới"), "{html}");
    assert!(html.contains("Quầy 1 (Phường Cũ)"), "{html}");
    let together = telling.told(month, Vec::new(), &[]);
    assert_eq!((together.len(), together[0].unit.as_str(), together[0].surveys[0].n), (1, "04795", 14));
    let told = alone.told(month, Vec::new(), &[]);
    let later = telling.told(month, told, &[]);
    let of = |unit: &str| later.iter().find(|told| told.unit == unit).map(|told| told.surveys.len());
    assert_eq!((of("04792"), of("04795")), (Some(1), Some(0)), "{later:?}");
}

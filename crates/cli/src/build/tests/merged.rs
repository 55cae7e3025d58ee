//! Links to a unit that is no more.

use super::fixture::{made, page, site};
use super::pages::inside;

/// Posters of a ward hung on after the merger, and whoever scanned one was asked to choose an office.
#[test]
fn a_poster_of_before_a_merger_opens_the_ward_of_today() {
    let mut site = site();
    site["merged"] = serde_json::json!([{"id": "04792", "name": "Phường Cũ", "into": "04795", "counters": [
        {"id": "1", "name": "Quầy một cũ"}]}]);
    let built = made(&site).unwrap();
    for path in ["Q/04792/index.html", "Q/04792/DR/index.html", "Q/04792-1/index.html"] {
        let html = page(&built, path);
        let form = inside(&html, "<form", "</form>");
        assert!(
            form.contains("name=\"unit\" value=\"04792\""),
            "{path}: it counts for the place the poster names"
        );
        assert!(inside(&html, "<title>", "</title>").contains("Phường Thử"), "{path}: under today's name");
        assert!(html.contains("Quầy một cũ"), "{path}");
        assert!(!html.contains("Quầy một<") && !html.contains("Phường Cũ"), "{path}");
    }
    assert!(built.files.get("print/04792/index.html").is_none(), "no new posters of it");
    assert_eq!(built.places, 3);
    // Codes of counters that nobody listed, and links by `?q=`, end at a page of today that knows the unit.
    let units = |path: &str| {
        let html = page(&built, path);
        let block: serde_json::Value =
            serde_json::from_str(inside(&html, "id=\"mc-site\">", "</script>")).unwrap();
        assert_eq!(block.get("merged"), None, "{path}");
        block["units"]
            .as_array()
            .unwrap()
            .iter()
            .map(|unit| unit["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(units("404.html"), ["04795", "04792"]);
    assert_eq!(units("Q/04792-1/index.html"), ["04792"]);
    site["units"].as_array_mut().unwrap().push(serde_json::json!({"id": "04796", "name": "Phường Khác"}));
    let built = made(&site).unwrap();
    assert!(page(&built, "404.html").contains("\"id\":\"04792\""));
    assert!(!page(&built, "Q/04796/index.html").contains("04792"), "other wards carry nothing of it");
}

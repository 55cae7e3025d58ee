//! Sheets to hang up.

use mot_cua_link::draw::{Level, matrix, svg};

use super::fixture::{made, page, site};

#[test]
fn carries_the_code_of_its_place() {
    let mut site = site();
    site["url"] = "https://danhgia.example.vn".into();
    let html = page(&made(&site).unwrap(), "print/04795-1/index.html");
    let code = svg(&matrix("HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-1/DR", Level::Q).unwrap());
    assert!(html.contains(&code));
    assert!(html.contains("danhgia.example.vn/Q/04795-1/DR"));
    assert!(!html.contains("class=\"advice warning\""));
}

#[test]
fn says_that_a_local_address_is_only_for_a_trial() {
    let made = made(&site()).unwrap();
    let html = page(&made, "print/04795-1/index.html");
    assert!(html.contains("http://192.168.1.20:8080/Q/04795-1/DR"));
    assert!(html.contains("class=\"advice warning\""));
    assert!(made.notes.iter().any(|note| note.contains("192.168.1.20")), "{:?}", made.notes);
}

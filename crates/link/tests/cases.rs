//! The published grammar, case by case: the same file holds `boot.js` to it.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mot_cua_contract::Place;
use serde_json::{Value, json};

#[test]
fn reads_every_case_as_published() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/cases/place-links.json");
    let cases: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    assert!(cases.len() >= 40);
    for case in cases {
        let address = case["address"].as_str().unwrap();
        let read = mot_cua_link::read(address);
        let notices: Vec<_> = read.notices.iter().map(|notice| notice.code.as_str()).collect();
        let got = json!({"address": address, "place": read.place, "token": read.token, "notices": notices});
        assert_eq!(got, case);
    }
}

#[test]
fn a_notice_shows_the_part_and_no_more_than_32_characters_of_it() {
    let read = mot_cua_link::read("/Q/04795/x%3Cb%3E");
    assert_eq!(read.notices[0].part, "X<B>");
    let read = mot_cua_link::read(&format!("/Q/04795/X{}", "ữ".repeat(60)));
    assert_eq!(read.notices[0].part.chars().count(), 32);
}

#[test]
fn leaves_out_what_would_not_be_read_again() {
    let place = Place {
        counter: Some("quầy 3".to_owned()),
        procedure: Some("1001193".to_owned()),
        field: Some("hotich".to_owned()),
        ..Place::unit("04795")
    };
    assert_eq!(mot_cua_link::write(&place, Some("0")), "Q/04795/FHOTICH");
    assert_eq!(mot_cua_link::write(&Place::unit("../x"), None), "");
}

#[test]
fn writes_an_address_in_capitals_but_keeps_the_folder() {
    let place = Place { counter: Some("3".to_owned()), ..Place::unit("04795") };
    for (base, url) in [
        ("https://danhgia.example.vn", "HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-3"),
        ("https://danhgia.example.vn/", "HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-3"),
        ("http://192.168.1.20:8080", "HTTP://192.168.1.20:8080/Q/04795-3"),
        ("https://danhgia.example.vn/mot-cua/", "HTTPS://DANHGIA.EXAMPLE.VN/mot-cua/Q/04795-3"),
        ("danhgia.example.vn", "DANHGIA.EXAMPLE.VN/Q/04795-3"),
    ] {
        assert_eq!(mot_cua_link::url(base, &place, None), url);
    }
}

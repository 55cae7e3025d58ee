//! What holds for every link and every code.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use mot_cua_contract::{Place, Purpose};
use mot_cua_link::draw::{self, Ink, Level, Matrix, QUIET};
use mot_cua_link::{read, url, write};
use proptest::option::of;
use proptest::prelude::*;

fn places() -> impl Strategy<Value = Place> {
    let procedure = "[0-9]\\.[0-9]{6}";
    let purpose = prop_oneof![Just(Purpose::Rate), Just(Purpose::Look), Just(Purpose::Say)];
    ("[A-Z0-9]{2,12}", of("[A-Z0-9]{1,4}"), of("[A-Z0-9]{1,12}"), of(procedure), of(purpose)).prop_map(
        |(unit, counter, field, procedure, purpose)| Place { unit, counter, field, procedure, purpose },
    )
}

/// Dark modules as an independent decoder (`rqrr`) sees them on a picture, `scale` pixels a module.
fn decode(full: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    const SCALE: usize = 4;
    let side = full * SCALE;
    let ink = |x: usize, y: usize| if dark(x / SCALE, y / SCALE) { 0 } else { 255 };
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, ink);
    let grids = picture.detect_grids();
    grids.first().expect("a code in the picture").decode().expect("a readable code").1
}

fn decode_matrix(matrix: &Matrix) -> String {
    decode(matrix.full_size(), |x, y| matrix.is_dark(x, y))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_written_link_is_read_back(place in places(), token in of("[A-Z2-7]{1,128}"), lower: bool) {
        let address = url("https://danhgia.example.vn/mot-cua/", &place, token.as_deref());
        let address = if lower { address.to_ascii_lowercase() } else { address };
        let back = read(&address);
        prop_assert_eq!(back.notices, vec![]);
        prop_assert_eq!(back.place, Some(place.clone()));
        prop_assert_eq!(&back.token, &token);
        let alias = format!("/?q={}", write(&place, token.as_deref()).trim_start_matches("Q/"));
        prop_assert_eq!(read(&alias).place, Some(place));
    }

    #[test]
    fn any_address_gives_a_place_that_can_be_written(address in ".{0,60}", parts in "(/[A-Z%0-9a-ữ-]{0,9}){0,6}") {
        for address in [address.clone(), format!("/Q/04795{parts}"), format!("?q={address}"), format!("/q/{address}")] {
            let said = read(&address);
            if let Some(place) = said.place {
                let again = read(&write(&place, said.token.as_deref()));
                prop_assert_eq!(again.place, Some(place));
                prop_assert_eq!(again.token, said.token);
            }
        }
    }

    #[test]
    fn any_place_is_written_without_a_part_to_complain_of(unit in ".{0,14}", counter in of(".{0,5}"), field in of(".*"), procedure in of(".*"), token in of(".*")) {
        let place = Place { unit, counter, field, procedure, purpose: None };
        prop_assert_eq!(read(&write(&place, token.as_deref())).notices, vec![]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn another_decoder_reads_the_drawing(place in places(), high: bool) {
        let address = url("https://danhgia.example.vn", &place, None);
        let matrix = draw::matrix(&address, if high { Level::H } else { Level::Q }).unwrap();
        prop_assert_eq!(decode_matrix(&matrix), address);
    }
}

#[test]
fn a_ward_link_in_capitals_needs_a_smaller_code() {
    let size = |text: &str| draw::matrix(text, Level::Q).unwrap().size();
    assert_eq!(size("HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-3/DR"), 29);
    assert_eq!(size("https://danhgia.example.vn/q/04795-3/dr"), 33);
}

#[test]
fn the_terminal_shows_the_same_modules() {
    let matrix = draw::matrix("HTTPS://EXAMPLE.VN/Q/04795-3/DR", Level::H).unwrap();
    let plain = draw::terminal(&matrix, Ink::Plain);
    let rows: Vec<Vec<char>> = plain.lines().map(|line| line.chars().collect()).collect();
    let dark = |x: usize, y: usize| match rows[y / 2][x] {
        '█' => false,
        ' ' => true,
        '▀' => y & 1 == 1,
        _ => y & 1 == 0,
    };
    assert_eq!(decode(matrix.full_size(), dark), "HTTPS://EXAMPLE.VN/Q/04795-3/DR");
    assert!(
        draw::terminal(&matrix, Ink::Ansi)
            .lines()
            .all(|line| line.starts_with("\u{1b}[") && line.ends_with("\u{1b}[0m"))
    );
}

#[test]
fn the_svg_draws_every_dark_module_and_no_other() {
    let matrix = draw::matrix("HTTPS://EXAMPLE.VN/Q/04795-3/DR", Level::Q).unwrap();
    let svg = draw::svg(&matrix);
    assert!(!svg.contains("style"));
    let path = svg.split(" d=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut dark = std::collections::HashSet::new();
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
        let (x, y, length) = (numbers[0], numbers[1], numbers[2]);
        dark.extend((x..x + length).map(|x| (x, y)));
    }
    for y in 0..matrix.full_size() {
        for x in 0..matrix.full_size() {
            assert_eq!(dark.contains(&(x, y)), matrix.is_dark(x, y), "{x},{y}");
        }
    }
    assert!(dark.iter().all(|(x, y)| (QUIET..QUIET + matrix.size()).contains(x) && *y >= QUIET));
}

#[test]
fn too_much_text_is_an_error() {
    assert_eq!(draw::matrix(&"ữ".repeat(600), Level::Q).unwrap_err().bytes, 1800);
    assert!(draw::matrix("", Level::Q).is_ok());
}

//! A survey as a link: the definition, deflated, behind the `#` of the preview page. A phone fetches that page; what stands behind the
//! `#` is sent to nobody (RFC 3986, 3.5). `page/preview.js` reads it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use mot_cua_link::draw::{self, Level, Matrix};
use serde_json::{Map, Value, json};

/// Modules on a side of the largest code that phones read from a screen without trouble: version 32.
const MOST_MODULES: usize = 145;

/// Why there is no code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoCode {
    /// This page is open at an address that only this machine knows.
    OnlyHere,
    /// The survey is too large for a code that can be read.
    TooLarge,
}

/// The link that a code carries.
pub(crate) fn link(folder: &str, survey: &Map<String, Value>, lang: &str) -> String {
    let text = json!({"survey": survey, "lang": lang}).to_string();
    [folder, "preview/#", &base32(&deflated(text.as_bytes()))].concat()
}

/// Without a head (RFC 1951). Writing into memory does not fail.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
    let _ = packed.write_all(bytes);
    packed.finish().unwrap_or_default()
}

/// The code. `folder`: address of the workbench, with a stroke at its end.
///
/// # Errors
/// [`NoCode`].
pub(crate) fn code(folder: &str, survey: &Map<String, Value>, lang: &str) -> Result<Matrix, NoCode> {
    if is_only_here(folder) {
        return Err(NoCode::OnlyHere);
    }
    let matrix = draw::matrix(&link(folder, survey, lang), Level::L).map_err(|_| NoCode::TooLarge)?;
    if matrix.size() > MOST_MODULES { Err(NoCode::TooLarge) } else { Ok(matrix) }
}

/// Whether an address means the machine itself, whoever asks.
fn is_only_here(url: &str) -> bool {
    let host = url.split("://").nth(1).unwrap_or_default();
    ["localhost", "127.", "[::1]"].iter().any(|local| host.starts_with(local))
}

/// Digits and capital letters (RFC 4648, "base32hex", without padding): a code holds them in 5.5 bits each, small letters in 8.
fn base32(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.extend(char::from_digit((held >> bits) & 31, 32));
        }
    }
    if bits > 0 {
        text.extend(char::from_digit((held << (5 - bits)) & 31, 32));
    }
    text.make_ascii_uppercase();
    text
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn survey(text: &str) -> Map<String, Value> {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn base32_is_that_of_the_rfc() {
        for (bytes, text) in
            [("", ""), ("f", "CO"), ("fo", "CPNG"), ("foo", "CPNMU"), ("foobar", "CPNMUOJ1E8")]
        {
            assert_eq!(base32(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn a_survey_of_a_page_fits_and_a_long_one_is_told() {
        let folder = "http://192.168.1.20:8080/workbench/";
        let quick = survey(include_str!("../../../../public/surveys/quick.json"));
        let feedback = survey(include_str!("../../../../public/surveys/feedback.json"));
        let matrix = code(folder, &feedback, "vi").unwrap();
        let ink = |x, y| if matrix.is_dark(x / 4, y / 4) { 0 } else { 255 };
        let side = matrix.full_size() * 4;
        let mut seen = rqrr::PreparedImage::prepare_from_greyscale(side, side, ink);
        assert_eq!(seen.detect_grids()[0].decode().unwrap().1, link(folder, &feedback, "vi"));
        let long = survey(include_str!("../../../../public/surveys/sipas-2023.json"));
        assert!(code(folder, &quick, "vi").is_ok() && code(folder, &feedback, "vi").is_ok());
        assert_eq!(code(folder, &long, "vi").unwrap_err(), NoCode::TooLarge);
        for here in ["http://localhost:8080/", "http://127.0.0.1/", "http://[::1]:80/"] {
            assert_eq!(code(here, &quick, "vi").unwrap_err(), NoCode::OnlyHere);
        }
    }
}

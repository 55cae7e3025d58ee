//! Writing the address that a code carries.

use mot_cua_contract::Place;

use crate::part;

/// `Q/04795-3/P1001193/DR`: upper case, parts in the order field, procedure, purpose, token.
///
/// A part that [`crate::read`] would refuse is left out, so that no printed code ever yields a notice; empty if that part is the
/// unit.
pub fn write(place: &Place, token: Option<&str>) -> String {
    let unit = place.unit.to_ascii_uppercase();
    if !part::is_unit(&unit) {
        return String::new();
    }
    let mut link = ["Q/", &unit].concat();
    let mut add = |mark: &str, value: String| {
        link.push_str(mark);
        link.push_str(&value);
    };
    if let Some(counter) = upper(place.counter.as_deref(), part::is_counter) {
        add("-", counter);
    }
    if let Some(field) = upper(place.field.as_deref(), part::is_field) {
        add("/F", field);
    }
    if let Some(digits) = place.procedure.as_deref().and_then(part::digits) {
        add("/P", digits);
    }
    if let Some(purpose) = place.purpose {
        add("/D", part::letter(purpose).to_owned());
    }
    if let Some(token) = upper(token, part::is_token) {
        add("/T", token);
    }
    link
}

/// `HTTPS://HOST/Q/04795-3/DR` for the base `https://host`, `https://host/` or `https://host/folder/`.
///
/// Scheme and host are made upper case, which keeps a code in QR's alphanumeric mode (5.5 bits a character instead of 8). A folder
/// keeps its letters, because servers may tell them apart: lower-case letters in it cost bytes for that stretch of the code.
pub fn url(base: &str, place: &Place, token: Option<&str>) -> String {
    let base = base.split(['?', '#']).next().unwrap_or_default();
    let host_from = base.find("://").map_or(0, |at| at + 3);
    let host_to =
        base.get(host_from..).and_then(|rest| rest.find('/')).map_or(base.len(), |at| host_from + at);
    let (host, folder) = base.split_at_checked(host_to).unwrap_or((base, ""));
    [host.to_ascii_uppercase().as_str(), folder.trim_end_matches('/'), "/", &write(place, token)].concat()
}

fn upper(text: Option<&str>, fits: fn(&str) -> bool) -> Option<String> {
    text.map(str::to_ascii_uppercase).filter(|text| fits(text))
}

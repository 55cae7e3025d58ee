//! What every page has around its sections.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::escape;

const STYLE: &str = include_str!("../../pages/results/style.css");
/// In a portal's frame: says how tall the page is, by the messages of `public/frame.js`, and nothing else.
const SCRIPT: &str = include_str!("../../pages/results/framed.js");

/// `'sha256-…'` of the inline sheet and of the inline script, for the policy of a host that serves such pages as files.
pub fn hashes() -> &'static (String, String) {
    static HASHES: OnceLock<(String, String)> = OnceLock::new();
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    HASHES.get_or_init(|| (hash(STYLE), hash(SCRIPT)))
}

/// What the page may load: its own style sheet. A file that is opened from a disk has no headers, so the page says it itself.
fn policy(kind: Kind) -> String {
    let (style, script) = hashes();
    let forms = if kind == Kind::Form { "'self'" } else { "'none'" };
    let script = if kind == Kind::Framed { format!("; script-src {script}") } else { String::new() };
    // Photos in the inbox; a file that is opened from a disk shows none.
    let images = if kind == Kind::Form { "; img-src 'self'" } else { "" };
    format!("default-src 'none'; style-src {style}{script}{images}; base-uri 'none'; form-action {forms}")
}

/// What kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It only shows something.
    Still,
    /// It has a form of ours.
    Form,
    /// It only shows something, in a portal's frame most likely.
    Framed,
    /// On a wall.
    Wall,
}

/// A whole page. `head` and `main` are HTML.
pub(super) fn page(kind: Kind, lang: &str, title: &str, head: &str, main: &str) -> String {
    let (policy, title) = (escape(&policy(kind)), escape(title));
    let script = if kind == Kind::Framed { format!("<script>{SCRIPT}</script>\n") } else { String::new() };
    let class = if kind == Kind::Wall { " class=\"tv\"" } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"{class}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<header>{head}</header>\n<main>\n{main}</main>\n{script}</body>\n</html>\n"
    )
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sign = |bits: u32| char::from(SIGNS.get((bits & 63) as usize).copied().unwrap_or(b'='));
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let signs = [bits >> 18, bits >> 12, bits >> 6, bits].map(sign);
        text.extend(signs.iter().take(three.len() + 1));
        text.extend(std::iter::repeat_n('=', 3 - three.len()));
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn as_rfc_4648_has_it() {
        let found = ["", "f", "fo", "foo", "foobar"].map(|text| super::base64(text.as_bytes()));
        assert_eq!(found, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"]);
    }
}

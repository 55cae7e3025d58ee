//! What every page has around its sections.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::escape;

const STYLE: &str = include_str!("../../pages/results/style.css");

/// What the page may load: its own style sheet. A file that is opened from a disk has no headers, so the page says it itself.
/// `forms`: where its forms may go, `'none'` or `'self'`.
pub(super) fn policy(forms: &str) -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    let hash = HASH.get_or_init(|| base64(&Sha256::digest(STYLE.as_bytes())));
    format!("default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action {forms}")
}

/// What kind of page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It only shows something.
    Still,
    /// It has a form of ours.
    Form,
    /// On a wall.
    Wall,
}

/// A whole page. `head` and `main` are HTML.
pub(super) fn page(kind: Kind, lang: &str, title: &str, head: &str, main: &str) -> String {
    let forms = if kind == Kind::Form { "'self'" } else { "'none'" };
    let (policy, title) = (escape(&policy(forms)), escape(title));
    let class = if kind == Kind::Wall { " class=\"tv\"" } else { "" };
    format!(
        "<!doctype html>\n<html lang=\"{lang}\"{class}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<header>{head}</header>\n<main>\n{main}</main>\n</body>\n</html>\n"
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

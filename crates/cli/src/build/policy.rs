//! The Content Security Policy of every page.

use mot_cua_contract::adapter::Submit;
use sha2::{Digest, Sha256};

/// `'sha256-…'` of the content of a `<style>`.
pub(crate) fn hash(style: &str) -> String {
    format!("'sha256-{}'", base64(&Sha256::digest(style.as_bytes())))
}

/// The one inline script: what the citizen chose about letters and colours stands in `data-look` before anything is painted.
/// As a file it would be one more journey before the faces; in `boot.js` it would come after them, and they would jump.
pub(crate) const LOOK: &str =
    "try{document.documentElement.dataset.look=localStorage[\"mc.look\"]||\"\"}catch(e){}";

/// The policy of docs/design, for pages whose inline sheets have these hashes. `submit`: where answers go, and whence replies come.
pub(crate) fn page(hashes: &[String], submit: &Submit) -> String {
    let to = origin(&submit.url).map_or_else(String::new, |origin| format!(" {origin}"));
    let photos =
        submit.attachments.as_deref().and_then(origin).filter(|photos| Some(*photos) != origin(&submit.url));
    let photos = photos.map_or_else(String::new, |origin| format!(" {origin}"));
    let from = submit.replies_from.as_ref().map_or_else(String::new, |origin| format!(" {origin}"));
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {look}; style-src 'self' {}; img-src 'self' data: blob:; \
         font-src 'self'; media-src 'self'; connect-src 'self'{to}{photos}{from}; form-action 'self'{to}{from}; worker-src 'self'; \
         manifest-src 'self'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default",
        hashes.join(" "),
        look = hash(LOOK),
    )
}

/// A page that only shows something: no script at all.
pub(crate) fn still(hash: &str) -> String {
    format!("default-src 'none'; style-src {hash}; img-src 'self' data:; base-uri 'none'; form-action 'none'")
}

/// Of the page that says what a portal allows. In a portal its script runs under the portal's own.
pub(super) const DOCTOR: &str = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; \
     require-trusted-types-for 'script'";

/// Of the page for clerks and designers: nothing goes anywhere, and the phone beside the editor is a frame of its own host.
pub(super) const WORKBENCH: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
     connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types default";

/// Of that frame.
pub(super) const PREVIEW: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
     font-src 'self'; media-src 'self'; connect-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; \
     require-trusted-types-for 'script'; trusted-types 'none'";

/// Of the frame that a test answer goes through: it may reach any backend, and does nothing else.
pub(super) const TRY: &str = "default-src 'none'; script-src 'self'; connect-src 'self' https: http:; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/// One header for all pages that citizens see: the strictest that each of them still works under; the page's own `<meta>` is
/// stricter. So it allows what `mot-cua report` puts beside them, too. Pages for the staff have [`staff`].
pub(crate) fn header(page: &str, print: &str, frames: Option<&[String]>) -> String {
    let (sheet, script) = mot_cua_collector::results::hashes();
    let page = page.replacen("script-src 'self'", &format!("script-src 'self' {script}"), 1);
    let styles = page.replacen("style-src 'self'", &format!("style-src 'self' {print} {sheet}"), 1);
    // The workbench shows a phone in a frame.
    styles + "; frame-src 'self'; " + &ancestors(frames)
}

/// Which portals may show a page in a frame, as `frames` of `site.json` says.
pub(crate) fn ancestors(frames: Option<&[String]>) -> String {
    match frames {
        None => "frame-ancestors *".to_owned(),
        Some([]) => "frame-ancestors 'none'".to_owned(),
        Some(origins) => format!("frame-ancestors 'self' {}", origins.join(" ")),
    }
}

/// Of a page with codes to print: it is nobody's to frame.
pub(crate) fn staff(print: &str) -> String {
    still(print) + "; frame-ancestors 'none'"
}

/// As `<meta>`. `frame-ancestors` works only in a header.
pub(crate) fn meta(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy.replace('"', "&quot;"))
}

/// `https://host:port` of an absolute address. `None`: it is on the page's own origin.
fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    url.get(..scheme.len() + 3 + host.len())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let letter = |bits: u32| LETTERS.get((bits & 63) as usize).map_or('=', |b| char::from(*b));
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            out.push(if at > chunk.len() { '=' } else { letter(bits >> (18 - 6 * at)) });
        }
    }
    out
}

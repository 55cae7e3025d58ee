//! A photo as the page sends it, twice; the same under a name that is not its hash; and whether anyone may fetch it.

use mot_cua_contract::adapter::{Request, Submit, Verdict};
use mot_cua_outbox::{judge_photo, photo_request};
use sha2::{Digest, Sha256};

use super::super::http::Client;
use super::browser::{self, page};
use super::finding::Findings;
use super::site::Target;
use super::told;

/// One grey point.
const PHOTO: &[u8] = include_bytes!("photo.jpg");
const PUT: &str = "submit.attachments: an address that takes PUT of image/jpeg and answers 200 or 201 with JSON that holds the \"sha256\" \
    of the bytes (docs/backends.md, Photos); without it the page asks for no photos";

/// Where the adapter says that photos are taken.
pub(super) fn run(target: &Target, findings: &mut Findings) {
    let submit = &target.submit;
    let Some(url) = submit.attachments.clone() else { return };
    if url.starts_with('/') {
        let found = format!("photos go to the page's own host ({url}), and nobody said which: not tried");
        return findings.warn("photos", found, "--url, the address at which citizens open the page");
    }
    let there = Target { submit: Submit { url, ..submit.clone() }, ..target.clone() };
    let client = Client::new(Some(page(target)));
    let hash = hex::encode(Sha256::digest(PHOTO));
    let Some(request) = photo_request(submit, &hash) else { return };
    browser::ask(&there, "photos", &request, findings);
    let send = |request: &Request| client.once(&request.method, &request.url, &request.headers, PHOTO);
    // Twice: a phone whose reply got lost sends it again.
    for _ in 0..2 {
        let reply = match send(&request) {
            Ok(reply) => reply,
            Err(error) => return findings.fail("photos", format!("PUT {}: {error}", request.url), PUT),
        };
        if !told::is_readable(&there, &reply, findings) {
            return;
        }
        let verdict = judge_photo(submit, &hash, &reply.response);
        if verdict != Verdict::Acked {
            let status = reply.response.status;
            let found =
                format!("PUT {} does not count as stored: status {status} ({verdict:?})", request.url);
            return findings.fail("photos", found, PUT);
        }
    }
    let other = "0".repeat(64);
    let wrong = photo_request(submit, &other).and_then(|request| send(&request).ok());
    if wrong.is_some_and(|reply| judge_photo(submit, &other, &reply.response) == Verdict::Acked) {
        let fix = "a backend that reckons SHA-256 of what came, and refuses other bytes with 422";
        return findings.fail("photos", "bytes that broke on the way are taken for the photo", fix);
    }
    let fetched = Client::new(None).once("GET", &request.url, &[], "");
    if fetched.is_ok_and(|reply| reply.response.content_type.starts_with("image/")) {
        let fix = "a backend that answers GET of a photo with 404 or 405: photos are for the ward alone";
        return findings.fail("photos", format!("anyone can fetch {}", request.url), fix);
    }
    findings.fine(
        "photos",
        format!("taken under its own hash alone, twice as once, and not handed out ({hash} was sent)"),
    );
}

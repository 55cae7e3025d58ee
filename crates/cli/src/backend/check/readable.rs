//! Whether a stranger can read answers.

use super::super::http::Client;
use super::delivery::Delivered;
use super::finding::Findings;

/// Asks for the record, and for the list it was added to, with what every visitor knows.
pub(super) fn run(delivered: &Delivered, findings: &mut Findings) {
    let Some(last) = &delivered.last else { return };
    let headers: Vec<_> = last
        .headers
        .iter()
        .filter(|(name, _)| name == "authorization" || name.starts_with("x-"))
        .cloned()
        .collect();
    let list = last.url.split(delivered.id.as_str()).next().unwrap_or(&last.url).trim_end_matches('/');
    for url in [last.url.as_str(), list] {
        let Ok(reply) = Client::new(None).once("GET", url, &headers, "") else { continue };
        if (200..=299).contains(&reply.response.status) && reply.response.body.contains(&delivered.id) {
            findings.warn(
                "privacy",
                format!("anyone can read answers at {url}"),
                "the right to read taken from anonymous visitors: they only need to add",
            );
            return;
        }
    }
    findings.fine("privacy", "a stranger who asks for the answers gets none");
}

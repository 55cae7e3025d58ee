//! One reply in plain words, and the member of site.json that would change it.

use mot_cua_contract::adapter::{Kind, Verdict};

use super::super::http::Reply;
use super::browser::{allows, page};
use super::finding::Findings;
use super::site::Target;

/// What keeps a reply from counting as "stored", whatever the adapter says; false if something was found.
pub(super) fn is_readable(target: &Target, reply: &Reply, findings: &mut Findings) -> bool {
    if let Some(to) = reply.redirect() {
        let fix = "submit.url: the address that answers by itself (https, with or without www or a final stroke); no login in between";
        findings.fail(
            "redirect",
            format!("{} points to {to}: a browser stops here", reply.response.status),
            fix,
        );
        return false;
    }
    if !allows(reply, target) {
        findings.fail(
            "cors",
            format!("a reply ({}) came without Access-Control-Allow-Origin for {}", reply.response.status, page(target)),
            "the header on every reply of the backend, on errors too: else the page cannot tell stored from lost",
        );
        return false;
    }
    let media = reply.response.content_type.to_ascii_lowercase();
    let words = |rule: &Option<mot_cua_contract::adapter::Rule>| {
        rule.as_ref().is_some_and(|rule| rule.text.is_some())
    };
    if media.contains("html") && !words(&target.submit.duplicate) {
        findings.fail(
            "html",
            format!("HTML came back ({}): {}", reply.response.status, begin(&reply.response.body)),
            "submit.url: the address of the programming interface, not of a page; HTML is what a login page sends, so it never counts",
        );
        return false;
    }
    true
}

/// A reply that the adapter does not take for an acknowledgement.
pub(super) fn not_acked(target: &Target, reply: &Reply, verdict: &Verdict, findings: &mut Findings) {
    let (status, media) = (reply.response.status, reply.response.content_type.as_str());
    let came = format!(
        "status {status}, {}, {}",
        if media.is_empty() { "no Content-Type" } else { media },
        begin(&reply.response.body)
    );
    match verdict {
        Verdict::Refused { field, .. } => {
            let field = field.as_ref().map_or_else(String::new, |field| format!(" (it names {field})"));
            findings.fail(
                "accepted",
                format!("refused for good{field}: {came}"),
                "the backend has to take any answer of this survey: a table that fits submit.body, and the survey known to the backend",
            );
        }
        Verdict::Paused { .. } => findings.fail(
            "accepted",
            format!("not allowed, or not there: {came}"),
            "submit.url, and the right of anonymous visitors to add records there (submit.headers if it needs a public key)",
        ),
        _ if (200..=299).contains(&status) => {
            let fix = match target.submit.kind {
                Kind::MotCua => "submit.kind: this is no collector of ours; for others use json, form or postgrest",
                Kind::Postgrest => "submit.ack: PostgREST answers 201 to a row; is this address a table?",
                Kind::Json | Kind::Form => "submit.ack: status, contentType and body as they came",
            };
            findings.fail("accepted", format!("it does not count as stored: {came}"), fix);
        }
        _ => findings.fail("accepted", format!("not now: {came}"), "a backend that runs; its own log says why it does not"),
    }
}

/// The first words of a body.
fn begin(body: &str) -> String {
    let words: String = body.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return "no body".to_owned();
    }
    let short: String = words.chars().take(120).collect();
    if short.len() < words.len() { format!("{short}…") } else { short }
}

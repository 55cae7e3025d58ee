//! What a browser asks before it lets the page speak to another host.

use mot_cua_contract::adapter::{Request, may_mix};

use super::super::http::{Client, Reply};
use super::finding::Findings;
use super::marked;
use super::site::Target;

pub(super) fn address(target: &Target, findings: &mut Findings) {
    let (page, endpoint) = (target.origin.as_deref().unwrap_or_default(), target.endpoint());
    if !may_mix(page, &endpoint) {
        findings.fail(
            "address",
            format!("the page is at {page}, the backend at {endpoint}: browsers forbid it"),
            "submit.url with https://, and a certificate at the backend",
        );
    }
    if target.is_same_origin() {
        findings.fine("origin", "page and backend are on one host: nothing to ask (CORS)");
    } else if target.origin.is_none() {
        findings.warn(
            "origin",
            "site.json has no url: CORS was tried for a page at https://page.invalid",
            "--url, the address at which citizens open the page",
        );
    }
}

/// Where the page is as far as the backend is told.
pub(super) fn page(target: &Target) -> String {
    target.origin.clone().unwrap_or_else(|| "https://page.invalid".to_owned())
}

/// `OPTIONS` as the Fetch standard has it (4.8), where the request needs one.
pub(super) fn preflight(target: &Target, findings: &mut Findings) {
    let answer = marked::answer(target, "00000000-0000-4000-8000-000000000000", 1);
    ask(target, "preflight", &target.submit.request(&answer, &answer.to_json()), findings);
}

/// The same before this request.
pub(super) fn ask(target: &Target, check: &'static str, request: &Request, findings: &mut Findings) {
    if target.is_same_origin() {
        return;
    }
    let unsafe_headers = request.headers_to_ask();
    if request.method == "POST" && unsafe_headers.is_empty() {
        findings.fine(check, "none needed: a plain POST");
        return;
    }
    let mut ask = vec![("access-control-request-method".to_owned(), request.method.clone())];
    if !unsafe_headers.is_empty() {
        ask.push(("access-control-request-headers".to_owned(), unsafe_headers.join(",")));
    }
    let reply = match Client::new(Some(page(target))).once("OPTIONS", &request.url, &ask, "") {
        Ok(reply) => reply,
        Err(error) => {
            findings.fail(
                check,
                format!("OPTIONS {}: {error}", request.url),
                "a server that can be reached at submit.url",
            );
            return;
        }
    };
    let before = findings.all().len();
    judge(target, check, (request, &unsafe_headers), &reply, findings);
    if findings.all().len() == before {
        findings.fine(check, format!("OPTIONS {} allows the page at {}", request.url, page(target)));
    }
}

fn judge(
    target: &Target,
    check: &'static str,
    (request, headers): (&Request, &[&str]),
    reply: &Reply,
    findings: &mut Findings,
) {
    let mut fail = |found: String, fix: String| findings.fail(check, found, fix);
    let status = reply.response.status;
    if !(200..=299).contains(&status) {
        fail(
            format!("OPTIONS {} is answered with {status}", request.url),
            "a server that answers OPTIONS with 204 and the CORS headers, before any login or redirect"
                .to_owned(),
        );
        return;
    }
    if !allows(reply, target) {
        fail(
            format!("OPTIONS is answered without Access-Control-Allow-Origin for {}", page(target)),
            format!("Access-Control-Allow-Origin: {} (or *) from the backend", page(target)),
        );
    }
    let lists = |name: &str, wanted: &str| {
        reply.header(name).split(',').map(str::trim).any(|one| one == "*" || one.eq_ignore_ascii_case(wanted))
    };
    // POST is always allowed.
    if request.method != "POST" && !lists("access-control-allow-methods", &request.method) {
        fail(
            format!("{} is not among Access-Control-Allow-Methods", request.method),
            format!(
                "Access-Control-Allow-Methods: {} from the backend, or another submit.method",
                request.method
            ),
        );
    }
    for header in headers.iter().filter(|header| !lists("access-control-allow-headers", header)) {
        fail(
            format!("{header} is not among Access-Control-Allow-Headers"),
            format!(
                "Access-Control-Allow-Headers: {} from the backend, or without it in submit.headers",
                headers.join(", ")
            ),
        );
    }
}

/// Whether the page may read this reply.
pub(super) fn allows(reply: &Reply, target: &Target) -> bool {
    let allowed = reply.header("access-control-allow-origin");
    target.is_same_origin() || allowed == "*" || allowed == page(target)
}

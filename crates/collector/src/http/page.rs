//! Pages for a browser that posted the form by itself: thanks with the receipt, or what to do.

use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use mot_cua_contract::Problem;

use super::words::words;
use super::{Shared, responses};
use crate::html::escape;
use crate::intake::Desk;

const TEMPLATE: &str = include_str!("../../pages/page.html");
const POLICY: &str =
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'";

/// The receipt is shown, not looked up: the page says nothing about anybody's answer.
#[utoipa::path(get, path = "/thanks/{receipt}", tag = "answers", params(("receipt" = String, Path, description = "Ten letters and digits")),
    responses((status = 200, body = String, content_type = "text/html"), (status = 404, description = "Not the shape of a receipt")))]
pub(super) async fn thanks(State(app): State<Shared>, Path(receipt): Path<String>) -> Response {
    let receipt = receipt.to_ascii_uppercase();
    if receipt.len() != 10 || !receipt.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return page(&app.desk(), StatusCode::NOT_FOUND, "form.missing", "");
    }
    let desk = app.desk();
    let (name, hint) = (lines(&desk, "thanks.receipt", "p"), lines(&desk, "thanks.receiptHint", "p"));
    // The code again as a link, on which the ward's answer will stand.
    let answer = links(&desk, "thanks.answer", |lang| format!("receipt?code={receipt}&lang={lang}"));
    let code = format!("{name}<b class=\"mc-code\">{receipt}</b>{hint}{answer}");
    page(&desk, StatusCode::OK, "thanks", &format!("<div class=\"mc-receipt\">{code}</div>"))
}

/// Sent without a face.
pub(super) fn unchecked(desk: &Desk) -> Response {
    page(desk, StatusCode::UNPROCESSABLE_ENTITY, "form.empty", "")
}

/// Any other reason not to take a form.
pub(super) fn problem(desk: &Desk, problem: &Problem) -> Response {
    let status = StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let key = match problem.status {
        410 => "form.deleted",
        408 | 429 | 503 => "form.busy",
        _ => "form.refused",
    };
    // For whoever writes a form of their own; a citizen tells it to the staff.
    let field = problem
        .field
        .as_deref()
        .map_or_else(String::new, |field| format!("<p><code>{}</code></p>", escape(field)));
    let mut response = page(desk, status, key, &field);
    if let Some(wait) = responses::retry_after(problem.status) {
        response.headers_mut().insert(header::RETRY_AFTER, wait);
    }
    response
}

fn page(desk: &Desk, status: StatusCode, key: &str, more: &str) -> Response {
    // The first screen's: the others come on top of it.
    let sheet = desk
        .files
        .iter()
        .find(|(path, file)| path.starts_with("assets/core.") && file.content_type().starts_with("text/css"));
    let style = sheet.map_or_else(String::new, |(path, _)| {
        format!("<link rel=\"stylesheet\" href=\"{}{path}\">", desk.site.base)
    });
    let title = words(desk, &format!("{key}.title"));
    let first = title.first().map_or("", |(_, words)| words.as_str());
    let text = format!(
        "{}{}{more}{}",
        lines(desk, &format!("{key}.title"), "h1"),
        lines(desk, &format!("{key}.help"), "p"),
        links(desk, "form.home", |lang| format!("?lang={lang}")),
    );
    let html = TEMPLATE
        .replace("{{lang}}", &escape(desk.site.default_language()))
        .replace("{{style}}", &style)
        .replace("{{title}}", &escape(first))
        .replace("{{text}}", &text);
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// The words of `key` in every language, each as a link; `to` gives its address below the site's folder.
fn links(desk: &Desk, key: &str, to: impl Fn(&str) -> String) -> String {
    let link = |(lang, words): (String, String)| {
        let (to, lang) = (escape(&[&desk.site.base, to(&lang).as_str()].concat()), escape(&lang));
        format!("<p lang=\"{lang}\"><a class=\"mc-link\" href=\"{to}\">{}</a></p>", escape(&words))
    };
    words(desk, key).into_iter().map(link).collect()
}

/// One element a language; only the first is a heading.
fn lines(desk: &Desk, key: &str, element: &str) -> String {
    let line = |(at, (lang, words)): (usize, (String, String))| {
        let element = if at == 0 { element } else { "p" };
        format!("<{element} lang=\"{}\">{}</{element}>", escape(&lang), escape(&words))
    };
    words(desk, key).into_iter().enumerate().map(line).collect()
}

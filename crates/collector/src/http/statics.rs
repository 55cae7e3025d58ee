//! The site's files, and the pages behind printed codes.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use mot_cua_contract::Place;
use percent_encoding::percent_decode_str;

use super::{Shared, problem};
use crate::files::{File, Files};

/// Where a page's `<meta>` says the rest. What a portal may frame carries a policy of its own.
const PAGE_POLICY: &str = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

pub(super) async fn file(State(app): State<Shared>, request: Request) -> Response {
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return problem::method_not_allowed().await.into_response();
    }
    let path = request.uri().path();
    let desk = app.desk();
    let files = &desk.files;
    let path = percent_decode_str(path).decode_utf8_lossy();
    let path = path.trim_start_matches('/');
    match find(files, path) {
        Some((name, file)) => send(name, file, request.headers(), StatusCode::OK),
        None => not_found(files, request.headers()),
    }
}

fn not_found(files: &Files, headers: &HeaderMap) -> Response {
    match files.get("404.html") {
        Some(file) => send("404.html", file, headers, StatusCode::NOT_FOUND),
        None => (StatusCode::NOT_FOUND, "404\n").into_response(),
    }
}

/// The file of a path; a folder gives its `index.html`; `q/…` in any case gives the page of the nearest place.
fn find<'a>(files: &'a Files, path: &str) -> Option<(&'a str, &'a File)> {
    let path = path.trim_end_matches('/');
    let index = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
    files.entry(path).or_else(|| files.entry(&index)).or_else(|| place(files, path))
}

fn place<'a>(files: &'a Files, path: &str) -> Option<(&'a str, &'a File)> {
    if !path.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("q/")) {
        return None;
    }
    let place = mot_cua_link::read(&format!("/{path}")).place?;
    let purpose = Place { field: None, procedure: None, ..place };
    let desk = Place { purpose: None, ..purpose.clone() };
    let unit_purpose = Place { counter: None, ..purpose.clone() };
    let unit = Place::unit(&purpose.unit);
    let nearest = [purpose, desk, unit_purpose, unit];
    nearest.iter().find_map(|place| files.entry(&format!("{}/index.html", mot_cua_link::write(place, None))))
}

fn send(name: &str, file: &File, asked: &HeaderMap, status: StatusCode) -> Response {
    let accepts = |coding: &str| accepts(asked, coding);
    let (bytes, coding) = match (file.brotli(), file.gzip()) {
        (Some(brotli), _) if accepts("br") => (brotli, Some("br")),
        (_, Some(gzip)) if accepts("gzip") => (gzip, Some("gzip")),
        _ => (file.bytes(), None),
    };
    let tag =
        coding.map_or_else(|| format!("\"{}\"", file.tag()), |coding| format!("\"{}-{coding}\"", file.tag()));
    let known = asked.get(header::IF_NONE_MATCH).and_then(|v| v.to_str().ok());
    let unchanged = status == StatusCode::OK
        && known.is_some_and(|known| {
            known.split(',').any(|k| k.trim().trim_start_matches("W/") == tag || k.trim() == "*")
        });
    let mut response = if unchanged {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        (status, Body::from(bytes.clone())).into_response()
    };
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, file.content_type());
    set(header::ETAG, &tag);
    set(
        header::CACHE_CONTROL,
        if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" },
    );
    if file.brotli().is_some() || file.gzip().is_some() {
        set(header::VARY, "accept-encoding");
    }
    if let (Some(coding), false) = (coding, unchanged) {
        set(header::CONTENT_ENCODING, coding);
    }
    if file.is_html() {
        set(header::CONTENT_SECURITY_POLICY, file.csp().unwrap_or(PAGE_POLICY));
    }
    response
}

/// Whether `Accept-Encoding` names the coding without forbidding it (`q=0`).
fn accepts(asked: &HeaderMap, coding: &str) -> bool {
    let all = asked.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    all.flat_map(|line| line.split(',')).any(|item| {
        let (name, weight) = item.split_once(';').unwrap_or((item, ""));
        let weight = weight.trim().strip_prefix("q=").map(str::trim);
        name.trim().eq_ignore_ascii_case(coding)
            && weight.is_none_or(|w| w.parse::<f32>().is_ok_and(|w| w > 0.0))
    })
}

//! What `--watch` adds to pages, and where they hear of changes. It is in no built site.

use std::convert::Infallible;

use axum::Router;
use axum::http::header;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use mot_cua_collector::{File, Files};
use sha2::{Digest, Sha256};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt};

use super::news::News;

const SCRIPT: &str = include_str!("page.js");

/// Which site this is: the same files, the same mark.
pub(super) fn mark(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, file) in files.iter() {
        hash.update(path.as_bytes());
        hash.update(file.tag().as_bytes());
    }
    hex::encode(hash.finalize().get(..8).unwrap_or_default())
}

/// The script on every page whose policy lets scripts of the site run.
pub(super) fn with_script(files: &Files, base: &str, mark: &str) -> Files {
    let tag = format!("<script src=\"{base}mot-cua-watch.js\" data-made=\"{mark}\" defer></script></body>");
    let mut all = Files::default();
    for (path, file) in files.iter() {
        let text = std::str::from_utf8(file.bytes()).ok().filter(|_| file.is_html());
        let page = text.filter(|text| text.contains("script-src 'self'") && text.contains("</body>"));
        let Some(page) = page else {
            all.insert(path, file.clone());
            continue;
        };
        let mut with = File::new(file.content_type(), page.replacen("</body>", &tag, 1));
        if let Some(policy) = file.csp() {
            with = with.with_csp(policy);
        }
        all.insert(path, with);
    }
    all
}

pub(super) fn routes(news: watch::Receiver<News>) -> Router {
    let script = || async {
        ([(header::CONTENT_TYPE, "text/javascript"), (header::CACHE_CONTROL, "no-cache")], SCRIPT)
    };
    Router::new()
        .route("/mot-cua-watch.js", get(script))
        .route("/mot-cua-watch", get(move || async move { events(news.clone()) }))
}

/// What is known at once, then each change.
fn events(news: watch::Receiver<News>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let each = WatchStream::new(news).map(|news| Ok(Event::default().data(news.json())));
    Sse::new(each).keep_alive(KeepAlive::default())
}

//! The HTTP contract of the design, "The default backend's HTTP".

mod attachments;
mod body;
mod cors;
mod desk;
mod facts;
mod headers;
mod metrics;
mod openapi;
mod pace;
mod page;
mod problem;
mod responses;
mod results;
mod statics;
mod words;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::routing::{any, delete, get, post, put};
use tokio::sync::{Semaphore, watch};
use tokio::task::AbortHandle;
use tower_http::catch_panic::CatchPanicLayer;

use crate::intake::Desk;
use crate::store::Store;

pub use openapi::{ANSWER_SCHEMA, document};

/// How visitors come here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reached {
    /// By whatever address works: a ward tries it at `http://192.168.…` first.
    #[default]
    Anyhow,
    /// Through a server that holds a certificate, and no other way: browsers are told to keep to that.
    HttpsOnly,
}

/// Bounds on what strangers can make the server hold, and what they are told of the way here.
#[derive(Debug, Clone)]
pub struct Limits {
    pub reached: Reached,
    /// Answers checked or waiting for the disk at a time.
    pub requests: usize,
    /// Sendings of one place within ten minutes; more are to come later.
    pub place: u32,
    /// Time to send a whole body.
    pub body: Duration,
    /// Time to send a request's head; also how long a connection may idle.
    pub head: Duration,
    /// Time without any byte going out to a reader that has stopped.
    pub stall: Duration,
    /// Open connections.
    pub connections: usize,
    /// Photos on their way in or waiting for the disk at a time; each is held in memory.
    pub photos: usize,
    /// Bytes that all photos may take in the database.
    pub photo_room: u64,
    /// How long requests under way may take when the server stops.
    pub grace: Duration,
    /// For how long at least an answer is not shown to the staff: a clerk who sees one come knows whose it is.
    pub shown_after: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            reached: Reached::default(),
            requests: 1024,
            place: 3000,
            body: Duration::from_secs(20),
            head: Duration::from_secs(15),
            stall: Duration::from_mins(1),
            connections: 4096,
            photos: 64,
            photo_room: 1024 * 1024 * 1024,
            grace: Duration::from_secs(10),
            shown_after: Duration::ZERO,
        }
    }
}

/// What all requests share.
#[derive(Debug)]
pub(crate) struct App {
    desk: watch::Receiver<Arc<Desk>>,
    pub(crate) store: Store,
    pub(crate) gate: Semaphore,
    pub(crate) photo_gate: Semaphore,
    pub(crate) limits: Limits,
    pub(crate) pace: pace::Pace,
    pub(crate) metrics: metrics::Metrics,
    pub(crate) shelf: desk::Shelf,
    pub(crate) patience: desk::Patience,
    /// One key is tried, one month is counted for the public, at a time.
    pub(crate) doorman: Semaphore,
    pub(crate) sealing: Semaphore,
}

impl App {
    /// The one of now; whoever asked goes on with it when there is another.
    pub(crate) fn desk(&self) -> Arc<Desk> {
        Arc::clone(&self.desk.borrow())
    }
}

type Shared = Arc<App>;

/// The whole service, and what is served beside it; and what it does meanwhile by itself, to be ended with it.
pub(crate) fn router(
    desk: watch::Receiver<Arc<Desk>>,
    beside: Router,
    store: Store,
    limits: Limits,
) -> (Router, AbortHandle) {
    let gate = Semaphore::new(limits.requests);
    let reached = limits.reached;
    let app = Arc::new(App {
        desk,
        store,
        gate,
        photo_gate: Semaphore::new(limits.photos),
        pace: pace::Pace::new(limits.place),
        limits,
        metrics: metrics::Metrics::default(),
        shelf: desk::Shelf::default(),
        patience: desk::Patience::default(),
        doorman: Semaphore::new(1),
        sealing: Semaphore::new(1),
    });
    let ahead = tokio::spawn(desk::count_ahead(Arc::clone(&app))).abort_handle();
    let api = Router::new()
        .route("/api/responses", post(responses::take).options(cors::preflight))
        .route("/api/responses/{id}", delete(responses::remove).options(cors::preflight))
        .route("/api/attachments/{sha256}", put(attachments::take).options(cors::preflight))
        .route("/api/results", get(results::results).options(cors::preflight))
        .route("/api/replies/{receipt}", get(desk::receipt::reply).options(cors::preflight))
        .route("/api/{*rest}", any(problem::not_found))
        .method_not_allowed_fallback(problem::method_not_allowed)
        .layer(axum::middleware::map_response(cors::open));
    let router = Router::new()
        .merge(api)
        .merge(desk::routes())
        .route("/healthz", get(facts::health))
        .route("/openapi.json", get(facts::openapi))
        .route("/metrics", get(facts::metrics))
        .route("/thanks/{receipt}", get(page::thanks))
        .fallback(statics::file)
        .with_state(app)
        .merge(beside)
        .layer(axum::middleware::map_response_with_state(reached, headers::safe))
        .layer(axum::middleware::from_fn(headers::log))
        .layer(CatchPanicLayer::new());
    (router, ahead)
}

/// `/mot-cua/x` → `/x` where the site lives in the folder `/mot-cua/`; other paths stay.
pub(crate) fn without_base(mut request: Request, base: &str) -> Request {
    let Some(rest) = request.uri().path().strip_prefix(base).filter(|_| base != "/") else { return request };
    let query = request.uri().query().map_or(String::new(), |query| format!("?{query}"));
    if let Ok(uri) = format!("/{rest}{query}").parse() {
        *request.uri_mut() = uri;
    }
    request
}

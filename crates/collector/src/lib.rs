//! The default backend: it takes answers, keeps them in `SQLite` or `PostgreSQL`, and serves the site's files.
//!
//! It knows nothing of how a page is built (`mot-cua-cli`) nor of how a phone keeps what it could not send yet
//! (`mot-cua-outbox`).
#![forbid(unsafe_code)]

pub mod alert;
pub mod clock;
pub mod files;
pub mod html;
pub mod http;
pub mod intake;
pub mod keys;
pub mod results;
mod server;
pub mod store;

pub use clock::Clock;
pub use files::{File, Files};
pub use http::{Limits, Reached};
pub use intake::{Desk, SurveyError, Surveys};
pub use server::{listen, serve, serve_changing};
pub use store::{Address, Store};

//! Adapters against the real thing: answers of three revisions, through a proxy that spoils three replies in ten, to backends
//! that others wrote. `cargo xtask test backends` installs them and says where they are (`MC_BACKENDS` and one variable each); what
//! is absent is skipped. `MC_LONG=1` takes all of them and 1,000 answers each.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "../src/backend/courier.rs"]
mod courier;
#[path = "../src/backend/http.rs"]
#[allow(dead_code, reason = "the report looks at more of a reply than the couriers here")]
mod http;

mod desk;

#[path = "backends/answers.rs"]
mod answers;
#[path = "backends/api.rs"]
mod api;
#[path = "backends/couchdb.rs"]
mod couchdb;
#[path = "backends/datasette.rs"]
mod datasette;
#[path = "backends/directus.rs"]
mod directus;
#[path = "backends/docs.rs"]
mod docs;
#[path = "backends/json_server.rs"]
mod json_server;
#[path = "backends/kinto.rs"]
mod kinto;
#[path = "backends/php.rs"]
mod php;
#[path = "backends/postgrest.rs"]
mod postgrest;
#[path = "backends/program.rs"]
mod program;
#[path = "backends/proxy.rs"]
mod proxy;
#[path = "backends/suite.rs"]
mod suite;

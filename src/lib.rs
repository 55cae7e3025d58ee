//! The citizen's page: rate a ward's one-stop desk, look a procedure up.
//!
//! It mounts beside the static form of `index.html`, or inside the shadow root of `<mot-cua>`; both show the same views.
//! Only `browser` touches web-sys.

mod app;
mod browser;
mod config;
mod delivery;
mod elsewhere;
mod html;
#[cfg(not(feature = "full"))]
mod look;
#[cfg(feature = "full")]
mod photos;
mod prelude;
mod question;
mod rating;
mod screen;
mod signal;
mod start;
#[cfg(feature = "full")]
mod survey;
#[cfg(feature = "more")]
mod ward;
mod widget;
mod words;

pub use start::mount;

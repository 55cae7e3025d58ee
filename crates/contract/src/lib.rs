//! What travels between the citizen's phone, the printed code and the ward's backend.
//!
//! Pure data: no I/O, no clock, no randomness, and no panic on any input. It knows nothing of how an answer is kept
//! (`mot-cua-outbox`), shown (the page) or stored (`mot-cua-collector`).
#![forbid(unsafe_code)]

pub mod adapter;
pub mod answer;
pub mod block;
pub mod check;
pub mod contact;
pub mod lean;
pub mod mask;
pub mod mistake;
pub mod pairs;
pub mod place;
pub mod problem;
pub mod receipt;
pub mod site;
pub mod text;
pub mod time;

pub use answer::{Answer, Context, Mode};
pub use mistake::Mistake;
pub use pairs::Pairs;
pub use place::{Place, Purpose};
pub use problem::Problem;
pub use site::Site;
pub use text::Text;

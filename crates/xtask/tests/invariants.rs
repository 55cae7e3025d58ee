//! What ARCHITECTURE.md promises about the code itself, read from the code.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop where it stands")]

#[path = "invariants/arrows.rs"]
mod arrows;
#[path = "invariants/files.rs"]
mod files;
#[path = "invariants/hosts.rs"]
mod hosts;
#[path = "invariants/page.rs"]
mod page;
#[path = "invariants/pure.rs"]
mod pure;
#[path = "invariants/shared.rs"]
mod shared;
#[path = "invariants/source.rs"]
mod source;

//! One test a promise, by hand: what the simulator cannot name. A number like `f17` is the fault that the test is about.
#![allow(clippy::unwrap_used, missing_debug_implementations, reason = "tests")]

mod anything;
mod backlog;
mod changes;
mod crowd;
mod deletion;
mod phone;
mod refused;
mod storage;
mod waiting;

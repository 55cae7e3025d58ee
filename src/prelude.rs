//! Leptos' signals, one line to bring them into a screen.

pub(crate) use reactive_graph::owner::Owner;

pub(crate) use crate::signal::{Fixed, ReadSignal, RwSignal};

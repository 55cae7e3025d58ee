//! Leptos' signals, under the names that the shared view files know.

pub(crate) use reactive_graph::owner::Owner;

pub(crate) use crate::signal::RwSignal;

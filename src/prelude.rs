//! Leptos' signals, one line to bring them into a screen.

pub(crate) use reactive_graph::owner::{LocalStorage, Owner, StoredValue};
pub(crate) use reactive_graph::prelude::*;
pub(crate) use reactive_graph::signal::{ReadSignal, RwSignal};

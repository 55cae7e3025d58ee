//! Look-up's state: the index, once it is wanted; what was typed; the record that is open; what was opened before.

#[cfg(feature = "more")]
mod life;
mod seen;

use std::sync::Arc;

use crate::prelude::*;
use mot_cua_catalogue::{Index, Procedure};
use mot_cua_contract::lean;

use crate::browser::files::{self, Missing};
#[cfg(feature = "more")]
pub(crate) use life::Life;
pub(crate) use seen::Seen;

/// Something that comes over the network.
#[derive(Debug, Clone)]
pub(crate) enum Load<T> {
    /// Nobody asked yet.
    Idle,
    Coming,
    Here(T),
    /// The host has no such file.
    NotThere,
    /// No connection, or the file is broken: trying again may help.
    Failed,
}

impl<T> Load<T> {
    /// What came of asking: `read` gives `None` for a file that is broken.
    pub(crate) fn of(text: Result<String, Missing>, read: impl FnOnce(&str) -> Option<T>) -> Self {
        match text {
            Ok(text) => read(&text).map_or(Self::Failed, Self::Here),
            Err(Missing::NotThere) => Self::NotThere,
            Err(Missing::Unreachable) => Self::Failed,
        }
    }
}

/// Handles of the look-up.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) index: RwSignal<Load<Arc<Index>>>,
    pub(crate) query: RwSignal<String>,
    /// The field of work that is listed, by its place among the index's fields.
    pub(crate) field: RwSignal<Option<usize>>,
    pub(crate) record: RwSignal<Load<Arc<Procedure>>>,
    /// The code of that record.
    wanted: RwSignal<String>,
    pub(crate) seen: Seen,
    #[cfg(feature = "more")]
    pub(crate) filter: RwSignal<mot_cua_catalogue::Filter>,
    #[cfg(feature = "more")]
    pub(crate) life: Life,
    /// Address of the index. `None`: the site has no catalogue.
    url: RwSignal<Option<String>>,
}

impl Look {
    pub(crate) fn new(url: Option<String>) -> Self {
        Self {
            index: RwSignal::new(Load::Idle),
            query: RwSignal::new(String::new()),
            field: RwSignal::new(None),
            record: RwSignal::new(Load::Idle),
            wanted: RwSignal::new(String::new()),
            seen: Seen::read(),
            #[cfg(feature = "more")]
            filter: RwSignal::new(mot_cua_catalogue::Filter::default()),
            #[cfg(feature = "more")]
            life: Life::new(),
            url: RwSignal::new(url),
        }
    }

    pub(crate) fn exists(self) -> bool {
        self.url.with_untracked(Option::is_some)
    }

    /// Fetches the index unless it is here or coming.
    pub(crate) fn want_index(self) {
        if matches!(self.index.get_untracked(), Load::Here(_) | Load::Coming) {
            return;
        }
        let Some(url) = self.url.get_untracked() else {
            self.index.set(Load::NotThere);
            return;
        };
        self.index.set(Load::Coming);
        files::read(url, move |text| {
            self.index.set(Load::of(text, |text| Index::parse(text).map(Arc::new)));
        });
    }

    /// The address of a file that stands beside the index. `None`: the site has no catalogue.
    pub(crate) fn beside(self, file: &[&str]) -> Option<String> {
        let index = self.url.get_untracked()?;
        let folder = index.rsplit_once('/').map_or("", |(folder, _)| folder);
        Some([folder, "/", &file.concat()].concat())
    }

    /// The address of a record. `None`: that is no code, or the site has no catalogue.
    fn record_url(self, code: &str) -> Option<String> {
        // A code is digits and dots; whatever else a hand-made address says must not become another path.
        let is_code = code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
        if is_code { self.beside(&["p/", code, ".json"]) } else { None }
    }

    /// Fetches one record, unless it is here or coming.
    pub(crate) fn want_record(self, code: &str) {
        let same = self.wanted.with_untracked(|wanted| wanted == code);
        if same && matches!(self.record.get_untracked(), Load::Here(_) | Load::Coming) {
            return;
        }
        self.wanted.set(code.to_owned());
        let Some(url) = self.record_url(code) else {
            self.record.set(Load::NotThere);
            return;
        };
        let code = code.to_owned();
        self.record.set(Load::Coming);
        files::read(url, move |text| {
            // Another record was opened since: a slow reply must not take its place.
            if self.wanted.with_untracked(|wanted| *wanted != code) {
                return;
            }
            let right = |record: &Procedure| record.code == code;
            let read = Load::of(text, |text| lean::read(text).filter(right).map(Arc::new));
            if let Load::Here(_) = read {
                self.seen.opened(&code);
            }
            self.record.set(read);
        });
    }
}

//! What a ward says of itself: `catalogue/wards.json`, which stands beside the index. Fetched when a screen first asks.

use std::sync::Arc;

use mot_cua_catalogue::ward::{Date, Moment, Ward, Wards};
use mot_cua_contract::{Pairs, lean};

use crate::app::App;
use crate::browser::{clock, files};
use crate::look::Load;
use crate::prelude::*;

/// The file, once somebody wants it.
#[derive(Clone, Copy)]
pub(crate) struct WardFile(RwSignal<Load<Arc<Wards>>>);

impl WardFile {
    pub(crate) fn new() -> Self {
        Self(RwSignal::new(Load::Idle))
    }

    fn want(self, app: App) {
        if matches!(self.0.get_untracked(), Load::Here(_) | Load::Coming) {
            return;
        }
        let Some(url) = app.look.beside(&["wards.json"]) else { return };
        self.0.set(Load::Coming);
        files::read(url, move |text| self.0.set(Load::of(text, |text| lean::read(text).map(Arc::new))));
    }
}

/// What the file says of the unit of this place. `None`: nothing, or not here yet. Call it in a reactive closure.
pub(crate) fn with<R>(app: App, look: impl FnOnce(&Ward) -> R) -> Option<R> {
    app.wards.0.with(|file| match file {
        Load::Here(wards) => {
            let unit = app.place.with(|place| place.unit.clone());
            wards.units.iter().find(|ward| ward.id.eq_ignore_ascii_case(&unit)).map(look)
        }
        _ => None,
    })
}

/// Whether the file did not come, or is broken. A ward that has none says nothing, which is no fault. Call it in a reactive closure.
pub(crate) fn is_missing(app: App) -> bool {
    app.wards.0.with(|file| matches!(file, Load::Failed))
}

/// Fetches the file unless it is here or coming.
pub(crate) fn want(app: App) {
    app.wards.want(app);
}

/// The minute in Việt Nam, wherever the phone believes it is. `None`: the phone's clock is beyond all years.
pub(crate) fn now() -> Option<Moment> {
    let (year, month, day, minute) = clock::in_vietnam();
    Moment::new(Date::new(year, month, day)?, minute)
}

/// The same, following the clock while the page is open. Call it in a reactive closure.
pub(crate) fn now_in(app: App) -> Option<Moment> {
    app.minute.get();
    now()
}

/// The ward's own words in the language of the page, or in another. Empty: it has none. Call it in a reactive closure.
pub(crate) fn said(app: App, words: &Pairs) -> String {
    let first = || words.get("vi").or_else(|| words.values().next());
    app.lang.with(|lang| words.get(lang).or_else(first).cloned().unwrap_or_default())
}

//! Files into the room, and empty ones to fill in.

use std::rc::Rc;

use mot_cua_contract::Mistake;
use mot_cua_print::{Logo, NoLogo, NotWords, Wording};
use mot_cua_sheets::places;
use mot_cua_sheets::xlsform::Kind;

use super::paper::Row;
use super::{Emblem, Print};
use crate::bench::Bench;
use crate::browser::files::{self, JSON, XLSX};
use crate::browser::kept;
use crate::words::say_with;

/// An empty list.
pub(crate) fn save_template(bench: Bench) {
    if let Ok(bytes) = places::template() {
        bench.save_as("cac-noi-in-ma.xlsx", XLSX, &bytes);
    }
}

impl Print {
    /// A file was opened or dropped: what it is, its name says.
    pub(crate) fn open(self, bench: Bench, name: &str, bytes: &[u8]) {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "json" => self.take_words(bench, name, bytes),
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "svg" => self.take_logo(bench, bytes),
            _ => self.take_list(bench, name, bytes),
        }
    }

    fn take_list(self, bench: Bench, name: &str, bytes: &[u8]) {
        let Some(kind) = Kind::of(name).filter(|kind| *kind != Kind::Markdown) else {
            let mistake = Mistake::error("unknown-file", "", name, ".xlsx, .csv");
            self.list.set(Some((name.to_owned(), vec![mistake])));
            return bench.say("said.refused", &[name]);
        };
        let table = places::table(kind, bytes);
        let count = table.rows.len();
        self.list.set(Some((name.to_owned(), table.mistakes)).filter(|(_, told)| !told.is_empty()));
        if count == 0 {
            return bench.say("said.refused", &[name]);
        }
        let rows = table.rows.into_iter().map(|(number, cells)| Rc::new(Row { from: Some(number), cells }));
        self.open.set(None);
        self.change(|paper| paper.rows = rows.collect());
        self.reach(0);
        bench.say("said.places", &[&count.to_string()]);
    }

    pub(crate) fn take_logo(self, bench: Bench, bytes: &[u8]) {
        match Logo::png(bytes) {
            Ok(logo) => {
                self.refused.set(None);
                self.show_emblem(logo, bytes);
                if kept::set_bytes("print.logo", bytes).is_err() {
                    bench.say("said.unkept", &[]);
                }
                self.changed();
            }
            Err(why) => {
                let words = match why {
                    NoLogo::Heavy(_) => word(bench, "logo.heavy", &[]),
                    NoLogo::NotPng => word(bench, "logo.notPng", &[]),
                    NoLogo::Side(w, h) => word(bench, "logo.side", &[&w.to_string(), &h.to_string()]),
                };
                self.refused.set(Some(words));
            }
        }
    }

    pub(super) fn show_emblem(self, logo: Logo, bytes: &[u8]) {
        let address = files::address("image/png", bytes);
        let old = self.emblem.get_untracked();
        self.emblem.set(Some(Rc::new(Emblem { logo, address })));
        forget(old.as_deref());
    }

    pub(crate) fn drop_logo(self) {
        let old = self.emblem.get_untracked();
        self.emblem.set(None);
        forget(old.as_deref());
        kept::forget("print.logo");
        self.changed();
    }

    pub(crate) fn take_words(self, bench: Bench, name: &str, bytes: &[u8]) {
        let read = std::str::from_utf8(bytes).map_err(|error| NotWords::Json(error.to_string()));
        match read.and_then(Wording::read) {
            Ok(packs) => {
                self.refused.set(None);
                self.change(|paper| paper.words = Rc::new(packs));
                bench.say("said.opened", &[name]);
            }
            Err(NotWords::Json(_)) => self.refused.set(Some(word(bench, "logo.notWords", &[name]))),
            Err(NotWords::Key { key, .. }) => {
                self.refused.set(Some(word(bench, "logo.key", &[name, &key])));
            }
        }
    }

    /// The words as they are now.
    pub(crate) fn save_words(self) {
        let mut all = Wording::read(&Wording::template()).unwrap_or_default();
        self.paper.with_untracked(|paper| {
            for (lang, words) in paper.iter().flat_map(|paper| paper.words.iter()) {
                all.entry(lang.clone()).or_default().extend(words.clone());
            }
        });
        let text = serde_json::to_string_pretty(&all).unwrap_or_default() + "\n";
        files::save("loi-tren-to-in.json", JSON, text.as_bytes());
    }
}

/// Words of now: what is told stays as it was told.
fn word(bench: Bench, key: &str, values: &[&str]) -> String {
    say_with(bench.lang.get_untracked(), key, values)
}

fn forget(old: Option<&Emblem>) {
    if let Some(address) = old.and_then(|old| old.address.as_deref()) {
        files::forget(address);
    }
}

//! What every screen shares: signals, and the way from one screen to the next.

use std::ops::Deref;

use crate::prelude::*;
use mot_cua_contract::answer::Answer;
use mot_cua_contract::place::Place;
use mot_cua_contract::text::Text;
#[cfg(not(feature = "full"))]
use mot_cua_survey::Definition;

use crate::browser::static_form::StaticForm;
use crate::browser::{address, files, prefs};
use crate::config::Config;
use crate::delivery::Delivery;
use crate::elsewhere;
#[cfg(not(feature = "full"))]
use crate::look::Look;
use crate::start::words_of_this_page;
use crate::words::Words;

/// One thing at a time. `location.hash` follows it on our own page; in a host page it is only a signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Screen {
    /// The faces: the static form.
    Rate,
    /// The survey's further questions, by number of the step.
    More(usize),
    Thanks,
    Look,
    /// A procedure by its code.
    Procedure(String),
    /// What is still on this phone.
    Pending,
    /// A screen that only another page has, by its hash.
    Elsewhere(String),
}

impl Screen {
    /// As `location.hash` spells it, without `#`.
    pub(crate) fn hash(&self) -> String {
        match self {
            Self::Rate => "rate".to_owned(),
            Self::More(step) => ["more", &step.to_string()].join("/"),
            Self::Thanks => "thanks".to_owned(),
            Self::Look => "look".to_owned(),
            Self::Procedure(code) => ["p", code].join("/"),
            Self::Pending => "pending".to_owned(),
            Self::Elsewhere(hash) => hash.clone(),
        }
    }

    /// `None`: nothing that we know.
    pub(crate) fn from_hash(hash: &str) -> Option<Self> {
        let (name, rest) = hash.split_once('/').unwrap_or((hash, ""));
        Some(match name {
            "rate" => Self::Rate,
            "more" => Self::More(rest.parse().unwrap_or(0)),
            "thanks" => Self::Thanks,
            "look" => Self::Look,
            "p" if !rest.is_empty() && rest.len() < 32 => Self::Procedure(rest.to_owned()),
            "pending" => Self::Pending,
            _ if elsewhere::is_elsewhere(hash) => Self::Elsewhere(hash.to_owned()),
            _ => return None,
        })
    }
}

/// The one [`Shared`] of a mounted page. Four bytes, so that every closure of every view can hold it.
#[derive(Clone, Copy)]
pub(crate) struct App(&'static Shared);

impl Deref for App {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

/// What all screens share.
pub(crate) struct Shared {
    pub(crate) config: Fixed<Config>,
    #[cfg(not(feature = "full"))]
    pub(crate) survey: Fixed<Definition>,
    pub(crate) delivery: Fixed<Delivery>,
    pub(crate) form: Fixed<StaticForm>,
    pub(crate) words: RwSignal<Words>,
    pub(crate) lang: RwSignal<String>,
    pub(crate) screen: RwSignal<Screen>,
    pub(crate) place: RwSignal<Place>,
    /// The answer of this visit. `None`: nobody has tapped yet.
    pub(crate) answer: RwSignal<Option<Answer>>,
    #[cfg(not(feature = "full"))]
    pub(crate) look: Look,
    /// [`clock::minute`](crate::browser::clock::minute), kept up to date while the page is open.
    #[cfg(feature = "more")]
    pub(crate) minute: RwSignal<u32>,
    #[cfg(feature = "more")]
    pub(crate) wards: crate::ward::WardFile,
    #[cfg(feature = "full")]
    pub(crate) run: crate::survey::Driver,
    #[cfg(feature = "full")]
    pub(crate) photos: crate::photos::Photos,
}

impl App {
    /// The page lives as long as its document, and this as long as the page.
    pub(crate) fn new(shared: Shared) -> Self {
        Self(Box::leak(Box::new(shared)))
    }

    /// Words of the pack, following the language.
    pub(crate) fn t(self, key: &'static str) -> impl Fn() -> String + Copy + 'static {
        move || self.word(key)
    }

    /// Words of the pack, now. Call it in a reactive closure.
    pub(crate) fn word(self, key: &str) -> String {
        self.words.with(|words| words.get(key))
    }

    /// Words of the pack with `{0}` filled in, now.
    pub(crate) fn word_with(self, key: &str, value: &str) -> String {
        self.words.with(|words| words.with(key, value))
    }

    /// A text of a definition or of the site, in the language of now. Call it in a reactive closure.
    pub(crate) fn text(self, text: &Text) -> String {
        self.lang.with(|lang| text.get(lang).to_owned())
    }

    /// Goes to a screen; the address follows, so that "back" comes back here.
    pub(crate) fn go(self, screen: Screen) {
        if self.is_page() {
            address::push(&screen.hash());
        }
        self.screen.set(screen);
    }

    /// One screen back, as the phone's own button does it.
    pub(crate) fn back(self, otherwise: Screen) {
        if self.is_page() && address::has_own_past() {
            address::back();
        } else {
            self.go(otherwise);
        }
    }

    /// Whether there is anything to look up.
    pub(crate) fn has_look(self) -> bool {
        #[cfg(not(feature = "full"))]
        return self.look.exists();
        // In a host page there is no address by which the other page could be had.
        #[cfg(feature = "full")]
        return self.is_page() && self.config.with_value(|config| config.catalogue_index.is_some());
    }

    /// Whether the site's survey runs in the page that has every question type, and this is the other.
    #[cfg(feature = "more")]
    pub(crate) fn asks_elsewhere(self) -> bool {
        self.config.with_value(|config| {
            config.surveys.get(&config.survey).is_some_and(|file| file.get("build").is_some())
        })
    }

    pub(crate) fn is_page(self) -> bool {
        self.config.with_value(|config| config.mode == mot_cua_contract::Mode::Page)
    }

    /// Switches the language; the old words stay until the new ones are here.
    pub(crate) fn speak(self, lang: String) {
        let url =
            self.config.with_value(|config| config.locales.get(&lang).map(|url| words_of_this_page(url)));
        let Some(url) = url else { return };
        files::read(url, move |text| {
            let read = text.ok().and_then(|text| self.words.with_untracked(|old| Words::read(&text, old)));
            if let Some(words) = read {
                self.words.set(words);
                prefs::set("lang", &lang);
                self.form.with_value(|form| form.set_language(&lang));
                #[cfg(feature = "full")]
                self.run.speak(&lang);
                self.lang.set(lang);
            }
        });
    }
}

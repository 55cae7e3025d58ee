//! Photos in answers, driven by the browser: kept before the answer that names them is, and sent after it.

mod give;
mod line;
mod perform;

use std::cell::{Cell, OnceCell, RefCell};

use mot_cua_outbox::{Now, Photo, PhotoInput, PhotoKeeping};
use wasm_bindgen_futures::spawn_local;

use crate::app::App;
use crate::browser::lifecycle::{self, Moment};
use crate::browser::picture::{self, Bytes};
use crate::browser::timer::Timer;
use crate::browser::{clock, photo_store};
use crate::config::Config;
use crate::delivery::Delivery;
use crate::prelude::*;
use crate::rating;

pub(crate) use line::{line, waiting};

/// The photos of this phone. It lives as long as the document.
#[derive(Clone, Copy)]
pub(crate) struct Photos(&'static Inner);

struct Inner {
    delivery: Delivery,
    /// Whether the backend takes any.
    taken: bool,
    read: Cell<bool>,
    machine: RefCell<mot_cua_outbox::Photos>,
    timer: OnceCell<Timer>,
    /// Bytes that storage did not take, by key.
    held: RefCell<Vec<(String, Bytes)>>,
    /// Addresses for `<img>`, by hash; those of this document, and of what waits.
    urls: RefCell<Vec<(String, String)>>,
    /// Told after every event.
    tick: RwSignal<u32>,
    /// Photos that are being made smaller.
    busy: RwSignal<u32>,
}

impl Photos {
    /// Reads what waits, and begins to send.
    pub(crate) fn start(delivery: Delivery, config: &Config) -> Self {
        let home = Owner::new();
        let (tick, busy) = home.with(|| (RwSignal::new(0), RwSignal::new(0)));
        std::mem::forget(home);
        let inner: &'static Inner = Box::leak(Box::new(Inner {
            delivery,
            taken: config.submit.attachments.is_some(),
            read: Cell::new(false),
            machine: RefCell::default(),
            timer: OnceCell::new(),
            held: RefCell::default(),
            urls: RefCell::default(),
            tick,
            busy,
        }));
        let _ = inner.timer.set(Timer::new(|| inner.feed(PhotoInput::Due)));
        lifecycle::listen(move |moment| match moment {
            Moment::Online => inner.feed(PhotoInput::Online),
            Moment::Shown => inner.feed(PhotoInput::Wake),
            Moment::Hidden => {}
        });
        spawn_local(inner.read());
        Self(inner)
    }

    /// Goes on whenever something became of an answer. Once there is an executor.
    pub(crate) fn follow(self) {
        let pending = self.0.delivery.pending();
        crate::html::always(move || {
            pending.with(|_| ());
            let waiting: Vec<String> =
                self.0.machine.borrow().waiting().map(|photo| photo.id.clone()).collect();
            for id in waiting.into_iter().filter(|id| self.0.delivery.is_deleted(id)) {
                self.0.feed(PhotoInput::Deleted { id });
            }
            self.0.feed(PhotoInput::Due);
        });
    }

    /// Whether the site's backend takes photos.
    pub(crate) fn are_taken(self) -> bool {
        self.0.taken
    }

    /// Its owner took it out of this visit's answer.
    pub(crate) fn take_out(self, app: App, sha256: &str) {
        let id = rating::own_id(app);
        self.0.feed(PhotoInput::TakenOut { key: [&id, ":", sha256].concat() });
        self.0.hide(sha256);
    }

    /// Its owner deletes the answer.
    pub(crate) fn forget(self, id: &str) {
        self.0.feed(PhotoInput::Deleted { id: id.to_owned() });
    }

    /// Tries again, what was refused too.
    pub(crate) fn retry(self) {
        self.0.feed(PhotoInput::Retry);
    }

    /// What may be said of the photos of that answer. Call it in a reactive closure.
    pub(crate) fn keeping(self, id: &str) -> PhotoKeeping {
        self.0.tick.get();
        self.0.machine.borrow().keeping(id)
    }

    /// Ids of answers that left without their photos. Call it in a reactive closure.
    pub(crate) fn left_behind(self) -> Vec<String> {
        self.0.tick.get();
        let mut ids: Vec<String> = Vec::new();
        for photo in self.0.machine.borrow().waiting() {
            if !ids.contains(&photo.id) && self.0.delivery.has_arrived(&photo.id) {
                ids.push(photo.id.clone());
            }
        }
        ids
    }

    /// Whether one is only in this page's memory. Call it in a reactive closure.
    pub(crate) fn is_at_stake(self) -> bool {
        self.0.tick.get();
        !self.0.held.borrow().is_empty()
    }

    /// Whether it is known what waits. Before that nothing is said to be sent.
    pub(crate) fn is_read(self) -> bool {
        self.0.read.get()
    }

    /// Whether one is being made smaller, untracked.
    pub(crate) fn is_busy(self) -> bool {
        self.0.busy.get_untracked() > 0
    }

    /// Address of the photo for `<img>`. `None`: it left this phone. Call it in a reactive closure.
    pub(crate) fn url(self, sha256: &str) -> Option<String> {
        self.0.tick.get();
        let urls = self.0.urls.borrow();
        urls.iter().find(|(of, _)| of == sha256).map(|(_, url)| url.clone())
    }
}

impl Inner {
    fn feed(&'static self, input: PhotoInput) {
        let now = Now { mono: clock::steady_ms(), wall: clock::now_ms() };
        let arrived = |id: &str| self.taken && self.delivery.has_arrived(id);
        let orders = self.machine.borrow_mut().step(input, now, clock::random_u32(), &arrived);
        for order in orders {
            self.perform(order);
        }
        self.tick.update(|tick| *tick = tick.wrapping_add(1));
    }

    async fn read(&'static self) {
        let rows = photo_store::all().await.unwrap_or_default();
        let mut photos = Vec::new();
        for (text, bytes) in rows {
            if let Some(photo) = Photo::read(&text) {
                self.show(&photo.sha256, &bytes);
                photos.push(photo);
            }
        }
        self.read.set(true);
        self.feed(PhotoInput::Load(photos));
    }

    fn show(&self, sha256: &str, bytes: &Bytes) {
        let known = self.urls.borrow().iter().any(|(of, _)| of == sha256);
        if let Some(url) = picture::url_of(bytes).filter(|_| !known) {
            self.urls.borrow_mut().push((sha256.to_owned(), url));
        }
    }

    fn hide(&self, sha256: &str) {
        self.urls.borrow_mut().retain(|(of, url)| {
            if of == sha256 {
                picture::revoke(url);
            }
            of != sha256
        });
    }
}

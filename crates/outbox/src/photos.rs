//! Photos in answers, on their way: a state machine without I/O beside [`crate::Outbox`], with its patience and its words.
//!
//! An answer waits for no photo: it names the photo by its hash, goes first, and the photo follows when the backend has the
//! answer. So a photo that is refused, or that no network carries, holds up nothing. A photo leaves the phone only when the
//! backend has it, or its owner takes it out or deletes the answer. Sent twice it is there once: its name is its hash.

mod reply;
mod request;
mod step;

use mot_cua_contract::lean::Writer;
use mot_cua_contract::lean_struct;

use crate::backoff::Backoff;
use crate::input::{Durability, Outcome};
use crate::keeping::Trouble;

pub use request::{judge_photo, photo_request};

/// One photo of the answer `id`, as storage has it beside the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    pub id: String,
    /// Of the bytes, hex.
    pub sha256: String,
    /// Status with which the backend refused it for good. `None`: it did not.
    pub refused: Option<u16>,
}

lean_struct!(Photo { id: "id", sha256: "sha256", refused: "refused" });

/// What happens to them.
#[derive(Debug, Clone)]
pub enum PhotoInput {
    /// What storage holds, at the start and whenever it was read again.
    Load(Vec<Photo>),
    /// A photo was given, and storage has it, or failed to take it.
    Added(Photo, Durability),
    /// Its owner took it out of the answer.
    TakenOut { key: String },
    /// Its owner deletes the answer.
    Deleted { id: String },
    /// Another tab removed its bytes.
    Gone { key: String },
    /// The request for `key` ended.
    Reply { key: String, outcome: Outcome },
    /// Perhaps an answer arrived; or the time of the last [`PhotoOutput::Wait`] came.
    Due,
    /// The browser believes that a network is there.
    Online,
    /// The page is seen again.
    Wake,
    /// A person asks to try again, what was refused too.
    Retry,
}

/// What the driver has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PhotoOutput {
    /// Send the bytes of `key`, and feed back a reply.
    Send { key: String, sha256: String },
    /// Write this beside the bytes that storage has.
    Mark(Photo),
    /// Remove it from storage: the backend has it, or its owner wants it gone.
    Remove { key: String },
    /// Feed back [`PhotoInput::Due`] at this time of the steady clock. `None`: not by itself.
    Wait { until: Option<u64> },
}

/// The truth about the photos of one answer, those that have not left.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PhotoKeeping {
    /// None is here (any more).
    #[default]
    Nothing,
    /// On this phone, to be sent after the answer.
    Kept { trouble: Option<Trouble> },
    /// At least one is only in this page's memory.
    Unkept,
    /// At least one was refused for good, and is on this phone.
    Refused,
}

/// All photos that this phone holds for one backend.
#[derive(Debug, Default)]
pub struct Photos {
    all: Vec<Held>,
    flying: Option<String>,
    backoff: Backoff,
    /// What the driver was told of when to come back. `None`: nothing yet; `Some(None)`: never.
    #[expect(clippy::option_option, reason = "told nothing is not told never")]
    plan: Option<Option<u64>>,
    out: Vec<PhotoOutput>,
}

#[derive(Debug)]
struct Held {
    photo: Photo,
    durability: Durability,
}

impl Photo {
    /// What it is stored under: the same photo in two answers is two.
    pub fn key(&self) -> String {
        [&self.id, ":", &self.sha256].concat()
    }

    /// Reads what was stored. `None`: damaged.
    pub fn read(text: &str) -> Option<Self> {
        mot_cua_contract::lean::read(text)
    }

    /// As it is stored.
    pub fn text(&self) -> String {
        let mut all = Writer::object();
        all.text("id", &self.id);
        all.text("sha256", &self.sha256);
        if let Some(status) = self.refused {
            all.number("refused", u64::from(status));
        }
        all.end()
    }
}

impl Photos {
    /// What may be said of the photos of `id`.
    pub fn keeping(&self, id: &str) -> PhotoKeeping {
        let mut worst = PhotoKeeping::Nothing;
        for held in self.all.iter().filter(|held| held.photo.id == id) {
            worst = match (held.photo.refused, held.durability, worst) {
                (Some(_), ..) => return PhotoKeeping::Refused,
                (None, Durability::Volatile, _) | (.., PhotoKeeping::Unkept) => PhotoKeeping::Unkept,
                (None, Durability::Durable, _) => PhotoKeeping::Kept { trouble: self.backoff.trouble },
            };
        }
        worst
    }

    /// What is still here, oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Photo> {
        self.all.iter().map(|held| &held.photo)
    }

    fn position(&self, key: &str) -> Option<usize> {
        self.all.iter().position(|held| held.photo.key() == key)
    }
}

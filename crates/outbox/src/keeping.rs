//! What a citizen may be told. Codes only; the words are the language pack's.

/// The truth about the newest revision of one answer.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Keeping {
    /// Nothing is known of it.
    #[default]
    Nothing,
    /// Being written. Nothing may be promised yet.
    Saving,
    /// Durably on this phone; waits to be sent.
    Kept { trouble: Option<Trouble> },
    /// Durably on this phone, and a request with it is under way.
    Sending,
    /// The backend has it. `at_ms`: the phone's clock, milliseconds since 1970.
    Sent { at_ms: f64, receipt: String },
    /// Only in this page's memory: it is gone when the page is closed before it is sent.
    Unkept { trouble: Option<Trouble> },
    /// On this phone; the backend refuses it for good. `field`: which part, if it said so.
    Refused { status: u16, field: Option<String> },
    /// Too large as a whole: the backend has its short answers; the whole, with its long texts, is on this phone alone.
    Shortened,
    /// Its owner deleted it; the backend does not know yet.
    Deleting { trouble: Option<Trouble> },
    /// Deleted, here and at the backend.
    Deleted,
    /// Deleted here; the backend knows no deletion, and may have it.
    Forgotten,
}

/// Why the last attempt of any answer did not succeed. Gone with the next success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    NoConnection,
    /// The backend asks for patience, or has a fault.
    Busy,
    /// Something else answered: most likely the login page of a Wi-Fi network.
    LoginPage,
    /// The address moved, or the right to use it ended: somebody at the ward has to look.
    Paused {
        status: u16,
    },
    /// The page around this one forbids the connection (CSP `connect-src`): a matter of whoever runs that page.
    Blocked,
}

/// Whether an answer takes changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changes {
    Open,
    /// Sent once and for all (adapter mode `final`), or deleted.
    Closed,
}

/// One answer that has not left yet, for the screen that lists them. The answer itself: [`crate::Outbox::latest`].
#[derive(Debug, Clone, PartialEq)]
pub struct PendingItem {
    pub id: String,
    /// Ten characters; empty where the id is none of ours.
    pub receipt: String,
    pub keeping: Keeping,
}

/// Something stored that cannot be read. It is left where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damaged {
    pub key: String,
    pub text: String,
}

//! The keys that issue and verify tokens, as a file holds them.

use std::fmt;

use super::base32;

/// One secret and its number, 1 to 255.
pub struct Key {
    id: u8,
    secret: [u8; 32],
}

impl Key {
    /// `secret` is 256 random bits. Number 0 is none.
    pub fn new(id: u8, secret: [u8; 32]) -> Option<Self> {
        (id > 0).then_some(Self { id, secret })
    }

    pub fn id(&self) -> u8 {
        self.id
    }

    pub(super) fn secret(&self) -> &[u8; 32] {
        &self.secret
    }

    /// The line of a key file.
    pub fn line(&self) -> String {
        [&self.id.to_string(), " ", &base32::write(&self.secret)].concat()
    }
}

/// Without the secret: it must never get into a log.
impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key").field("id", &self.id).finish_non_exhaustive()
    }
}

/// All keys that are good. The last issues; the others verify what was issued before. A key that is taken out is replaced:
/// its tokens count no more.
#[derive(Debug, Default)]
pub struct Ring(Vec<Key>);

/// What is wrong in a key file. It names the line and never what stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RingError {
    /// Not `NUMBER SECRET`, with a number from 1 to 255 and 52 characters of base 32.
    Unreadable { line: usize },
    /// A number that an earlier line has.
    Repeated { line: usize },
}

impl Ring {
    /// One key a line; empty lines and those that begin with `#` are skipped.
    ///
    /// # Errors
    /// [`RingError`].
    pub fn read(text: &str) -> Result<Self, RingError> {
        let mut ring = Self::default();
        for (line, text) in (1..).zip(text.lines()) {
            let text = text.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            let key = text
                .split_once(' ')
                .and_then(|(id, secret)| Key::new(id.parse().ok()?, base32::read(secret.trim())?));
            let key = key.ok_or(RingError::Unreadable { line })?;
            if ring.key(key.id).is_some() {
                return Err(RingError::Repeated { line });
            }
            ring.0.push(key);
        }
        Ok(ring)
    }

    /// The one that issues. `None`: there is no key.
    pub fn newest(&self) -> Option<&Key> {
        self.0.last()
    }

    pub fn key(&self, id: u8) -> Option<&Key> {
        self.0.iter().find(|key| key.id == id)
    }

    /// The number of the next key. `None`: all 255 are taken.
    pub fn next_id(&self) -> Option<u8> {
        match self.0.iter().map(Key::id).max() {
            None => Some(1),
            Some(highest) => highest.checked_add(1).or_else(|| (1..=255).find(|id| self.key(*id).is_none())),
        }
    }
}

impl fmt::Display for RingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { line } => {
                write!(
                    f,
                    "line {line} is no key: expected a number from 1 to 255, a space, and 52 letters and digits"
                )
            }
            Self::Repeated { line } => write!(f, "line {line} has the number of an earlier key"),
        }
    }
}

impl std::error::Error for RingError {}

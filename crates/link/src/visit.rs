//! Visit tokens: what a queue ticket's code carries, so that one visit rates once.
//!
//! A token is 28 bytes in base 32, 45 characters: key id (1 byte), expiry (3, hours since 1970), nonce (8), and HMAC-SHA256
//! cut to 128 bits (16) over label, unit, counter, key id, expiry and nonce, each after its length. There is no field that
//! names an algorithm, and only one way to spell a token. It says nothing about who came, nor the minute.

mod base32;
mod key;
mod mac;

use mot_cua_contract::Place;

pub use key::{Key, Ring, RingError};
pub use mac::Mac;
use mac::mac;

/// What a phone without a connection kept may come so many hours after the token's end.
pub const GRACE_HOURS: u32 = 30 * 24;
/// Characters of a token.
pub const LENGTH: usize = 45;

const BYTES: usize = 28;
const LABEL: &[u8] = b"mot-cua visit 1";

/// Why a token counts for nothing. The answer that brought it is taken all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reject {
    /// Cut short, too long, or spelled in another way.
    Malformed,
    /// Of a key that is not, or no longer, in the ring.
    UnknownKey,
    /// Altered, or issued for another unit or counter.
    NotGenuine,
    /// Its end, and the hours of grace, are over.
    Expired,
}

impl Reject {
    pub fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::UnknownKey => "unknown-key",
            Self::NotGenuine => "not-genuine",
            Self::Expired => "expired",
        }
    }
}

/// When a genuine token came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    InTime,
    /// After its end, within the hours of grace.
    Late,
}

/// A token that was issued here, for this place.
#[derive(Debug)]
pub struct Visit<'r> {
    key: &'r Key,
    token: [u8; BYTES],
    pub when: When,
    /// Hour since 1970 in which it ends.
    pub expires: u32,
}

impl Visit<'_> {
    /// What the token is remembered by. Without the key nobody can tell which token it was.
    pub fn mark(&self) -> Mac {
        mac(self.key, &[b"mot-cua visit mark", &self.token])
    }

    /// What the answer that it belongs to is remembered by: of no use for finding that answer without key and token.
    pub fn holder(&self, answer: &str) -> Mac {
        mac(self.key, &[b"mot-cua visit holder", &self.token, answer.as_bytes()])
    }
}

/// A new token for a counter, or for a whole unit. `nonce` is random; `expires` counts hours since 1970 and must fit 24 bits
/// (the year 3883), else it is cut to them.
pub fn issue(key: &Key, desk: &Place, expires: u32, nonce: [u8; 8]) -> String {
    let mut token = [0; BYTES];
    let [_, a, b, c] = expires.to_be_bytes();
    let head = [key.id(), a, b, c].into_iter().chain(nonce);
    let tag = sign(key, &desk.unit, desk.counter.as_deref(), &[key.id()], &[a, b, c], &nonce);
    token.iter_mut().zip(head.chain(tag)).for_each(|(to, byte)| *to = byte);
    base32::write(&token)
}

/// Whether `token` was issued by a key of the ring for this place. One for a whole unit is good at each of its counters.
/// `now` is in hours since 1970.
///
/// # Errors
/// [`Reject`].
pub fn verify<'r>(ring: &'r Ring, token: &str, place: &Place, now: u32) -> Result<Visit<'r>, Reject> {
    let bytes = base32::read::<BYTES>(token).ok_or(Reject::Malformed)?;
    let (id, rest) = bytes.split_at(1);
    let (expiry, rest) = rest.split_at(3);
    let (nonce, tag) = rest.split_at(8);
    let key = id.first().and_then(|id| ring.key(*id)).ok_or(Reject::UnknownKey)?;
    // Both are compared, whichever fits: the time it takes says nothing.
    let unit = mac::same(&sign(key, &place.unit, None, id, expiry, nonce), tag);
    let counter = mac::same(&sign(key, &place.unit, place.counter.as_deref(), id, expiry, nonce), tag);
    if !(unit | counter) {
        return Err(Reject::NotGenuine);
    }
    let expires = expiry.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte));
    let when = if now < expires {
        When::InTime
    } else if now < expires.saturating_add(GRACE_HOURS) {
        When::Late
    } else {
        return Err(Reject::Expired);
    };
    Ok(Visit { key, token: bytes, when, expires })
}

fn sign(key: &Key, unit: &str, counter: Option<&str>, id: &[u8], expiry: &[u8], nonce: &[u8]) -> Mac {
    // No counter has no characters.
    let counter = counter.unwrap_or_default();
    mac(key, &[LABEL, unit.as_bytes(), counter.as_bytes(), id, expiry, nonce])
}

//! HMAC-SHA256 cut to 128 bits (RFC 2104, section 5), and its comparison.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::Key;

pub type Mac = [u8; 16];

/// Over the parts, each after its length: "ab", "c" is not "a", "bc".
pub(super) fn mac(key: &Key, parts: &[&[u8]]) -> Mac {
    let mut short = [0; 16];
    // HMAC takes a key of any length.
    let Ok(mut hmac) = Hmac::<Sha256>::new_from_slice(key.secret()) else { return short };
    for part in parts {
        hmac.update(&(part.len() as u64).to_be_bytes());
        hmac.update(part);
    }
    short.iter_mut().zip(hmac.finalize().into_bytes()).for_each(|(to, byte)| *to = byte);
    short
}

/// In a time that does not tell where they differ.
pub(super) fn same(ours: &Mac, theirs: &[u8]) -> bool {
    ours.ct_eq(theirs).into()
}

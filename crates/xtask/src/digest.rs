//! Hashes: of names, of integrity, of inputs.

use base64::Engine as _;
use sha2::{Digest as _, Sha256, Sha384};

/// First 8 hex digits of SHA-256: enough to tell two builds of one file apart.
pub(crate) fn short(bytes: &[u8]) -> String {
    let mut text = hex::encode(Sha256::digest(bytes));
    text.truncate(8);
    text
}

/// SHA-384 in base64, as Subresource Integrity writes it (without the `sha384-`).
pub(crate) fn sha384(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(Sha384::digest(bytes))
}

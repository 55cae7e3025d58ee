//! Keys of the desk: who may read what people wrote. Kept as Argon2id only; a key is 125 random bits, so that none can be guessed.

use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use argon2::{Algorithm, Argon2, Params, Version};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

/// Letters of a key, five bits each.
const LETTERS: usize = 25;
/// How long somebody stays in: a working day.
const STAY_S: u64 = 10 * 3_600;

/// OWASP's second choice: 19 MiB, two passes; a tenth of a second.
fn argon2() -> Option<Argon2<'static>> {
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19 * 1024, 2, 1, None).ok()?))
}

/// A new key, as it is written on paper: `7K3QX-0M2VD-…`.
pub fn new_key() -> String {
    let random = [uuid::Uuid::new_v4(), uuid::Uuid::new_v4()].map(uuid::Uuid::into_bytes).concat();
    let bytes = Sha256::digest(random);
    let letters = bytes.iter().take(LETTERS).map(|byte| {
        let at = usize::from(byte & 31);
        char::from(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ".get(at).copied().unwrap_or(b'0'))
    });
    let mut key = String::new();
    for (at, letter) in letters.enumerate() {
        if at > 0 && at.is_multiple_of(5) {
            key.push('-');
        }
        key.push(letter);
    }
    key
}

/// Its Argon2id, to keep. `None`: this machine has not the memory.
pub fn hash(key: &str) -> Option<String> {
    let salt = SaltString::encode_b64(uuid::Uuid::new_v4().as_bytes()).ok()?;
    let hash = argon2()?.hash_password(plain(key).as_bytes(), &salt).ok()?;
    Some(hash.to_string())
}

/// Whether the key is the one that was kept. Takes a tenth of a second: not on a thread that serves others.
pub fn fits(key: &str, hash: &str) -> bool {
    let Ok(hash) = PasswordHash::new(hash) else { return false };
    argon2().is_some_and(|argon2| argon2.verify_password(plain(key).as_bytes(), &hash).is_ok())
}

/// As people copy it: in any case, with or without its dashes, O for 0.
fn plain(key: &str) -> String {
    let letters = key.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase());
    letters
        .map(|c| match c {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        })
        .collect()
}

/// What a browser keeps while somebody is in: the key's name, until when, and a proof that only who has the hash can make. It ends
/// with its hour, and with the key.
pub fn stay(name: &str, hash: &str, now_s: u64) -> String {
    let until = now_s + STAY_S;
    format!("{}.{until}.{}", hex::encode(name), proof(name, hash, until))
}

/// Whose it is. `keys`: names and hashes. `None`: nobody's, or over.
pub fn who(stay: &str, keys: &[(String, String)], now_s: u64) -> Option<String> {
    let mut parts = stay.split('.');
    let (name, until, proof) = (parts.next()?, parts.next()?, parts.next()?);
    let name = String::from_utf8(hex::decode(name).ok()?).ok()?;
    let until: u64 = until.parse().ok().filter(|until| *until > now_s && *until <= now_s + STAY_S)?;
    let (_, hash) = keys.iter().find(|(of, _)| *of == name)?;
    let made = self::proof(&name, hash, until);
    bool::from(subtle::ConstantTimeEq::ct_eq(made.as_bytes(), proof.as_bytes())).then_some(name)
}

fn proof(name: &str, hash: &str, until: u64) -> String {
    // Any length of key will do for HMAC.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(hash.as_bytes()) else { return String::new() };
    mac.update(format!("{until} {name}").as_bytes());
    hex::encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_opens_however_it_is_typed_and_no_other_does() {
        let key = new_key();
        assert_eq!((key.len(), key.matches('-').count()), (29, 4), "{key}");
        let hash = hash(&key).unwrap_or_default();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$") && !hash.contains(&key));
        assert!(fits(&key, &hash) && fits(&key.replace('-', " ").to_lowercase(), &hash));
        assert!(!fits(&new_key(), &hash) && !fits("", &hash) && !fits(&key, "") && !fits(&key, &key));
    }

    #[test]
    fn a_stay_ends_with_its_day_and_with_its_key() {
        let keys = |hash: &str| vec![("ward".to_owned(), hash.to_owned())];
        let stay = stay("ward", "h1", 1_000);
        assert_eq!(who(&stay, &keys("h1"), 1_000).as_deref(), Some("ward"));
        assert_eq!(who(&stay, &keys("h1"), 1_000 + STAY_S), None);
        assert_eq!(who(&stay, &keys("h2"), 1_000), None);
        assert_eq!(who(&stay, &[], 1_000), None);
        let longer = stay.replace("37000", "37001");
        assert_eq!(who(&longer, &keys("h1"), 1_001), None);
        for bad in ["", ".", "..", "zz.1.", "776172642.9.9", "ư.ư.ư"] {
            assert_eq!(who(bad, &keys("h1"), 1_000), None, "{bad}");
        }
    }
}

//! A key file and a token of a visit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use mot_cua_contract::Place;
use mot_cua_link::visit::{Ring, verify};

const KEYS: &str = "7 A4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQOBYHA4DQ";

fuzz_target!(|text: &str| {
    let (keys, token) = text.rsplit_once('\n').unwrap_or((KEYS, text));
    if let Ok(ring) = Ring::read(keys) {
        let _ = verify(&ring, token, &Place::unit("04795"), 500_000);
    }
});

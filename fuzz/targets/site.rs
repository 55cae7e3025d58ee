//! `site.json`, an answer, and the data block of a page.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = mot_cua_contract::Site::read(text);
    let _ = mot_cua_contract::lean::read::<mot_cua_contract::Answer>(text);
    let _ = mot_cua_contract::lean::read::<mot_cua_contract::block::Block>(text);
});

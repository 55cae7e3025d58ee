//! The few tags that a text may have.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = mot_cua_survey::markup::read(text);
});

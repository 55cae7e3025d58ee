//! Rows of a phone's storage, whatever became of them.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = mot_cua_outbox::Record::read(text);
    let _ = mot_cua_outbox::Fact::read(text);
});

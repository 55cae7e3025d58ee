//! A definition, by each of its three readers.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = mot_cua_survey::Definition::parse(text);
    let _ = mot_cua_survey::model::Model::parse(text);
    let _ = mot_cua_survey::lint::inspect::inspect(text);
});

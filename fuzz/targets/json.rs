//! The page's own reader of JSON.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Some(value) = mot_cua_contract::lean::parse(text) {
        let written = mot_cua_contract::lean::write(&value);
        // Beyond fifteen digits a near number is written, so the values are not compared.
        assert!(mot_cua_contract::lean::parse(&written).is_some());
    }
});

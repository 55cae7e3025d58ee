//! An index that a host serves, and what people type.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (index, query) = text.split_once('\n').unwrap_or(("", text));
    let _ = mot_cua_catalogue::fold::fold(query);
    if let Some(index) = mot_cua_catalogue::Index::parse(index) {
        let _ = index.search(query, 20);
    }
});

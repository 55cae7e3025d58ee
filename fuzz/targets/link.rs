//! What a printed code or a pasted address says.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let read = mot_cua_link::read(text);
    // What was understood is written as it is read again.
    if let Some(place) = &read.place {
        let again = mot_cua_link::read(&format!("/{}", mot_cua_link::write(place, read.token.as_deref())));
        assert_eq!(again.place.as_ref(), Some(place));
    }
});

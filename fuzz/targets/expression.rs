//! A condition that a designer writes.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(expression) = mot_cua_survey::expression::Expression::parse(text) {
        let _ = expression.variables().count();
    }
});

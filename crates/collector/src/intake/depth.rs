//! How deep JSON goes, told from its bytes before any parser recurses into it.

/// Whether brackets stand inside brackets more than `most` deep. Bytes that are no JSON give some answer; the parser refuses them.
pub(super) fn deeper_than(bytes: &[u8], most: usize) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in bytes {
        match (in_string, escaped, byte) {
            (true, true, _) => escaped = false,
            (true, false, b'\\') => escaped = true,
            (true, false, b'"') => in_string = false,
            (false, _, b'"') => in_string = true,
            (false, _, b'{' | b'[') => {
                depth += 1;
                if depth > most {
                    return true;
                }
            }
            (false, _, b'}' | b']') => depth = depth.saturating_sub(1),
            (true, false, _) | (false, ..) => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_brackets_outside_of_strings() {
        assert!(!deeper_than("[".repeat(32).as_bytes(), 32));
        assert!(deeper_than("[".repeat(33).as_bytes(), 32));
        assert!(!deeper_than(br#"["[[[[\"[[[["]"#, 1));
        assert!(deeper_than(br#"["\\",[1]]"#, 1));
    }
}

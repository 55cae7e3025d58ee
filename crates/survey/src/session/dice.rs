//! Random order from a seed: the same for the same citizen, however often the page is built.

/// Fisher and Yates' shuffle, by the generator "mulberry32".
#[allow(clippy::cast_possible_truncation, reason = "a seed of 32 bits")]
pub(super) fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = (seed ^ (seed >> 32)) as u32;
    for last in (1..items.len()).rev() {
        state = state.wrapping_add(0x6D2B_79F5);
        let mut mixed = (state ^ (state >> 15)).wrapping_mul(state | 1);
        mixed ^= mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(mixed | 0x3D));
        let number = u64::from(mixed ^ (mixed >> 14));
        // 0 to `last`, evenly: 32 random bits of the range.
        let at = (number * (last as u64 + 1)) >> 32;
        items.swap(last, at as usize);
    }
}

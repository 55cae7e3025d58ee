//! Decimal digits and `f64`, both ways, without the tables of the standard library: those weigh 13 KB in the page, brotli, since
//! powers of ten do not compress.

/// 10²² is the last power of ten that `f64` holds exactly.
const EXACT: i32 = 22;
/// Up to here every whole number has its own `f64`.
const WHOLE: f64 = 9_007_199_254_740_992.0;

/// `size` × 10^`scale`. Exact to the last bit where one step of 10²² is enough, as `serde_json` reckons too; infinite where it
/// is too great.
#[inline(never)]
pub(super) fn scaled(mut size: f64, mut scale: i32) -> f64 {
    while scale != 0 && size != 0.0 && size.is_finite() {
        let step = scale.clamp(-EXACT, EXACT);
        let mut power = 1.0;
        for _ in 0..step.unsigned_abs() {
            power *= 10.0;
        }
        size = if step < 0 { size / power } else { size * power };
        scale -= step;
    }
    size
}

/// The fewest digits, and their power of ten, that [`number`] reads back as the same number: up to fifteen of them and within
/// 10²²; beyond that a near one. `size` is finite and not negative.
#[inline(never)]
pub fn shortest(size: f64) -> (u64, i32) {
    let digits = |scale: i32| {
        let digits = scaled(size, -scale);
        // From 2⁵² on there are no halves.
        let digits = if digits < WHOLE / 2.0 { digits + 0.5 } else { digits };
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "below 2⁵³ and not negative"
        )]
        (digits < WHOLE).then_some(digits as u64)
    };
    #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "below 2⁵³, and the very same is meant")]
    let same = |scale: &i32| digits(*scale).is_some_and(|digits| scaled(digits as f64, *scale) == size);
    // Places behind the point first: what people and clocks write.
    let scale = (-17..=0)
        .rev()
        .find(same)
        .or_else(|| (1..=308).rev().find(same))
        .or_else(|| (-340..=-18).rev().find(same));
    let scale = scale.or_else(|| (-340..=308).find(|scale| digits(*scale).is_some())).unwrap_or(0);
    (digits(scale).unwrap_or(0), scale)
}

/// Sign, digits, a point, digits, an exponent, as `f64`'s own reader takes them, but no words. `None`: something else.
#[inline(never)]
pub fn number(text: &str) -> Option<f64> {
    let (mut sign, mut size, mut scale, mut any) = (1.0, 0_u64, 0_i32, false);
    let mut step = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => {
                any = true;
                match size.checked_mul(10).and_then(|size| size.checked_add(u64::from(byte - b'0'))) {
                    Some(more) => {
                        size = more;
                        scale += step;
                    }
                    // Digits beyond what a number can carry only count for the scale.
                    None => scale += step + 1,
                }
            }
            b'-' if at == 0 => sign = -1.0,
            b'+' if at == 0 => {}
            b'.' if step == 0 => step = -1,
            b'e' | b'E' if any => {
                let by: i32 = text.get(at + 1..)?.parse().ok()?;
                scale = scale.saturating_add(by);
                break;
            }
            _ => return None,
        }
    }
    #[allow(clippy::cast_precision_loss, reason = "what digits mean is the nearest `f64`")]
    any.then(|| sign * scaled(size as f64, scale))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::number;

    proptest! {
        /// Whatever people type.
        #[test]
        fn decimals_are_read_as_the_standard_library_reads_them(text in "[+-]?[0-9]{0,9}\\.?[0-9]{0,6}([eE][+-]?[0-9])?") {
            prop_assert_eq!(number(&text), text.parse::<f64>().ok());
        }

        #[test]
        fn any_number_is_read_nearly(it in proptest::num::f64::NORMAL) {
            let read = number(&it.to_string()).unwrap_or(f64::NAN);
            prop_assert!((read - it).abs() <= it.abs() * 1e-14, "{} became {}", it, read);
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "1e", "e5", "1.2.3", "--1", "1-", "inf", "NaN", "1e99999999999", "1 "] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}

//! Amounts in JSON: `7`, not `7.0`, so that an imported file reads like one written by hand.

use serde::Serializer;

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
pub(crate) fn plain<S: Serializer>(amount: &f64, to: S) -> Result<S::Ok, S::Error> {
    match whole(*amount) {
        Some(whole) => to.serialize_i64(whole),
        None => to.serialize_f64(*amount),
    }
}

#[allow(clippy::ref_option, reason = "serde calls it with a reference")]
pub(crate) fn plain_option<S: Serializer>(amount: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    match amount {
        Some(amount) => plain(amount, to),
        None => to.serialize_none(),
    }
}

/// `None`: it has a fraction, or is beyond the whole numbers that a double holds exactly.
pub(crate) fn whole(amount: f64) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation, reason = "compared below")]
    let whole = amount as i64;
    #[allow(clippy::cast_precision_loss, clippy::float_cmp, reason = "below 2^53 this is exact")]
    (amount.abs() < 9_007_199_254_740_992.0 && whole as f64 == amount).then_some(whole)
}

//! The answer that is sent: valid, and easy to tell from a citizen's.

use mot_cua_contract::Answer;
use mot_cua_contract::check::{self, Asked};
use mot_cua_contract::time::rounded;

use super::site::Target;

pub(super) use mot_cua_contract::check::MARK;

/// What a citizen would have changed up to the `n`th revision.
pub(super) fn answer(target: &Target, id: &str, n: u32) -> Answer {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    #[allow(clippy::cast_precision_loss, reason = "milliseconds fit for 285,000 years")]
    let saved_at = rounded(now.as_millis() as f64, 420, target.site.privacy.rounding);
    let asked = Asked { question: &target.question, version: &target.survey_version };
    check::answer(&target.site, asked, id, n, saved_at)
}

//! The answer that is sent: valid, and easy to tell from a citizen's.

use mot_cua_contract::time::rounded;
use mot_cua_contract::{Answer, Context, Place};
use serde_json::{Map, Value};

use super::site::Target;

/// `app` of every answer that this check sends.
pub(super) const MARK: &str = "check";

/// What a citizen would have changed up to the `n`th revision: the rating only, so that any survey takes it.
pub(super) fn answer(target: &Target, id: &str, n: u32) -> Answer {
    let unit = target.site.units.first().map(|unit| unit.id.clone()).unwrap_or_default();
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Answer {
        v: mot_cua_contract::answer::VERSION,
        id: id.to_owned(),
        rev: n,
        survey: target.site.survey.clone(),
        survey_version: target.survey_version.clone(),
        place: Place::unit(unit),
        answers: Map::from_iter([(target.question.clone(), Value::from(n))]),
        complete: false,
        #[allow(clippy::cast_precision_loss, reason = "milliseconds fit for 285,000 years")]
        saved_at: rounded(now.as_millis() as f64, 420, target.site.privacy.rounding),
        seconds: None,
        lang: target.site.default_language().to_owned(),
        app: MARK.to_owned(),
        context: Context::default(),
        token: None,
    }
}

//! The visit token of an answer: judged, then taken out. No stored answer holds one.

use mot_cua_contract::time::rounded;
use mot_cua_contract::{Answer, Mode};
use mot_cua_link::visit::{GRACE_HOURS, When, verify};
use serde_json::{Map, Value};

use super::{Desk, MINUTES_EAST};
use crate::store::{Tier, Visit};

const HOUR_MS: f64 = 3_600_000.0;

/// How the answer came, as far as that can be told without looking which tokens were used. A token that is not good is no
/// reason to refuse an answer: the citizen cannot know.
pub(super) fn judge(answer: &Answer, desk: &Desk) -> (Tier, Option<Visit>) {
    let plain = if answer.context.mode == Mode::Embed { Tier::Embed } else { Tier::Poster };
    let Some(token) = &answer.token else { return (plain, None) };
    let visit = match verify(&desk.visits, token, &answer.place, hour(desk.clock.unix_ms())) {
        Ok(visit) => visit,
        Err(reject) => {
            tracing::info!(
                reason = reject.name(),
                "a visit token counts for nothing; the answer is taken without it"
            );
            return (plain, None);
        }
    };
    let late = visit.when == When::Late;
    let mut until = rounded(
        f64::from(visit.expires.saturating_add(GRACE_HOURS)) * HOUR_MS,
        MINUTES_EAST,
        desk.site.privacy.rounding,
    );
    until.truncate(7);
    let (mark, holder) = (hex::encode(visit.mark()), hex::encode(visit.holder(&answer.id)));
    (if late { Tier::TokenLate } else { Tier::Token }, Some(Visit { mark, holder, late, until }))
}

/// The body without its token. What else stands in it stays, in its order.
pub(super) fn without_token(answer: &mut Answer, body: String) -> String {
    if answer.token.take().is_none() {
        return body;
    }
    let Ok(mut members) = serde_json::from_str::<Map<String, Value>>(&body) else { return answer.to_json() };
    members.shift_remove("token");
    Value::Object(members).to_string()
}

/// Hours since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn hour(unix_ms: f64) -> u32 {
    (unix_ms / HOUR_MS).clamp(0.0, f64::from(u32::MAX)) as u32
}

//! What an answer of the backend means.

use serde_json::Value;

use super::fill::Filling;
use super::{Kind, Response, Rule, Submit, Verdict};
use crate::answer::Answer;
use crate::lean;
use crate::problem::Problem;

impl Submit {
    /// What `response` says about `answer`.
    pub fn judge(&self, answer: &Answer, response: &Response) -> Verdict {
        let verdict = match self.kind {
            Kind::MotCua => judge_mot_cua(answer, response),
            Kind::Json | Kind::Form | Kind::Postgrest => self.judge_rules(answer, response),
        };
        verdict.unwrap_or_else(|| judge_status(response))
    }

    fn judge_rules(&self, answer: &Answer, response: &Response) -> Option<Verdict> {
        let (ack, duplicate) = match self.kind {
            Kind::Postgrest => postgrest(response),
            _ => (false, false),
        };
        let holds = |rule: &Option<Rule>, otherwise: bool| {
            rule.as_ref().map_or(otherwise, |rule| rule.holds(answer, response))
        };
        if holds(&self.ack, ack) {
            return Some(Verdict::Acked);
        }
        holds(&self.duplicate, duplicate).then_some(Verdict::Already)
    }
}

/// `PostgREST`'s own: 201 without a body; 409 with the SQLSTATE of a unique violation, which is that of the primary key
/// (id, rev) as the table has no other.
fn postgrest(response: &Response) -> (bool, bool) {
    if is_html(&response.content_type) {
        return (false, false);
    }
    let code = || lean::parse(&response.body)?.get("code")?.as_str().map(|code| code == "23505");
    (response.status == 201, response.status == 409 && code() == Some(true))
}

/// The collector: 201 or 200 with this id and revision; 422 `conflict` with `stored`; 410 `deleted`.
fn judge_mot_cua(answer: &Answer, response: &Response) -> Option<Verdict> {
    if is_html(&response.content_type) {
        return None;
    }
    match response.status {
        200 | 201 => {
            let body = lean::parse(&response.body)?;
            let same = body.get("id").and_then(Value::as_str) == Some(&answer.id)
                && body.get("rev").and_then(Value::as_u64) == Some(u64::from(answer.rev));
            same.then_some(Verdict::Acked)
        }
        410 | 422 => {
            let problem: Problem = lean::read(&response.body)?;
            if problem.is("deleted") || (problem.is("conflict") && problem.stored == Some(true)) {
                return Some(Verdict::Already);
            }
            (response.status == 422).then_some(Verdict::Refused { status: 422, field: problem.field })
        }
        _ => None,
    }
}

/// What a status means when no rule matched. Nothing here is ever an acknowledgement.
fn judge_status(response: &Response) -> Verdict {
    match response.status {
        // HTML where JSON was due, or a redirect: a captive portal.
        200..=399 if is_html(&response.content_type) => Verdict::LoginPage,
        401 | 403 | 404 | 407 | 410 | 511 => Verdict::Paused { status: response.status },
        400 | 405 | 406 | 411 | 413 | 414 | 415 | 422 => {
            let problem: Option<Problem> = lean::read(&response.body);
            Verdict::Refused { status: response.status, field: problem.and_then(|p| p.field) }
        }
        _ => Verdict::Later { after_ms: response.retry_after.as_deref().and_then(retry_after_ms) },
    }
}

/// `Retry-After` in seconds, clamped to 1 s … 1 h. (The date form needs a clock: the browser's driver turns it into seconds.)
fn retry_after_ms(text: &str) -> Option<u64> {
    let seconds: u64 = text.trim().parse().ok()?;
    Some(seconds.clamp(1, 3600) * 1000)
}

pub(super) fn is_html(content_type: &str) -> bool {
    let media = content_type.split(';').next().unwrap_or_default().trim();
    media.eq_ignore_ascii_case("text/html") || media.eq_ignore_ascii_case("application/xhtml+xml")
}

impl Rule {
    fn holds(&self, answer: &Answer, response: &Response) -> bool {
        let words = self.text.as_deref().is_none_or(|text| response.body.starts_with(text));
        let labelled = self.text.is_some() && response.status >= 400;
        if !self.status.contains(&response.status) || !words || (is_html(&response.content_type) && !labelled)
        {
            return false;
        }
        if let Some(expected) = &self.content_type
            && !response.content_type.to_ascii_lowercase().starts_with(&expected.to_ascii_lowercase())
        {
            return false;
        }
        if self.body.is_empty() {
            return true;
        }
        let Some(body) = lean::parse(&response.body) else { return false };
        self.body.iter().all(|(pointer, expected)| {
            let Some(found) = body.pointer(pointer) else { return false };
            match expected {
                Value::Null => !found.is_null(),
                expected => *found == Filling::new(answer).value(expected),
            }
        })
    }
}

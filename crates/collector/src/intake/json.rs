//! A revision as JSON: the bytes are kept as they came.

use mot_cua_contract::receipt::is_uuid;
use mot_cua_contract::{Answer, Problem, answer};
use mot_cua_survey::model::photo_hashes;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::{Desk, MOST_BYTES, MOST_DEEP, MOST_PHOTOS, depth, invalid, place, visit};
use crate::store::{Record, Shape};

/// Reads one body, and checks all that needs no survey. `key` is the `Idempotency-Key` header.
///
/// # Errors
/// The problem to answer with.
pub fn json(bytes: &[u8], key: Option<&str>) -> Result<(Answer, String), Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(invalid(413, "An answer has at most 64 KiB"));
    }
    if depth::deeper_than(bytes, MOST_DEEP) {
        return Err(invalid(400, "JSON deeper than 32 levels"));
    }
    let body = std::str::from_utf8(bytes).map_err(|_| invalid(400, "The body is not UTF-8"))?;
    let answer = parse(body)?;
    check(&answer)?;
    if key.is_some_and(|key| key != format!("\"{}\"", answer.key())) {
        let problem = invalid(400, "The key is not that of the answer").field("Idempotency-Key");
        return Err(problem.detail("Expected \"id:rev\" of the body, with the quotes"));
    }
    place::check(&answer.place, answer.token.as_deref())?;
    Ok((answer, body.to_owned()))
}

/// Checks what [`json`] read by the survey of its version.
///
/// # Errors
/// The problem to answer with.
pub fn checked(answer: Answer, body: String, desk: &Desk) -> Result<Record, Problem> {
    if photo_hashes(&answer.answers).len() > MOST_PHOTOS {
        return Err(invalid(422, "An answer has at most 20 photos").field("answers"));
    }
    let validated = desk.surveys.check(&answer)?;
    Ok(record(answer, body, Shape::Json, validated, desk))
}

/// The row of an answer that was checked.
pub(super) fn record(mut answer: Answer, body: String, shape: Shape, validated: bool, desk: &Desk) -> Record {
    let (tier, visit) = visit::judge(&answer, desk);
    let body = visit::without_token(&mut answer, body);
    Record {
        tier,
        visit,
        place_known: place::is_known(&answer.place, desk),
        received_at: desk.now(),
        fetch_site: None,
        rate: 0,
        trapped: false,
        body,
        shape,
        validated,
        id: answer.id,
        rev: answer.rev,
        survey: answer.survey,
        survey_version: answer.survey_version,
        place: answer.place,
        answers: answer.answers,
        complete: answer.complete,
        saved_at: answer.saved_at,
        lang: answer.lang,
        app: answer.app,
    }
}

fn parse(body: &str) -> Result<Answer, Problem> {
    let mut reader = serde_json::Deserializer::from_str(body);
    let answer: Answer = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let error = error.into_inner();
        if !error.is_data() {
            return invalid(400, "The body is not JSON").detail(error.to_string());
        }
        let message = error.to_string();
        let missing = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let field = match (path.as_str(), missing) {
            (".", None) => return invalid(422, "The body is not an answer").detail(message),
            (".", Some(name)) => name.to_owned(),
            (path, Some(name)) => format!("{path}.{name}"),
            (path, None) => path.to_owned(),
        };
        invalid(422, "This member has not the right type").field(field).detail(message)
    })?;
    reader.end().map_err(|error| invalid(400, "Something follows the JSON").detail(error.to_string()))?;
    Ok(answer)
}

/// What serde cannot see.
fn check(answer: &Answer) -> Result<(), Problem> {
    let version = answer.survey_version.strip_prefix("sha256:");
    let checks = [
        (answer.v == answer::VERSION, "v", "This version of the answer is not known"),
        (is_uuid(&answer.id), "id", "Not a version 4 UUID in lower case"),
        (answer.rev >= 1, "rev", "Revisions start at 1"),
        (
            version.is_some_and(|v| {
                v.len() == 64 && v.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
            }),
            "surveyVersion",
            "Not sha256: and 64 hex digits in lower case",
        ),
        (
            OffsetDateTime::parse(&answer.saved_at, &Rfc3339).is_ok(),
            "savedAt",
            "Not a time as RFC 3339 writes it",
        ),
        (is_language(&answer.lang), "lang", "Not a language tag"),
        (
            (1..=40).contains(&answer.app.len()) && !answer.app.contains(char::is_control),
            "app",
            "Not 1 to 40 characters",
        ),
    ];
    match checks.into_iter().find(|(good, ..)| !good) {
        Some((_, field, title)) => Err(invalid(422, title).field(field)),
        None => Ok(()),
    }
}

/// The shape of a BCP 47 tag.
pub(super) fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

//! A revision as a browser posts a form, with or without script.

use mot_cua_contract::receipt::is_uuid;
use mot_cua_contract::{Answer, Context, Mode, Place, Problem, answer};
use mot_cua_survey::RESERVED;

use super::{Desk, MOST_BYTES, invalid, json, place};
use crate::store::{Record, Shape};

/// A field that no one sees. Whoever fills it in is a program, most likely: that is noted, and the answer is stored all the same.
pub const TRAP: &str = "mc-website";
const MOST_FIELDS: usize = 512;

/// Why a form was not taken.
#[derive(Debug)]
pub enum FormError {
    /// Sent without any answer in it: nobody tapped a face.
    Empty,
    Invalid(Problem),
}

/// Reads and checks one body. Where the form brings no id, `mint` makes one.
///
/// # Errors
/// [`FormError`].
pub fn form(bytes: &[u8], desk: &Desk, mint: impl FnOnce() -> String) -> Result<Record, FormError> {
    if bytes.len() > MOST_BYTES {
        return Err(FormError::Invalid(invalid(413, "An answer has at most 64 KiB")));
    }
    let fields: Vec<(String, String)> =
        form_urlencoded::parse(bytes).into_owned().take(MOST_FIELDS + 1).collect();
    if fields.len() > MOST_FIELDS {
        return Err(FormError::Invalid(invalid(422, "More than 512 fields")));
    }
    let answer = build(&fields, desk, mint)?;
    place::check(&answer.place, None).map_err(|problem| {
        // The form has flat names.
        let flat = problem.field.as_deref().and_then(|field| field.strip_prefix("place.")).map(str::to_owned);
        FormError::Invalid(Problem { field: flat, ..problem })
    })?;
    let validated = desk.surveys.check_form(&answer).map_err(FormError::Invalid)?;
    let body = serde_json::to_string(&answer)
        .map_err(|_| FormError::Invalid(invalid(422, "The form cannot be kept")))?;
    let trapped = fields.iter().any(|(name, value)| name == TRAP && !value.is_empty());
    Ok(Record { trapped, ..json::record(answer, body, Shape::Form, validated, desk) })
}

fn build(
    fields: &[(String, String)],
    desk: &Desk,
    mint: impl FnOnce() -> String,
) -> Result<Answer, FormError> {
    let wrong = |field: &str, title: &str| FormError::Invalid(invalid(422, title).field(field));
    // An input without a value is one that was not filled in.
    let get = |name: &str| fields.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone());
    let survey = get("survey").ok_or_else(|| wrong("survey", "The form names no survey"))?;
    let version =
        desk.surveys.version(&survey).ok_or_else(|| wrong("survey", "This survey is not known here"))?;
    let given = fields
        .iter()
        .filter(|(name, value)| !RESERVED.contains(&name.as_str()) && name != TRAP && !value.is_empty());
    let answers = desk.surveys.typed(&version, given.map(|(name, value)| (name.as_str(), value.as_str())));
    if answers.is_empty() {
        return Err(FormError::Empty);
    }
    let (id, rev) = match get("id") {
        None => (mint(), 1),
        Some(id) if !is_uuid(&id) => return Err(wrong("id", "Not a version 4 UUID in lower case")),
        Some(id) => {
            let rev = get("rev").map_or(Ok(1), |rev| rev.parse::<u32>());
            (id, rev.ok().filter(|rev| *rev >= 1).ok_or_else(|| wrong("rev", "Not a number from 1"))?)
        }
    };
    let place = Place {
        unit: get("unit").ok_or_else(|| wrong("unit", "The form names no unit"))?.to_ascii_uppercase(),
        counter: get("counter").map(|counter| counter.to_ascii_uppercase()),
        field: get("field").map(|field| field.to_ascii_uppercase()),
        procedure: get("procedure"),
        purpose: None,
    };
    Ok(Answer {
        v: answer::VERSION,
        id,
        rev,
        survey,
        survey_version: version,
        place,
        answers,
        complete: false,
        saved_at: desk.now(),
        seconds: None,
        lang: get("lang")
            .filter(|lang| json::is_language(lang))
            .unwrap_or_else(|| desk.site.default_language().to_owned()),
        app: env!("CARGO_PKG_VERSION").to_owned(),
        context: Context { mode: Mode::Form, ..Context::default() },
        token: None,
    })
}

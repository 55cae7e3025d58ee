//! Answers to a survey with logic: the engine that the page runs looks at them once more.

use std::rc::Rc;

use mot_cua_contract::{Answer, Problem};
use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;

use super::{invalid, surveys};

/// Việt Nam, all year: what "today" means where the phone does not say.
const OFFSET: i32 = 420;

/// Names and shapes; of a complete answer, all that the page would have asked for.
///
/// # Errors
/// The problem to answer with, the question named.
pub(super) fn check(text: &str, answer: &Answer) -> Result<(), Problem> {
    let Some(model) = Model::parse(text) else { return Ok(()) };
    if let Some(fault) = model.misfits(&answer.answers).into_iter().next() {
        return Err(surveys::wrong(fault));
    }
    if !answer.complete || model.may_end_early() {
        return Ok(());
    }
    let clock = Clock { now: crate::clock::Clock::Machine.unix_ms(), offset: OFFSET };
    let session = Session::with(Rc::new(model), clock, 0, &answer.lang, answer.answers.clone());
    match session.validate().into_iter().next() {
        Some((question, errors)) => {
            let code = errors.first().map_or("custom", |error| error.as_str());
            Err(invalid(422, "This answer does not fit the survey").detail(code).field(question))
        }
        None => Ok(()),
    }
}

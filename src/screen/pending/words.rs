//! An answer as a person reads it. Call these in a reactive closure: they follow the language.

use mot_cua_contract::receipt::receipt;
use mot_cua_contract::{Answer, Place};
#[cfg(not(feature = "full"))]
use mot_cua_survey::question::choice::Choice;
#[cfg(not(feature = "full"))]
use mot_cua_survey::{Kind, Question};
#[cfg(not(feature = "full"))]
use serde_json::Value;

use crate::app::App;
use crate::browser::locale;
#[cfg(not(feature = "full"))]
use crate::rating::plain;
use crate::widget::place_line;

/// Unit, counter, field, procedure; the unit's id where the site does not know it any more.
pub(super) fn place(app: App, place: &Place) -> String {
    let unit = app.config.with_value(|config| config.unit(&place.unit).map(|unit| app.text(&unit.name)));
    let unit = unit.unwrap_or_else(|| place.unit.clone());
    let line = place_line(app, place);
    if line.is_empty() { unit } else { [&unit, " · ", &line].concat() }
}

/// As exact as the phone keeps it: the hour, or the day.
pub(super) fn when(app: App, saved_at: &str) -> String {
    let rounding = app.config.with_value(|config| config.privacy.rounding);
    app.word_with("pending.when", &app.lang.with(|lang| locale::moment(saved_at, rounding, lang)))
}

/// All of it, a line each: place, time, questions with what was answered, receipt.
pub(super) fn all(app: App, answer: &Answer) -> String {
    let mut text = [place(app, &answer.place), when(app, &answer.saved_at)].join("\n");
    answers(app, answer, &mut text);
    text.extend(["\n", &app.word("thanks.receipt"), ": ", &receipt(&answer.id).unwrap_or_default()]);
    text
}

#[cfg(not(feature = "full"))]
fn answers(app: App, answer: &Answer, text: &mut String) {
    let lang = app.lang.get();
    app.survey.with_value(|survey| {
        for question in survey.pages.iter().flat_map(|page| &page.questions) {
            let Some(value) = answer.answers.get(&question.name) else { continue };
            text.extend(["\n", question.words(&lang)]);
            // One value is a list of one.
            for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                text.extend(["\n– ", &said(question, value, &lang)]);
            }
        }
    });
}

/// As the survey of now reads them: every question that it asks after these answers.
#[cfg(feature = "full")]
fn answers(app: App, answer: &Answer, text: &mut String) {
    let session = app.run.read(answer.answers.clone());
    for at in session.asked().into_iter().filter(|at| session.answer_of(*at).is_some()) {
        let name = || session.element(at).map(|element| element.name.clone());
        let title = session.words(at, "title").or_else(name).unwrap_or_default();
        text.extend(["\n", &title, "\n– ", &crate::screen::said(app, &session, at)]);
    }
}

/// A value by the words of its choice.
#[cfg(not(feature = "full"))]
fn said(question: &Question, value: &Value, lang: &str) -> String {
    let choices: &[Choice] = match &question.kind {
        Kind::Rating(rating) => &rating.levels,
        Kind::Checkbox(checkbox) => &checkbox.choices,
        Kind::Radiogroup(radiogroup) => &radiogroup.choices,
        Kind::Boolean(_) | Kind::Comment(_) | Kind::Text(_) => &[],
    };
    let choice = choices.iter().find(|choice| choice.value == *value);
    choice.map_or_else(|| plain(value), |choice| choice.words(lang))
}

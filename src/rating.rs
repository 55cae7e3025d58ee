//! The answer of this visit: begun by a tap, added to, completed; each change goes to the outbox.

use mot_cua_contract::answer::{Answer, Context, Mode, VERSION};
use mot_cua_contract::{lean, receipt, time};
use serde_json::Value;
use wasm_bindgen_futures::spawn_local;

use crate::app::{App, Screen};
use crate::browser::clock;
use crate::browser::static_form::{How, StaticForm};
use crate::config::Config;
use crate::delivery::{Delivery, When};

/// A face was chosen: the first time this is a whole answer, stored and sent at once.
pub(crate) fn choose(app: App, value: String, how: How) {
    let Some(question) = app.form.with_value(StaticForm::question) else { return };
    #[cfg(not(feature = "full"))]
    let typed = app.survey.with_value(|survey| survey.decode_form(&question, &[value]));
    // The five levels are the numbers 1 to 5.
    #[cfg(feature = "full")]
    let typed = lean::parse(&value).unwrap_or_else(|| value.into());
    let old = app.answer.get_untracked();
    let unchanged = old.as_ref().is_some_and(|answer| answer.answers.get(&question) == Some(&typed));
    if !unchanged {
        let mut answer = old.unwrap_or_else(|| begin(app));
        #[cfg(not(feature = "full"))]
        answer.answers.insert(question, typed);
        #[cfg(feature = "full")]
        {
            answer.answers = app.run.first_answer(&question, typed);
        }
        keep(app, answer, When::Now);
    }
    if how == How::Tap {
        spawn_local(go_on(app));
    }
}

/// The write has the processor to itself first: on a slow phone the next screen would hold up "kept" by half.
async fn go_on(app: App) {
    let from = app.screen.get_untracked();
    app.delivery.with_value(Clone::clone).written().await;
    // A second tap in this moment goes on only once.
    if app.screen.get_untracked() == from {
        app.go(after_face(app));
    }
}

/// The survey ran on after an answer: all that it holds now.
#[cfg(feature = "full")]
pub(crate) fn run_on(app: App, data: serde_json::Map<String, Value>) {
    let mut answer = app.answer.get_untracked().unwrap_or_else(|| begin(app));
    answer.answers = data;
    // What is changed after the end is complete only when it has been ended again.
    answer.complete = false;
    keep(app, answer, When::Idle);
}

/// The end: what is sent is what the survey holds now.
#[cfg(feature = "full")]
pub(crate) fn complete_with(app: App, data: serde_json::Map<String, Value>) {
    let mut answer = app.answer.get_untracked().unwrap_or_else(|| begin(app));
    if answer.complete && answer.answers == data {
        app.delivery.with_value(Delivery::flush);
    } else {
        answer.answers = data;
        answer.complete = true;
        keep(app, answer, When::Now);
    }
    app.go(Screen::Thanks);
}

/// A part is done: what waits for a pause goes now.
#[cfg(feature = "full")]
pub(crate) fn flush(app: App) {
    app.delivery.with_value(Delivery::flush);
}

/// One further question was answered. `None`: it was cleared.
#[cfg(not(feature = "full"))]
pub(crate) fn answer(app: App, question: &str, value: Option<Value>) {
    let Some(mut answer) = app.answer.get_untracked() else { return };
    match value {
        Some(value) => answer.answers.insert(question.to_owned(), value),
        None => answer.answers.remove(question),
    };
    keep(app, answer, When::Idle);
}

/// What the citizen answered to a question, untracked.
#[cfg(not(feature = "full"))]
pub(crate) fn value_of(app: App, question: &str) -> Option<Value> {
    app.answer.with_untracked(|answer| answer.as_ref()?.answers.get(question).cloned())
}

/// "Done": all is checked, then said to be complete.
#[cfg(not(feature = "full"))]
pub(crate) fn complete(app: App) {
    let Some(mut answer) = app.answer.get_untracked() else { return };
    if answer.complete {
        app.delivery.with_value(Delivery::flush);
    } else {
        answer.complete = true;
        keep(app, answer, When::Now);
    }
    app.go(Screen::Thanks);
}

/// The next citizen, or the next visit: a new answer begins with the next tap.
pub(crate) fn another(app: App) {
    reset(app);
    app.form.with_value(StaticForm::focus);
}

/// The same without taking the focus: it is the portal's, where nobody tapped.
pub(crate) fn reset(app: App) {
    clear(app);
    app.go(Screen::Rate);
}

/// From a procedure's page to the faces. An answer about something else is left as it stands.
pub(crate) fn about_procedure(app: App, code: String) {
    #[cfg(feature = "more")]
    if app.asks_elsewhere() {
        return app.go(Screen::Elsewhere(["rate/", &code].concat()));
    }
    if app.place.with_untracked(|place| place.procedure.as_ref() != Some(&code)) {
        clear(app);
        app.place.update(|place| place.procedure = Some(code));
    }
    app.go(Screen::Rate);
}

/// Deletes the answer here and on the server: only this phone knows its whole id.
pub(crate) fn forget(app: App, id: &str) {
    app.delivery.with_value(|delivery| delivery.forget(id));
    #[cfg(feature = "full")]
    app.photos.forget(id);
    if app.answer.with_untracked(|answer| answer.as_ref().is_some_and(|answer| answer.id == id)) {
        clear(app);
    }
}

/// Name of the question that the static form asks.
#[cfg(not(feature = "full"))]
pub(crate) fn first_question(app: App) -> String {
    app.form.with_value(StaticForm::question).unwrap_or_default()
}

/// Where a tap leads: to the further questions, or straight to the thanks.
pub(crate) fn after_face(app: App) -> Screen {
    #[cfg(feature = "full")]
    return app.run.first_place().map_or(Screen::Thanks, Screen::More);
    #[cfg(not(feature = "full"))]
    if app.survey.with_value(|survey| crate::screen::steps(survey, &first_question(app)).is_empty()) {
        Screen::Thanks
    } else {
        Screen::More(0)
    }
}

/// A text answer, untracked; empty if there is none.
#[cfg(not(feature = "full"))]
pub(crate) fn text_of(app: App, question: &str) -> String {
    value_of(app, question).as_ref().map(plain).unwrap_or_default()
}

/// A value as a field shows it.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => lean::write(other),
    }
}

/// Id of the answer of this visit, begun if need be: a photo is kept under it before the answer names the photo.
#[cfg(feature = "full")]
pub(crate) fn own_id(app: App) -> String {
    let answer = app.answer.get_untracked().unwrap_or_else(|| begin(app));
    let id = answer.id.clone();
    if app.answer.with_untracked(Option::is_none) {
        app.answer.set(Some(answer));
    }
    id
}

fn clear(app: App) {
    app.answer.set(None);
    #[cfg(feature = "full")]
    app.run.clear();
    app.delivery.with_value(Delivery::leave);
    app.form.with_value(|form| {
        form.choose(None);
        form.set_state("idle");
    });
}

fn keep(app: App, mut answer: Answer, when: When) {
    answer.lang = app.lang.get_untracked();
    answer.place = app.place.get_untracked();
    answer.seconds = Some(clock::seconds_open());
    answer.saved_at = stamp(app);
    app.delivery.with_value(|delivery| delivery.change(answer.clone(), when));
    app.answer.set(Some(answer));
}

fn stamp(app: App) -> String {
    let rounding = app.config.with_value(|config| config.privacy.rounding);
    time::rounded(clock::now_ms(), clock::offset_minutes(), rounding)
}

fn begin(app: App) -> Answer {
    let about = |config: &Config| {
        #[cfg(not(feature = "full"))]
        let version = config.survey_file().map(|file| file.version).unwrap_or_default();
        // Whoever began on an older version finishes on it.
        #[cfg(feature = "full")]
        let version = app.run.version();
        (config.survey.clone(), version, config.app.clone(), config.mode)
    };
    let (survey, survey_version, page, mode) = app.config.with_value(about);
    // What `public/beside/mode.mjs` says of the tablet at the counter, of a sheet being typed in, of somebody who helps.
    let data = |name: &str| app.form.with_value(|form| form.data(name));
    let mode = match data("mode").as_deref() {
        Some("kiosk") => Mode::Kiosk,
        Some("paper") => Mode::Paper,
        _ => mode,
    };
    let assisted = data("assisted").is_some();
    Answer {
        v: VERSION,
        id: receipt::uuid_v4(clock::random_bytes()),
        rev: 1,
        survey,
        survey_version,
        place: app.place.get_untracked(),
        answers: serde_json::Map::new(),
        complete: false,
        saved_at: stamp(app),
        seconds: None,
        lang: app.lang.get_untracked(),
        app: page,
        context: Context { mode, assisted, tap_ms: Some(clock::ms_open()) },
        token: data("token"),
    }
}

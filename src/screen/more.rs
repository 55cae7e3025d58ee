//! The questions after the faces: all optional for the quick survey, each change saved as it is made.

use crate::prelude::*;
use mot_cua_survey::{Definition, Done, Fault, Question};

use crate::app::{App, Screen};
use crate::browser::focus;
use crate::html::{El, el, nothing};
use crate::question::{self, Asked};
use crate::rating;
use crate::widget::{button, keeping_line, link};

/// The pages of the survey without the question that the static form asks; empty pages are left out.
pub(crate) fn steps(survey: &Definition, first: &str) -> Vec<Vec<Question>> {
    let mut steps = Vec::new();
    for page in &survey.pages {
        let step: Vec<Question> =
            page.questions.iter().filter(|question| question.name != first).cloned().collect();
        if !step.is_empty() {
            steps.push(step);
        }
    }
    steps
}

pub(crate) fn more(app: App, step: usize) -> El {
    if app.answer.with_untracked(Option::is_none) {
        return missing(app);
    }
    let mut all = app.survey.with_value(|survey| steps(survey, &rating::first_question(app)));
    let last = step + 1 >= all.len();
    let here = if step < all.len() { all.swap_remove(step) } else { Vec::new() };
    let faults = RwSignal::new(Vec::<Fault>::new());
    let mut asked = Vec::new();
    for (at, question) in here.into_iter().enumerate() {
        asked.push(Asked {
            app,
            question,
            id: ["mc-q", &step.to_string(), "-", &at.to_string()].concat(),
            faults,
        });
    }
    let names: Vec<(String, String)> =
        asked.iter().map(|asked| (asked.question.name.clone(), asked.id.clone())).collect();
    let go_on = move || {
        let found = faults_of(app, &names);
        let first = found.first().and_then(|fault| names.iter().find(|(name, _)| *name == fault.question));
        match first {
            Some((_, id)) => focus::on_id(id),
            None if last => rating::complete(app),
            None => app.go(Screen::More(step + 1)),
        }
        faults.set(found);
    };
    let summary = move || {
        if faults.with(Vec::is_empty) {
            return nothing();
        }
        el("p").class("mc-notice").attr("role", "alert").live(app.t("more.faults")).view()
    };
    let back = || link(app, "more.back", move || app.back(Screen::More(step - 1)));
    el("section")
        .class("mc-screen mc-more-screen")
        .add(head(app))
        .part(summary)
        .add_all(asked.iter().map(question::view))
        .add(button(app, if last { "more.done" } else { "more.next" }, go_on).attr("data-act", "done"))
        .add_some((step > 0).then(back))
}

fn head(app: App) -> El {
    let again = link(app, "more.wrong", move || app.go(Screen::Rate)).attr("data-act", "again");
    el("div")
        .class("mc-group")
        .add(el("h1").attr("tabindex", "-1").live(app.t("more.thanks")))
        .add(keeping_line(app))
        .add(el("div").add(again))
        .add(el("p").live(app.t("more.lead")))
}

/// Faults of the questions on this step.
fn faults_of(app: App, here: &[(String, String)]) -> Vec<Fault> {
    let mut found = app.answer.with_untracked(|answer| match answer {
        Some(answer) => app.survey.with_value(|survey| survey.validate(&answer.answers, Done::Complete)),
        None => Vec::new(),
    });
    found.retain(|fault| here.iter().any(|(name, _)| *name == fault.question));
    found
}

/// Somebody opened this address without having tapped a face.
fn missing(app: App) -> El {
    el("section")
        .class("mc-screen")
        .add(el("h1").attr("tabindex", "-1").live(app.t("more.missing")))
        .add(button(app, "nav.rate", move || app.go(Screen::Rate)))
}

//! Every question type of the full page, one file per type; this is the register.

mod boolean;
mod checkbox;
mod choices;
mod comment;
mod dropdown;
mod expression;
mod file;
mod frame;
mod html;
mod image;
mod matrix;
mod multipletext;
mod note;
mod outside;
mod panel;
mod paneldynamic;
mod radiogroup;
mod ranking;
mod rating;
mod search;
mod tagbox;
mod text;
mod typed;

pub(crate) use frame::line;
pub(crate) use html::rich;
pub(crate) use typed::day;

use std::rc::Rc;

use mot_cua_survey::model::{Body, Element, How, Kind};
use mot_cua_survey::session::Session;
use serde_json::Value;

use crate::app::App;
use crate::browser::{Event, leaves_for_button};
use crate::html::{El, View, nothing, part};
use crate::survey::{Driver, Lock, Need, Shape, Slot, There};

/// What every view gets. Cheap to copy into every closure.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    pub(crate) app: App,
    /// Number of the element in the session.
    pub(crate) at: usize,
    pub(crate) slot: Slot,
}

impl Asked {
    pub(crate) fn new(app: App, at: usize) -> Self {
        Self { app, at, slot: app.run.slot(at) }
    }

    pub(crate) fn run(self) -> Driver {
        self.app.run
    }

    /// Unique on the page; questions' own names may hold anything.
    pub(crate) fn id(self) -> String {
        ["mc-e", &self.at.to_string()].concat()
    }

    pub(crate) fn part(self, part: &str) -> String {
        [&self.id(), "-", part].concat()
    }

    pub(crate) fn element(self) -> Option<Rc<Element>> {
        self.run().with(|session| session.element(self.at).cloned())
    }

    /// The answer. Call it in a reactive closure.
    pub(crate) fn value(self) -> Option<Value> {
        self.slot.value.get()
    }

    pub(crate) fn value_now(self) -> Option<Value> {
        self.slot.value.get_untracked()
    }

    pub(crate) fn answer(self, value: Option<Value>) {
        self.run().answer(self.app, self.at, value);
    }

    /// The same, while it is being typed.
    pub(crate) fn typed(self, value: Option<Value>) {
        self.run().type_in(self.app, self.at, value);
    }

    /// The field is left. Had a button been pressed for it, the next screen would get that press.
    pub(crate) fn left(self, event: &Event) {
        if !leaves_for_button(event) {
            let _ = self.run().left(self.app);
        }
    }

    /// A text of the definition, following answers and language; empty where it has none.
    pub(crate) fn words(self, member: &'static str) -> impl Fn() -> String + 'static {
        move || self.run().live(|session| session.words(self.at, member)).unwrap_or_default()
    }

    /// The same, `None` where the definition has none.
    pub(crate) fn has(self, member: &str) -> Option<()> {
        self.run().with(|session| session.words(self.at, member)).map(|_| ())
    }

    pub(crate) fn is_open(self) -> bool {
        self.slot.shape.with_untracked(|shape| shape.lock == Lock::Open)
    }

    pub(crate) fn is_required(self) -> bool {
        self.slot.shape.with_untracked(|shape| shape.need == Need::Required)
    }
}

/// A question, panel or text, while it is there.
pub(crate) fn view(app: App, at: usize) -> View {
    let asked = Asked::new(app, at);
    part(move || {
        let shape = asked.slot.shape.get();
        let hidden =
            shape.there == There::Hidden || app.run.with(|session: &Session| app.run.is_first(session, at));
        match asked.element().filter(|_| !hidden) {
            Some(element) => of(asked, &element, shape).view(),
            None => nothing(),
        }
    })
}

fn of(asked: Asked, element: &Element, shape: Shape) -> El {
    let Body::Question(kind) = &element.body else { return panel::view(asked) };
    let sort = element.raw.get("type").and_then(Value::as_str).unwrap_or_default();
    match kind.as_ref() {
        Kind::Boolean(model) => boolean::view(asked, model),
        Kind::Choices(model) => match (model.how, sort) {
            (How::Ranked, _) => ranking::view(asked, model, shape.offers),
            (How::One, "dropdown") => dropdown::view(asked, shape.offers),
            (How::One, _) => radiogroup::view(asked, shape.offers),
            (How::Several, "tagbox") => tagbox::view(asked, model, shape.offers),
            (How::Several, _) => checkbox::view(asked, model, shape.offers),
        },
        Kind::Comment(model) => comment::view(asked, model),
        Kind::Expression(_) => expression::view(asked),
        Kind::File(model) => file::view(asked, model),
        Kind::Html => html::view(asked),
        Kind::Image => image::view(asked),
        Kind::Matrix(_) => matrix::view(asked, shape.offers, &shape.columns),
        Kind::MultipleText(model) => multipletext::view(asked, model),
        Kind::Panels(model) => paneldynamic::view(asked, model, shape.rows),
        Kind::Outside(_) => outside::view(asked),
        Kind::Rating(model, _) => rating::view(asked, model, shape.offers),
        Kind::Text(model) => text::view(asked, model),
    }
}

//! What stands around every question: its words, its hint, its fault.

use mot_cua_survey::FaultCode;

use super::Asked;
use crate::html::{El, el};

impl Asked {
    pub(crate) fn part(&self, part: &str) -> String {
        [&self.id, "-", part].concat()
    }

    /// Ids of what describes the field, for `aria-describedby`.
    pub(crate) fn described(&self) -> String {
        [self.part("hint"), self.part("fault")].join(" ")
    }

    /// The words of the question, following the language.
    fn words(&self, tag: &'static str) -> El {
        let (app, question) = (self.app, self.question.clone());
        el(tag).live(move || app.lang.with(|lang| question.words(lang).to_owned()))
    }

    fn hint(&self) -> Option<El> {
        let (app, description) = (self.app, self.question.description.clone()?);
        Some(el("p").class("mc-hint").attr("id", &self.part("hint")).live(move || app.text(&description)))
    }

    fn fault_line(&self) -> El {
        let asked = self.clone();
        let line = move || match asked.fault() {
            Some(code) => asked.app.word(&["fault.", code.as_str()].concat()),
            None => String::new(),
        };
        el("p").class("mc-fault").attr("id", &self.part("fault")).live(line)
    }

    /// The fault of this question, if the last "done" found one.
    fn fault(&self) -> Option<FaultCode> {
        self.faults.with(|faults| {
            faults.iter().find(|fault| fault.question == self.question.name).map(|fault| fault.code)
        })
    }

    fn mark(&self, element: El, name: &'static str) -> El {
        let asked = self.clone();
        element.live_attr(name, move || asked.fault().map(|_| "true".to_owned()))
    }

    /// Several inputs that answer one question.
    pub(crate) fn group(&self, body: El) -> El {
        let frame = el("fieldset").class("mc-question").attr("id", self.id.as_str()).attr("tabindex", "-1");
        self.mark(frame, "data-fault")
            .attr("aria-describedby", &self.described())
            .add(self.words("legend"))
            .add_some(self.hint())
            .add(self.fault_line())
            .add(body)
    }

    /// One input; its id becomes `…-input`, and `readers` stand before it.
    pub(crate) fn single(&self, before: Option<El>, input: El, after: Option<El>) -> El {
        let input = self.mark(input.class("mc-input").attr("id", &self.part("input")), "aria-invalid");
        let frame = el("div").class("mc-question").attr("id", self.id.as_str()).attr("tabindex", "-1");
        self.mark(frame, "data-fault")
            .add(self.words("label").class("mc-label").attr("for", &self.part("input")))
            .add_some(self.hint())
            .add_some(before)
            .add(self.fault_line())
            .add(input)
            .add_some(after)
    }
}

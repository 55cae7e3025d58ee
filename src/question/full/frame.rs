//! What stands around every question: its words, whether it must be answered, its hint, its fault, a note beside it.

use super::{Asked, note, typed};
use crate::html::{El, View, el, nothing, part};

impl Asked {
    /// Ids of what describes the field, for `aria-describedby`.
    pub(crate) fn described(self) -> String {
        [self.part("hint"), self.part("fault")].join(" ")
    }

    /// The question's words; its name where it has none, as designers see it.
    pub(crate) fn title(self) -> String {
        let run = self.run();
        run.live(|session| {
            let name = || session.element(self.at).map(|element| element.name.clone());
            session.words(self.at, "title").or_else(name).unwrap_or_default()
        })
    }

    fn words_of(self, tag: &'static str) -> El {
        let mark = || el("span").class("mc-must").live(self.app.t("full.required"));
        el(tag).live(move || self.title()).add_some(self.is_required().then(mark))
    }

    fn hint(self) -> Option<El> {
        self.has("description")?;
        Some(el("p").class("mc-hint").attr("id", &self.part("hint")).live(self.words("description")))
    }

    fn fault_line(self) -> El {
        el("p")
            .class("mc-fault")
            .attr("id", &self.part("fault"))
            .live(move || self.fault().unwrap_or_default())
    }

    /// What is wrong, in words. Call it in a reactive closure.
    pub(crate) fn fault(self) -> Option<String> {
        let why = self
            .run()
            .faults()
            .with(|all| all.iter().find(|(at, _)| *at == self.at).map(|(_, why)| why.clone()))?;
        Some(match why.words {
            Some(words) => words,
            None => self.app.word_with(why.key, &typed::day(&why.bound)),
        })
    }

    fn marked(self, element: El, name: &'static str) -> El {
        element.live_attr(name, move || self.fault().map(|_| "true".to_owned()))
    }

    /// Several inputs that answer one question.
    pub(crate) fn group(self, body: El) -> El {
        let frame = el("fieldset").class("mc-question").attr("id", &self.id()).attr("tabindex", "-1");
        self.marked(frame, "data-fault")
            .maybe("disabled", (!self.is_open()).then(String::new))
            .attr("aria-describedby", &self.described())
            .add(self.words_of("legend"))
            .add_some(self.hint())
            .add(self.fault_line())
            .add(body)
            .with(note::beside(self))
    }

    /// One input; its id becomes `…-input`, and `before` stands before it.
    pub(crate) fn single(self, before: Option<El>, input: El, after: View) -> El {
        let required = self.is_required().then(|| "true".to_owned());
        let input = self
            .marked(input.class("mc-input").attr("id", &self.part("input")), "aria-invalid")
            .maybe("aria-required", required)
            .maybe("disabled", (!self.is_open()).then(String::new));
        let frame = el("div").class("mc-question").attr("id", &self.id()).attr("tabindex", "-1");
        self.marked(frame, "data-fault")
            .add(self.words_of("label").class("mc-label").attr("for", &self.part("input")))
            .add_some(self.hint())
            .add_some(before)
            .add(self.fault_line())
            .add(input)
            .with(after)
            .with(note::beside(self))
    }

    /// Something to read, not to answer.
    pub(crate) fn plain(self, body: El) -> El {
        let title = || el("p").class("mc-label").attr("id", &self.part("title")).live(move || self.title());
        let titled = self.has("title").map(|()| title());
        el("div").class("mc-question").attr("id", &self.id()).add_some(titled).add_some(self.hint()).add(body)
    }
}

/// A text that is there only while it says something.
pub(crate) fn line(class: &'static str, words: impl Fn() -> String + 'static) -> View {
    part(move || {
        let words = words();
        if words.is_empty() { nothing() } else { el("p").class(class).text(&words).view() }
    })
}

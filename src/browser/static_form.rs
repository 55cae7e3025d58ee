//! The form of `index.html`, driven by listeners and properties: it is never rendered again.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element, HtmlElement, HtmlFormElement, HtmlInputElement};

/// How a face was chosen. The arrow keys walk through a radio group and choose on their way: the screen must then stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Tap,
    Arrow,
}

/// What a portal asks of its element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// The next citizen: the faces, none marked.
    Reset,
    /// To try sending again now.
    Flush,
}

/// The five faces and what belongs to them.
#[derive(Debug, Clone)]
pub(crate) struct StaticForm {
    form: HtmlFormElement,
}

impl StaticForm {
    /// `None`: there is no such form below `host`.
    pub(crate) fn find(host: &HtmlElement) -> Option<Self> {
        let form = host.query_selector("form.mc-rate").ok().flatten()?.dyn_into().ok()?;
        Some(Self { form })
    }

    /// From here on `boot.js` neither listens nor sends.
    pub(crate) fn take_over(&self) {
        if let Ok(event) = CustomEvent::new("mc-takeover") {
            let _ = self.form.dispatch_event(&event);
        }
    }

    /// A hidden field, `None` when absent or empty.
    pub(crate) fn hidden(&self, name: &str) -> Option<String> {
        let value = self.input(&["input[type=hidden][name=", name, "]"].concat())?.value();
        (!value.is_empty()).then_some(value)
    }

    /// An attribute `data-…`, `None` when absent or empty.
    pub(crate) fn data(&self, name: &str) -> Option<String> {
        self.form.dataset().get(name).filter(|value| !value.is_empty())
    }

    /// Name of the first question.
    pub(crate) fn question(&self) -> Option<String> {
        Some(self.input("input[type=radio]")?.name())
    }

    /// The face that is marked.
    pub(crate) fn chosen(&self) -> Option<String> {
        Some(self.input("input[type=radio]:checked")?.value())
    }

    /// Marks a face, or none.
    pub(crate) fn choose(&self, value: Option<&str>) {
        self.each_radio(|radio| radio.set_checked(Some(radio.value().as_str()) == value));
    }

    /// What the status line says: `idle`, `chosen`, …
    pub(crate) fn set_state(&self, state: &str) {
        let _ = self.form.dataset().set("state", state);
    }

    pub(crate) fn show(&self) {
        self.form.set_hidden(false);
    }

    pub(crate) fn hide(&self) {
        self.form.set_hidden(true);
    }

    /// The line above the question: counter, field, procedure.
    pub(crate) fn set_place_line(&self, words: &str) {
        if let Ok(Some(line)) = self.form.query_selector(".mc-place") {
            line.set_text_content(Some(words));
        }
    }

    /// Language of the static words: the sheet shows the `lang` that the root has.
    pub(crate) fn set_language(&self, lang: &str) {
        let root: Option<Element> = match self.form.closest(".mc-box").ok().flatten() {
            Some(in_shadow) => Some(in_shadow),
            None => super::window().document().and_then(|document| document.document_element()),
        };
        if let Some(root) = root {
            let _ = root.set_attribute("lang", lang);
        }
        if let Some(field) = self.input("input[type=hidden][name=lang]") {
            field.set_value(lang);
        }
    }

    /// Puts the focus on the first face (or the marked one).
    pub(crate) fn focus(&self) {
        if let Some(radio) =
            self.input("input[type=radio]:checked").or_else(|| self.input("input[type=radio]"))
        {
            let _ = radio.focus();
        }
    }

    /// Calls `then` whenever a face is chosen; a tap on the marked face counts as choosing it again.
    /// `submit` (the return key) counts as "go on".
    pub(crate) fn on_choice(&self, then: impl Fn(String, How) + 'static) {
        let arrow = Rc::new(Cell::new(false));
        let form = self.clone();
        let last = RefCell::new(self.chosen());
        let seen = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            match event.type_().as_str() {
                "keydown" => {
                    let key = event
                        .dyn_into::<web_sys::KeyboardEvent>()
                        .map(|event| event.key())
                        .unwrap_or_default();
                    arrow.set(key.starts_with("Arrow"));
                }
                "keyup" => arrow.set(false),
                "submit" => {
                    event.prevent_default();
                    if let Some(value) = form.chosen() {
                        then(value, How::Tap);
                    }
                }
                kind => {
                    let Some(value) = form.chosen() else { return };
                    let again = last.borrow().as_deref() == Some(value.as_str());
                    let on_face = event.target().is_some_and(|target| target.has_type::<HtmlInputElement>());
                    if kind == "change" || (again && on_face && !arrow.get()) {
                        *last.borrow_mut() = Some(value.clone());
                        then(value, if arrow.get() { How::Arrow } else { How::Tap });
                    }
                }
            }
        });
        let target: &web_sys::EventTarget = &self.form;
        for event in ["keydown", "keyup", "submit", "click", "change"] {
            let _ = target.add_event_listener_with_callback(event, seen.as_ref().unchecked_ref());
        }
        // Lives as long as the form, and the form as long as the page.
        seen.forget();
    }

    /// Calls `then` when `element.js` passes on what the portal asks.
    pub(crate) fn on_asked(&self, then: impl Fn(Asked) + 'static) {
        let asked = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            then(if event.type_() == "mc-reset" { Asked::Reset } else { Asked::Flush });
        });
        let target: &web_sys::EventTarget = &self.form;
        for event in ["mc-reset", "mc-flush"] {
            let _ = target.add_event_listener_with_callback(event, asked.as_ref().unchecked_ref());
        }
        // As long as the form.
        asked.forget();
    }

    /// How many answers have not arrived, for `element.js` to say.
    pub(crate) fn set_pending(&self, count: usize) {
        let _ = self.form.dataset().set("pending", &count.to_string());
    }

    fn input(&self, selector: &str) -> Option<HtmlInputElement> {
        self.form.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    fn each_radio(&self, act: impl Fn(&HtmlInputElement)) {
        let Ok(radios) = self.form.query_selector_all("input[type=radio]") else { return };
        for at in 0..radios.length() {
            if let Some(radio) = radios.get(at).and_then(|node| node.dyn_into().ok()) {
                act(&radio);
            }
        }
    }
}

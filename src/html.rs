//! Leptos elements of one type.
//!
//! `view!` gives every element a type of its own, and with it its own code to build, diff and drop: 175 KB of this page.
//! Here every element is the same `HtmlElement`, with attributes and children erased by Leptos itself; the page shrank
//! by the figure that the changelog of the budget names (`cargo xtask size`).

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::element::custom;
use leptos::tachys::html::event::{Custom, on};
use leptos::tachys::html::property::prop;

use crate::browser::Event;

/// An element that is being put together.
pub(crate) struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without attributes and children.
pub(crate) fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

/// Text that follows the signals it reads.
pub(crate) fn live(text: impl Fn() -> String + Send + 'static) -> AnyView {
    let text: Box<dyn FnMut() -> String + Send> = Box::new(text);
    text.into_any()
}

/// A part that is made again whenever a signal it reads changes.
pub(crate) fn part(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    view.into_any()
}

/// Nothing at all.
pub(crate) fn nothing() -> AnyView {
    ().into_any()
}

impl El {
    /// `class`, fixed.
    pub(crate) fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// An attribute that stays as it is.
    pub(crate) fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push(custom_attribute(name, value.into()).into_any_attr());
        self
    }

    /// An attribute that is there only with a value.
    pub(crate) fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that follows its signals; `None` takes it away.
    pub(crate) fn live_attr(mut self, name: &'static str, value: impl Fn() -> Option<String> + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> Option<String> + Send> = Box::new(value);
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// The property `checked`, which follows its signals.
    pub(crate) fn checked(mut self, value: impl Fn() -> bool + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> bool + Send> = Box::new(value);
        self.attributes.push(prop("checked", value).into_any_attr());
        self
    }

    /// The property `value`, which follows its signals.
    pub(crate) fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn FnMut() -> String + Send> = Box::new(value);
        self.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Hears an event.
    pub(crate) fn on(mut self, event: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        let heard: Box<dyn FnMut(Event)> = Box::new(heard);
        self.attributes.push(on(Custom::<Event>::new(event), heard).into_any_attr());
        self
    }

    /// Hears a click, a tap, or the return key on a button.
    pub(crate) fn click(self, heard: impl Fn() + 'static) -> Self {
        self.on("click", move |_| heard())
    }

    /// Text that stays as it is. A text node, never HTML.
    pub(crate) fn text(self, text: impl Into<String>) -> Self {
        self.with(text.into().into_any())
    }

    /// Text that follows the signals it reads.
    pub(crate) fn live(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.with(live(text))
    }

    /// A part that is made again whenever a signal it reads changes.
    pub(crate) fn part(self, view: impl Fn() -> AnyView + Send + 'static) -> Self {
        self.with(part(view))
    }

    /// A child.
    pub(crate) fn add(self, child: El) -> Self {
        self.with(child.view())
    }

    /// A child, if there is one.
    pub(crate) fn add_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Children, in order.
    pub(crate) fn add_all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.add(child);
        }
        self
    }

    /// A child that is a view already.
    pub(crate) fn with(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Done.
    pub(crate) fn view(self) -> AnyView {
        custom(self.tag).child(self.children).add_any_attr(self.attributes).into_any()
    }
}

//! Elements of one type, and Leptos' signals in them.
//!
//! Leptos' own `view!` gives every element a type of its own, and with it its own code to build, compare and drop: more than
//! half of this page. Here a view is data, and one piece of code (`browser::dom`) puts it into the document.

pub(crate) use crate::browser::dom::{always, mount};

use crate::browser::Event;

/// An element that is being put together. Boxed, and its methods kept out of line: a screen is then little more than a list
/// of calls.
pub(crate) struct El(Box<Parts>);

/// What an element is made of.
pub(crate) struct Parts {
    pub(crate) tag: &'static str,
    pub(crate) attributes: Vec<(&'static str, Attribute)>,
    pub(crate) children: Vec<View>,
}

/// Something to show: exactly one node of the document.
pub(crate) enum View {
    Text(String),
    Live(LiveText),
    Part(LiveView),
    Element(Box<Parts>),
}

/// What belongs to a name of an element.
pub(crate) enum Attribute {
    Fixed(String),
    /// A word of the program.
    Known(&'static str),
    /// `None`: it is not there.
    Live(Box<dyn FnMut() -> Option<String>>),
    /// The property `checked`.
    Checked(Box<dyn FnMut() -> bool>),
    /// The property `value`.
    Value(LiveText),
    /// The name is an event's.
    Heard(Box<dyn Fn(Event)>),
}

pub(crate) type LiveText = Box<dyn FnMut() -> String>;
pub(crate) type LiveView = Box<dyn FnMut() -> View>;

/// An element without attributes and children.
#[inline(never)]
pub(crate) fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

/// A part that is made again whenever a signal it reads changes.
pub(crate) fn part(view: impl Fn() -> View + 'static) -> View {
    View::Part(Box::new(view))
}

/// Nothing at all.
pub(crate) fn nothing() -> View {
    View::Text(String::new())
}

impl El {
    /// `class`, fixed.
    pub(crate) fn class(self, names: &'static str) -> Self {
        self.known("class", names)
    }

    /// An attribute with a word of the program, fixed.
    #[inline(never)]
    pub(crate) fn known(self, name: &'static str, word: &'static str) -> Self {
        self.attribute(name, Attribute::Known(word))
    }

    /// An attribute that stays as it is.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.attribute(name, Attribute::Fixed(value.to_owned()))
    }

    /// An attribute that is there only with a value.
    #[inline(never)]
    pub(crate) fn maybe(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.attribute(name, Attribute::Fixed(value)),
            None => self,
        }
    }

    /// An attribute that follows its signals; `None` takes it away.
    pub(crate) fn live_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.attribute(name, Attribute::Live(Box::new(value)))
    }

    /// The property `checked`, which follows its signals.
    pub(crate) fn checked(self, value: impl Fn() -> bool + 'static) -> Self {
        self.attribute("checked", Attribute::Checked(Box::new(value)))
    }

    /// The property `value`, which follows its signals.
    pub(crate) fn value(self, value: impl Fn() -> String + 'static) -> Self {
        self.attribute("value", Attribute::Value(Box::new(value)))
    }

    /// Hears an event.
    pub(crate) fn on(self, event: &'static str, heard: impl Fn(Event) + 'static) -> Self {
        self.attribute(event, Attribute::Heard(Box::new(heard)))
    }

    #[inline(never)]
    fn attribute(mut self, name: &'static str, attribute: Attribute) -> Self {
        self.0.attributes.push((name, attribute));
        self
    }

    /// Hears a click, a tap, or the return key on a button.
    pub(crate) fn click(self, heard: impl Fn() + 'static) -> Self {
        self.on("click", move |_| heard())
    }

    /// Text that stays as it is. A text node, never HTML.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Self {
        self.with(View::Text(text.to_owned()))
    }

    /// Text that follows the signals it reads.
    pub(crate) fn live(self, text: impl Fn() -> String + 'static) -> Self {
        self.with(View::Live(Box::new(text)))
    }

    /// A part that is made again whenever a signal it reads changes.
    pub(crate) fn part(self, view: impl Fn() -> View + 'static) -> Self {
        self.with(part(view))
    }

    /// A child.
    #[inline(never)]
    pub(crate) fn add(self, child: El) -> Self {
        self.with(child.view())
    }

    /// A child, if there is one.
    #[inline(never)]
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

    /// Children that are views already.
    #[cfg(feature = "full")]
    pub(crate) fn with_all(mut self, children: impl IntoIterator<Item = View>) -> Self {
        for child in children {
            self = self.with(child);
        }
        self
    }

    /// A child that is a view already.
    #[inline(never)]
    pub(crate) fn with(mut self, child: View) -> Self {
        self.0.children.push(child);
        self
    }

    /// Done.
    pub(crate) fn view(self) -> View {
        View::Element(self.0)
    }
}

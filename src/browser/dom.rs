//! Views in the document: built once, then kept in step with the signals that they read.
//!
//! Every view is exactly one node, so a part that changes needs no marker beside it: the new node takes the old one's place.

#[path = "follows.rs"]
mod follows;
#[path = "news.rs"]
mod news;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlInputElement, Node};

use follows::{Follows, follow};
use news::{Given, News};

use super::Host;
use crate::html::{Attribute, LiveView, Parts, View};
use crate::prelude::Owner;

#[wasm_bindgen]
extern "C" {
    // As web-sys has them, but for names that were handed over before: a slow phone spends more time on reading them out of
    // WebAssembly's memory than on making the elements.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(tag: &JsValue) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    fn create_text(text: &str) -> Node;
    /// An element.
    type Named;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_known(this: &Named, name: &JsValue, value: &JsValue);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Named, name: &JsValue, value: &str);
    #[wasm_bindgen(method, js_name = addEventListener)]
    fn hear(this: &Named, event: &JsValue, listener: &JsValue);
}

thread_local! {
    static KNOWN: RefCell<Vec<(&'static str, &'static JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// A word of the program as JavaScript has it; handed over once.
fn known(word: &'static str) -> &'static JsValue {
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, value)) = known.iter().find(|(one, _)| std::ptr::eq(*one, word)) {
            return *value;
        }
        let value = Box::leak(Box::new(JsValue::from_str(word)));
        known.push((word, value));
        value
    })
}

/// A view as it stands in the document. Dropped, it no longer follows its signals.
enum Shown {
    Text { node: Node, _follows: Option<Follows> },
    Element(Box<Standing>),
    Part { now: Rc<RefCell<Option<Shown>>>, _follows: Follows },
}

struct Standing {
    node: Element,
    tag: &'static str,
    /// The attributes that were given to it.
    names: Vec<(&'static str, Given)>,
    listeners: Vec<(&'static str, JsValue)>,
    follows: Vec<Follows>,
    children: Vec<Shown>,
}

/// Shows a view at the end of `parent`, for as long as the page lives.
pub(crate) fn mount(parent: &Host, view: impl FnOnce() -> View) {
    // An error only says that an earlier mount has started it.
    let _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let shown = owner.with(|| show(view()));
    if let Some(node) = shown.node() {
        let _ = parent.append_child(&node);
    }
    std::mem::forget((owner, shown));
}

/// Runs `act` now, and again whenever a signal that it reads changes, for as long as the page lives. After the first mount.
pub(crate) fn always(act: impl FnMut() + 'static) {
    std::mem::forget(follow(Box::new(act)));
}

impl Shown {
    /// Its node; a part's may be another one later.
    fn node(&self) -> Option<Node> {
        match self {
            Self::Text { node, .. } => Some(node.clone()),
            Self::Element(standing) => Some(standing.node.clone().into()),
            Self::Part { now, .. } => now.borrow().as_ref().and_then(Self::node),
        }
    }
}

fn show(view: View) -> Shown {
    match view {
        View::Text(text) => Shown::Text { node: create_text(&text), _follows: None },
        View::Live(mut text) => {
            let node = create_text("");
            let shown = node.clone();
            let mut news = News::none();
            let follows = follow(Box::new(move || {
                let text = text();
                if news.is(Some(&text)) {
                    say(&shown, &text);
                }
            }));
            Shown::Text { node, _follows: Some(follows) }
        }
        View::Part(view) => show_part(view),
        View::Element(parts) => show_element(*parts),
    }
}

/// A live region is read out again whenever its text is touched: the same text is left alone.
fn say(node: &Node, text: &str) {
    if node.text_content().as_deref() != Some(text) {
        node.set_text_content(Some(text));
    }
}

fn show_part(mut view: LiveView) -> Shown {
    let now = Rc::new(RefCell::new(None));
    let place = now.clone();
    let follows = follow(Box::new(move || {
        let (old, new) = (place.take(), view());
        *place.borrow_mut() = Some(match old {
            Some(old) => replace(old, new),
            None => show(new),
        });
    }));
    Shown::Part { now, _follows: follows }
}

fn show_element(parts: Parts) -> Shown {
    let tag = parts.tag;
    let empty = Standing {
        node: create_element(known(tag)),
        tag,
        names: Vec::new(),
        listeners: Vec::new(),
        follows: Vec::new(),
        children: Vec::new(),
    };
    fill(Box::new(empty), parts)
}

/// Puts `new` where `old` stands. Nodes stay where they can, and with them the focus, and live regions that are being read.
fn replace(old: Shown, new: View) -> Shown {
    let shown = match (old, new) {
        (Shown::Text { node, .. }, View::Text(text)) => {
            say(&node, &text);
            return Shown::Text { node, _follows: None };
        }
        (Shown::Element(standing), View::Element(parts))
            if standing.tag == parts.tag && (!has_state(parts.tag) || is_same(&standing, &parts)) =>
        {
            return fill(standing, *parts);
        }
        (old, new) => (old, show(new)),
    };
    let (old, new) = shown;
    if let (Some(old), Some(new)) = (old.node(), new.node())
        && let Some(parent) = old.parent_node()
    {
        let _ = parent.replace_child(&new, &old);
    }
    new
}

/// What a citizen ticked, typed or opened belongs to one view and must not show in the next.
fn has_state(tag: &str) -> bool {
    matches!(tag, "input" | "textarea" | "details")
}

/// Whether it is the same field as before: it keeps what was typed, and the focus.
#[cfg(feature = "full")]
fn is_same(standing: &Standing, parts: &Parts) -> bool {
    let id = |(name, attribute): &(&'static str, Attribute)| match attribute {
        Attribute::Fixed(id) if *name == "id" => Some(id.clone()),
        _ => None,
    };
    parts.attributes.iter().find_map(id).is_some_and(|id| standing.node.id() == id)
}

#[cfg(not(feature = "full"))]
fn is_same(_: &Standing, _: &Parts) -> bool {
    false
}

/// Makes an element, new or standing, what `parts` says.
fn fill(mut standing: Box<Standing>, parts: Parts) -> Shown {
    standing.follows.clear();
    for (event, listener) in standing.listeners.drain(..) {
        let _ = standing.node.remove_event_listener_with_callback(event, listener.unchecked_ref());
    }
    let before = std::mem::take(&mut standing.names);
    for (old, _) in &before {
        if parts.attributes.iter().all(|(name, _)| name != old) {
            let _ = standing.node.remove_attribute(old);
        }
    }
    for (name, attribute) in parts.attributes {
        standing.give(name, attribute, &before);
    }
    let mut old = std::mem::take(&mut standing.children).into_iter();
    for child in parts.children {
        let shown = match old.next() {
            Some(old) => replace(old, child),
            None => standing.append(show(child)),
        };
        standing.children.push(shown);
    }
    for node in old.filter_map(|old| old.node()) {
        let _ = standing.node.remove_child(&node);
    }
    Shown::Element(standing)
}

impl Standing {
    fn append(&self, child: Shown) -> Shown {
        if let Some(node) = child.node() {
            let _ = self.node.append_child(&node);
        }
        child
    }

    fn give(&mut self, name: &'static str, attribute: Attribute, before: &[(&'static str, Given)]) {
        let node = self.node.clone();
        let says = |now: &str| before.iter().any(|(old, given)| *old == name && given.says(now));
        // `value` and `checked` are spelt alike wherever they are.
        let field = |node: &Element| node.unchecked_ref::<HtmlInputElement>().clone();
        let act: Box<dyn FnMut()> = match attribute {
            Attribute::Fixed(value) => {
                if !says(&value) {
                    node.unchecked_ref::<Named>().set(known(name), &value);
                }
                self.names.push((name, Given::text(value)));
                return;
            }
            Attribute::Known(value) => {
                if !says(value) {
                    node.unchecked_ref::<Named>().set_known(known(name), known(value));
                }
                self.names.push((name, Given::word(value)));
                return;
            }
            Attribute::Heard(heard) => {
                // Kept by the node alone: a removed field may still fire.
                let listener = Closure::<dyn Fn(web_sys::Event)>::wrap(heard).into_js_value();
                node.unchecked_ref::<Named>().hear(known(name), &listener);
                self.listeners.push((name, listener));
                return;
            }
            Attribute::Live(mut value) => {
                self.names.push((name, Given::live()));
                let mut news = News::none();
                Box::new(move || match value() {
                    value if !news.is(value.as_deref()) => {}
                    Some(value) => node.unchecked_ref::<Named>().set(known(name), &value),
                    None => drop(node.remove_attribute(name)),
                })
            }
            Attribute::Checked(mut value) => {
                let field = field(&node);
                Box::new(move || field.set_checked(value()))
            }
            Attribute::Value(mut value) => {
                let field = field(&node);
                Box::new(move || {
                    // Setting what is there already would move the cursor in some browsers.
                    let value = value();
                    if field.value() != value {
                        field.set_value(&value);
                    }
                })
            }
        };
        self.follows.push(follow(act));
    }
}

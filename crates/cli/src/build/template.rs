//! Filling the marks of a template: `{{name}}` in text and attributes, `<!--mc:name-->` for whole blocks.

use std::cell::RefCell;

/// What stands for a mark.
pub(crate) trait Fill {
    /// HTML for `{{name}}`, escaped by whoever made it. `None`: no such mark.
    fn value(&self, name: &str) -> Option<String>;
    /// HTML for `<!--mc:name-->`.
    fn block(&self, name: &str) -> Option<String>;
}

/// The filled template without other comments, indentation and lines for Trunk. What was filled in is not read again.
///
/// # Errors
/// The marks that nothing stands for.
pub(crate) fn fill(template: &str, with: &dyn Fill) -> Result<String, Vec<String>> {
    let mut unknown = Vec::new();
    let mut out = String::with_capacity(template.len() * 2);
    let mut rest = template;
    loop {
        let next = [rest.find("{{"), rest.find("<!--")].into_iter().flatten().min();
        let (plain, mark) = rest.split_at(next.unwrap_or(rest.len()));
        out.push_str(plain);
        let (close, is_block) = if mark.starts_with("{{") { ("}}", false) } else { ("-->", true) };
        let Some((inside, after)) = mark.split_once(close) else {
            out.push_str(mark);
            break;
        };
        let filled = match (is_block, inside.strip_prefix("<!--mc:")) {
            (true, Some(name)) => with.block(name.trim()),
            (true, None) => Some(String::new()),
            (false, _) => with.value(inside.trim_start_matches('{').trim()),
        };
        match filled {
            Some(html) => out.push_str(&html),
            None => unknown.push(format!("{inside}{close}")),
        }
        rest = after;
    }
    if unknown.is_empty() { Ok(out) } else { Err(unknown) }
}

/// The names of all `{{name}}`, without those in comments.
pub(crate) fn names(template: &str) -> Vec<String> {
    struct Names(RefCell<Vec<String>>);
    impl Fill for Names {
        fn value(&self, name: &str) -> Option<String> {
            self.0.borrow_mut().push(name.to_owned());
            Some(String::new())
        }
        fn block(&self, _: &str) -> Option<String> {
            Some(String::new())
        }
    }
    let names = Names(RefCell::default());
    let _ = fill(template, &names);
    names.0.into_inner()
}

/// Once per template, before any filling: lines for Trunk, indentation and empty lines go. (There is no `pre` in it.)
pub(crate) fn tidy(template: &str) -> String {
    let lines =
        template.lines().map(str::trim).filter(|line| !line.is_empty() && !line.contains("data-trunk"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Stamps `hidden` on every element that is there for another purpose.
pub(crate) fn show_only(template: &str, purpose: &str) -> String {
    ["rate", "look", "choose"].iter().filter(|other| **other != purpose).fold(
        template.to_owned(),
        |html, other| {
            let mark = format!("data-show=\"{other}\"");
            html.replace(&mark, &format!("{mark} hidden"))
        },
    )
}

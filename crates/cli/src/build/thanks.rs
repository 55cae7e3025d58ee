//! `thanks.html`: where a backend may send a browser that posted the form by itself.

use super::html::escape;
use super::policy;
use super::stamp::Stamp;

pub(crate) const KEYS: [&str; 3] = ["static.thanks.title", "static.thanks.text", "static.thanks.close"];

const TEMPLATE: &str = include_str!("pages/thanks.html");

/// All languages at once: this page has no script that could choose.
pub(crate) fn page(stamp: &Stamp<'_>) -> String {
    let (site, packs) = (stamp.site, stamp.packs);
    let sheet = format!("{}span[lang]{{display:block}}", stamp.shell.critical);
    let lang = site.default_language();
    let policy = policy::meta(&policy::still(&policy::hash(&sheet)));
    let marks = [
        ("{{lang}}", escape(lang)),
        ("<!--policy-->", policy),
        ("{{head}}", escape(&packs.one(lang, "static.thanks.title"))),
        ("<!--sheet-->", sheet),
        ("{{title}}", packs.spans("static.thanks.title")),
        ("{{text}}", packs.spans("static.thanks.text")),
        ("{{close}}", packs.spans("static.thanks.close")),
    ];
    marks.iter().fold(TEMPLATE.to_owned(), |page, (mark, html)| page.replacen(mark, html, 1))
}

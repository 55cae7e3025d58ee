//! `print/`: a list of the places, and for each an A4 sheet a purpose, to hang up.

mod sheet;

use mot_cua_collector::files::Files;
use mot_cua_contract::Site;

use super::assemble::plain;
use super::desk::{self, Desk};
use super::html::{escape, spans};
use super::packs::Packs;
use super::policy;

pub(crate) const KEYS: [&str; 12] = [
    "static.print.rate",
    "static.print.rateHow",
    "static.print.look",
    "static.print.lookHow",
    "static.print.scan",
    "static.print.type",
    "static.print.free",
    "static.print.list",
    "static.print.open",
    "static.print.sheet",
    "static.print.try",
    "static.print.local",
];

const TEMPLATE: &str = include_str!("../pages/sheets.html");
const SHEET: &str = include_str!("../../../../../style/print.css");

/// What the sheets of a site have in common.
#[derive(Debug)]
pub(crate) struct Print<'a> {
    pub(crate) site: &'a Site,
    pub(crate) packs: &'a Packs,
    /// Scheme and host of the printed address.
    pub(crate) origin: &'a str,
    /// Whose address it is.
    pub(crate) address: Address,
}

/// Where the printed address comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    /// `url` of `site.json`.
    Public,
    /// This machine, for a trial.
    Local,
}

/// Of the one inline sheet, for the header.
pub(crate) fn sheet_hash() -> String {
    policy::hash(SHEET)
}

impl Print<'_> {
    /// `print/index.html` and `print/<PLACE>/index.html`.
    pub(crate) fn write(&self, files: &mut Files) {
        let desks = desk::all(self.site);
        let row = |desk: &Desk<'_>| {
            let (id, name) = (escape(&desk.place(None).desk()), spans(desk.name(), &self.site.languages));
            format!("<li><a href=\"{}print/{id}/\"><b>{id}</b> {name}</a></li>\n", escape(&self.site.base))
        };
        let rows: String = desks.iter().map(row).collect();
        let list = format!(
            "<h1>{}</h1>\n{}<ul class=\"places\">\n{rows}</ul>",
            self.packs.spans("static.print.list"),
            self.advice()
        );
        files.insert("print/index.html", plain("index.html", self.page("static.print.list", &list, "")));

        for desk in &desks {
            let back = format!(
                "<p><a href=\"{}print/\">{}</a></p>",
                escape(&self.site.base),
                self.packs.spans("static.print.list")
            );
            let sheets: String =
                desk::purposes(self.site).iter().map(|purpose| self.sheet(desk, *purpose)).collect();
            let page = self.page("static.print.sheet", &format!("{}{back}", self.advice()), &sheets);
            files.insert(format!("print/{}/index.html", desk.place(None).desk()), plain("index.html", page));
        }
    }

    /// On the screen only, never on paper.
    fn advice(&self) -> String {
        let line = |class, key| format!("<p class=\"{class}\">{}</p>\n", self.packs.spans(key));
        let first = line("advice", "static.print.try");
        match self.address {
            Address::Public => first,
            Address::Local => first + &line("advice warning", "static.print.local"),
        }
    }

    fn page(&self, title: &str, screen: &str, sheets: &str) -> String {
        let lang = self.site.default_language();
        let marks = [
            ("{{lang}}", escape(lang)),
            ("<!--policy-->", policy::meta(&policy::still(&sheet_hash()))),
            ("{{title}}", escape(&self.packs.one(lang, title))),
            ("<!--sheet-->", SHEET.to_owned()),
            ("{{screen}}", screen.to_owned()),
            ("{{sheets}}", sheets.to_owned()),
        ];
        marks.iter().fold(TEMPLATE.to_owned(), |page, (mark, html)| page.replacen(mark, html, 1))
    }
}

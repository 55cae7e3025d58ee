//! The sheet around the questions: whose it is, how it is filled in, where it goes.

use mot_cua_contract::{Place, Site};
use mot_cua_link::draw::{Level, matrix, svg};
use mot_cua_survey::model::{Element, Model};
use serde_json::{Map, Value};

use crate::build::{Packs, escape};

const TEMPLATE: &str = include_str!("paper.html");
const STYLE: &str = include_str!("../../../../style/paper.css");

pub(super) struct Sheet<'a> {
    pub(super) site: &'a Site,
    pub(super) packs: &'a Packs,
    pub(super) model: &'a Model,
    pub(super) place: &'a Place,
    /// Where the sheet is typed in. `None`: the page asks another survey.
    pub(super) entry: Option<String>,
    pub(super) lang: &'a str,
}

impl Sheet<'_> {
    pub(super) fn html(&self) -> String {
        let (lang, unit) = (self.lang, self.site.unit(&self.place.unit));
        let office = unit.map_or_else(|| self.site.name.get(lang), |unit| unit.name.get(lang));
        let counter = self.place.counter.as_ref().and_then(|id| unit?.counter(id));
        let desk = counter.map_or_else(String::new, |counter| {
            format!("<p class=\"desk\">{}</p>", escape(counter.name.get(lang)))
        });
        let title = self.text(&self.model.raw, "title");
        let questions: String = self.model.pages.iter().map(|page| self.element(page)).collect();
        let marks = [
            ("{{lang}}", escape(lang)),
            ("<!--sheet-->", STYLE.to_owned()),
            ("{{title}}", escape(&title)),
            ("{{office}}", escape(office)),
            ("<!--desk-->", desk),
            ("{{how}}", self.say("static.paper.how")),
            ("{{free}}", self.say("static.print.free")),
            ("<!--entry-->", self.code()),
            ("<!--questions-->", questions),
        ];
        marks.iter().fold(TEMPLATE.to_owned(), |page, (mark, html)| page.replace(mark, html))
    }

    /// For whoever types it in.
    fn code(&self) -> String {
        let Some(entry) = &self.entry else { return String::new() };
        let code = matrix(entry, Level::Q).map_or_else(|_| String::new(), |matrix| svg(&matrix));
        format!("<figure>{code}<figcaption>{}</figcaption></figure>", self.say("static.paper.entry"))
    }

    /// A page, a panel, a question: what nobody sees at first is printed too, since paper hides nothing.
    pub(super) fn element(&self, element: &Element) -> String {
        if element.rules.hidden {
            return String::new();
        }
        if let Some(kind) = element.kind() {
            return self.question(element, kind);
        }
        let title = self.text(&element.raw, "title");
        let head = if title.is_empty() { title } else { format!("<h2>{}</h2>\n", escape(&title)) };
        let inside: String = element.children().iter().map(|child| self.element(child)).collect();
        head + &inside
    }

    /// A text of the definition; an answer in it is a gap on paper.
    pub(super) fn text(&self, raw: &Map<String, Value>, name: &str) -> String {
        let text = raw
            .get(name)
            .and_then(|text| serde_json::from_value::<mot_cua_contract::Text>(text.clone()).ok());
        let mut words = text.map_or_else(String::new, |text| text.get(self.lang).to_owned());
        while let Some((before, (_, after))) =
            words.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            words = format!("{before}…{after}");
        }
        words
    }

    pub(super) fn say(&self, key: &str) -> String {
        escape(&self.packs.one(self.lang, key))
    }
}

//! `{{name}}`: texts and addresses of one page.

use mot_cua_contract::Purpose;
use mot_cua_contract::time::Rounding;

use super::super::html::{escape, spans};
use super::super::policy;
use super::super::template::Fill;
use super::{Page, Stamp};

/// One page being filled.
pub(super) struct Filling<'a> {
    pub(super) stamp: &'a Stamp<'a>,
    pub(super) page: Page<'a>,
}

impl Fill for Filling<'_> {
    fn value(&self, name: &str) -> Option<String> {
        let Stamp { shell, site, packs, opening, addresses, .. } = self.stamp;
        if name.starts_with("static.") {
            return Some(packs.spans(name));
        }
        let survey = addresses.surveys.get(&site.survey);
        let desk = match self.page {
            Page::Desk(desk, _) => Some(desk),
            Page::Choose => None,
        };
        Some(match name {
            "office" => spans(desk.map_or(&site.name, |desk| &desk.unit.name), &site.languages),
            "place" => desk
                .and_then(|desk| desk.counter)
                .map_or_else(String::new, |counter| spans(&counter.name, &site.languages)),
            "question" => opening.title(&site.languages),
            "rateUrl" => desk
                .map_or_else(|| self.stamp.at(""), |desk| self.stamp.at(&desk.folder(Some(Purpose::Rate)))),
            plain => escape(&match plain {
                "lang" => site.default_language().to_owned(),
                "purpose" => self.shown().to_owned(),
                "title" => self.title(),
                "description" => {
                    packs.one(site.default_language(), &format!("static.description.{}", self.words()))
                }
                "action" => site.submit.url.clone(),
                "survey" => site.survey.clone(),
                "version" => survey.map_or_else(String::new, |survey| survey.version.clone()),
                "rounding" => match site.privacy.rounding {
                    Rounding::Hour => "hour",
                    Rounding::Day => "day",
                }
                .to_owned(),
                "app" => shell.manifest.app.clone(),
                "linkPurpose" => self.link_purpose().to_owned(),
                _ => return None,
            }),
        })
    }

    fn block(&self, name: &str) -> Option<String> {
        let Stamp { site, opening, .. } = self.stamp;
        Some(match name {
            "policy" => policy::meta(&self.stamp.policy()),
            "head" => self.head(),
            "foot" => self.foot(),
            "languages" => self.languages(),
            "hidden-fields" => self.hidden_fields(),
            "faces" => opening.rows(&site.languages).trim_end().to_owned(),
            "script-needed" => self.script_needed(),
            "units" => self.units(),
            "above" => self.above(),
            "reply" => self.reply(),
            _ => return None,
        })
    }
}

impl Filling<'_> {
    /// What the page shows: `data-show` of the template.
    pub(super) fn shown(&self) -> &'static str {
        match self.page {
            Page::Desk(_, Some(Purpose::Look)) => "look",
            Page::Desk(..) => "rate",
            Page::Choose => "choose",
        }
    }

    /// Which titles speak of it.
    fn words(&self) -> &'static str {
        if self.shown() == "look" { "look" } else { "rate" }
    }

    fn link_purpose(&self) -> &'static str {
        match self.page {
            Page::Desk(_, Some(Purpose::Rate)) => "rate",
            Page::Desk(_, Some(Purpose::Look)) => "look",
            Page::Desk(_, Some(Purpose::Say)) => "say",
            Page::Desk(_, None) | Page::Choose => "",
        }
    }

    /// For link previews and tabs: what, which desk, which office.
    fn title(&self) -> String {
        let Stamp { site, packs, .. } = self.stamp;
        let lang = site.default_language();
        let mut parts = vec![packs.one(lang, &format!("static.title.{}", self.words()))];
        match self.page {
            Page::Desk(desk, _) => {
                parts.extend(desk.counter.map(|counter| counter.name.get(lang).to_owned()));
                parts.push(desk.unit.name.get(lang).to_owned());
            }
            Page::Choose => parts.push(site.name.get(lang).to_owned()),
        }
        parts.join(" · ")
    }
}

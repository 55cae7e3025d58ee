//! One A4 sheet.

use mot_cua_contract::Purpose;
use mot_cua_link::draw::{Level, matrix, svg};

use super::super::faces;
use super::super::html::{escape, spans};
use super::{Desk, Print};

impl Print<'_> {
    /// Office, place, what the code is for, the code, how to use it, and the address for those who type.
    pub(super) fn sheet(&self, desk: &Desk<'_>, purpose: Purpose) -> String {
        let languages = &self.site.languages;
        let kind = if purpose == Purpose::Look { "look" } else { "rate" };
        let place = desk.place(Some(purpose));
        let base = format!("{}{}", self.origin.trim_end_matches('/'), self.site.base);
        let link = mot_cua_link::url(&base, &place, None);
        // An address of a few dozen characters: far from what a code can hold.
        let code = matrix(&link, Level::Q).map_or_else(|_| String::new(), |matrix| svg(&matrix));
        let counter = desk.counter.map_or_else(String::new, |counter| {
            format!("<p class=\"desk\">{}</p>\n", spans(&counter.name, languages))
        });
        let picture = if kind == "rate" { faces() } else { String::new() };
        format!(
            "<article class=\"sheet {kind}\">\n<header>\n<p class=\"office\">{office}</p>\n{counter}</header>\n<h1>{what}</h1>\n{picture}\
             <p class=\"how\">{how}</p>\n<figure>{code}<figcaption>{scan}</figcaption></figure>\n\
             <p class=\"type\">{or} <b>{address}</b></p>\n<footer>{free}</footer>\n</article>\n",
            office = spans(&desk.unit.name, languages),
            what = self.packs.spans(&format!("static.print.{kind}")),
            how = self.packs.spans(&format!("static.print.{kind}How")),
            scan = self.packs.spans("static.print.scan"),
            or = self.packs.spans("static.print.type"),
            address = escape(&readable(&base, &mot_cua_link::write(&place, None))),
            free = self.packs.spans("static.print.free"),
        )
    }
}

/// As a person types it: without `https://`, the host in small letters.
fn readable(base: &str, link: &str) -> String {
    format!("{}{link}", base.strip_prefix("https://").unwrap_or(base))
}

/// From the happiest to the unhappiest, as on the screen.
fn faces() -> String {
    let face = |(value, mouth): &(u8, &str)| {
        format!("<span class=\"face face-{value}\">{}</span>", faces::svg(mouth))
    };
    let faces: Vec<String> = faces::MOUTHS.iter().map(face).collect();
    format!("<p class=\"faces\" aria-hidden=\"true\">{}</p>\n", faces.concat())
}

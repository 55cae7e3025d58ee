//! A place that gets posters, wherever it is told of.

use mot_cua_contract::site::Unit;
use mot_cua_contract::{Pairs, Place, Purpose, Site, Text};
use mot_cua_print::Part;
use mot_cua_sheets::places::{Column, Line};

/// Unit or counter, with its names by language.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) place: Place,
    office: Text,
    desk: Option<Text>,
    pub(super) phone: Option<String>,
    /// Empty: as asked for all.
    pub(super) purposes: Vec<Purpose>,
    pub(super) base: Option<String>,
    at: At,
}

/// Where to mend it.
#[derive(Debug, Clone)]
enum At {
    List(Box<Line>),
    /// Path inside site.json.
    Site(String),
}

/// What the list says; names it leaves out are the site's.
pub(super) fn of_line(line: &Line, site: Option<&Site>) -> Entry {
    let unit = site.and_then(|site| site.unit(&line.place.unit));
    let counter = line.place.counter.as_deref();
    let of_site =
        unit.zip(counter).and_then(|(unit, counter)| unit.counter(counter)).map(|one| one.name.clone());
    // A counter without a name is called by its number.
    let number = || {
        counter.map(|id| {
            Text::Many(
                [("vi", "Quầy "), ("en", "Counter ")]
                    .map(|(lang, word)| (lang.to_owned(), format!("{word}{id}")))
                    .into_iter()
                    .collect(),
            )
        })
    };
    Entry {
        place: line.place.clone(),
        office: said(&line.office).or_else(|| unit.map(|unit| unit.name.clone())).unwrap_or_default(),
        desk: said(&line.desk).or(of_site).or_else(number),
        phone: line.phone.clone().or_else(|| unit.and_then(|unit| unit.phone.clone())),
        purposes: line.purposes.clone(),
        base: line.base.clone(),
        at: At::List(Box::new(line.clone())),
    }
}

/// Every unit, and after it every counter of it.
pub(super) fn of_site(site: &Site) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (at, unit) in site.units.iter().enumerate() {
        let path = format!("units[{at}]");
        entries.push(of_unit(unit, Place::unit(unit.id.clone()), None, path.clone()));
        for (at, counter) in unit.counters.iter().enumerate() {
            let place = Place { counter: Some(counter.id.clone()), ..Place::unit(unit.id.clone()) };
            entries.push(of_unit(unit, place, Some(counter.name.clone()), format!("{path}.counters[{at}]")));
        }
    }
    entries
}

fn of_unit(unit: &Unit, place: Place, desk: Option<Text>, path: String) -> Entry {
    Entry {
        place,
        office: unit.name.clone(),
        desk,
        phone: unit.phone.clone(),
        purposes: Vec::new(),
        base: None,
        at: At::Site(path),
    }
}

fn said(names: &Pairs) -> Option<Text> {
    names.iter().next().is_some().then(|| Text::Many(names.clone()))
}

impl Entry {
    /// In these languages; one that has no name of its own is left out.
    pub(super) fn office(&self, languages: &[String]) -> Vec<String> {
        lines(&self.office, languages)
    }

    pub(super) fn desk(&self, languages: &[String]) -> Vec<String> {
        self.desk.as_ref().map(|name| lines(name, languages)).unwrap_or_default()
    }

    /// Where a part of the poster was written.
    pub(super) fn source(&self, part: Option<Part>) -> String {
        match &self.at {
            At::List(line) => line
                .cell(match part {
                    Some(Part::Office) => Column::Office,
                    Some(Part::Desk) => Column::Desk,
                    Some(Part::Call) => Column::Phone,
                    Some(Part::Address) => Column::Base,
                    Some(Part::Headline | Part::Words) => Column::Purpose,
                    None => Column::Unit,
                })
                .to_owned(),
            At::Site(path) => match part {
                Some(Part::Office | Part::Desk) => format!("{path}.name"),
                Some(Part::Call) => format!("{path}.phone"),
                Some(Part::Address) => "url".to_owned(),
                Some(Part::Headline | Part::Words) | None => path.clone(),
            },
        }
    }
}

fn lines(text: &Text, languages: &[String]) -> Vec<String> {
    let own: Vec<String> =
        languages.iter().filter(|lang| text.has(lang)).map(|lang| text.get(lang).to_owned()).collect();
    if own.is_empty() { vec![text.get("vi").to_owned()] } else { own }
}

//! A place that gets posters, and where it was written.

use mot_cua_contract::site::Unit;
use mot_cua_contract::{Place, Site, Text};
use mot_cua_print::{Entry, Part};
use mot_cua_sheets::places::{Column, Line};

#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) entry: Entry,
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
pub(super) fn of_line(line: &Line, site: Option<&Site>) -> Listed {
    let entry = Entry {
        place: line.place.clone(),
        office: Text::Many(line.office.clone()),
        desk: Some(Text::Many(line.desk.clone())),
        phone: line.phone.clone(),
        purposes: line.purposes.clone(),
        base: line.base.clone(),
    };
    Listed { entry: entry.completed(site), at: At::List(Box::new(line.clone())) }
}

/// Every unit, and after it every counter of it.
pub(super) fn of_site(site: &Site) -> Vec<Listed> {
    let mut all = Vec::new();
    for (at, unit) in site.units.iter().enumerate() {
        let path = format!("units[{at}]");
        all.push(of_unit(unit, Place::unit(unit.id.clone()), None, path.clone()));
        for (at, counter) in unit.counters.iter().enumerate() {
            let place = Place { counter: Some(counter.id.clone()), ..Place::unit(unit.id.clone()) };
            all.push(of_unit(unit, place, Some(counter.name.clone()), format!("{path}.counters[{at}]")));
        }
    }
    all
}

fn of_unit(unit: &Unit, place: Place, desk: Option<Text>, path: String) -> Listed {
    let (office, phone) = (unit.name.clone(), unit.phone.clone());
    Listed { entry: Entry { place, office, desk, phone, ..Entry::default() }, at: At::Site(path) }
}

impl Listed {
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

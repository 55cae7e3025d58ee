//! The places of a site: every unit, every counter.

use mot_cua_contract::site::{Counter, Unit};
use mot_cua_contract::{Place, Purpose, Site, Text};

/// A unit as a whole, or one counter of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Desk<'a> {
    pub(crate) unit: &'a Unit,
    pub(crate) counter: Option<&'a Counter>,
}

/// All of today's, each unit before its counters.
pub(crate) fn all(site: &Site) -> Vec<Desk<'_>> {
    of(&site.units)
}

pub(crate) fn of(units: &[Unit]) -> Vec<Desk<'_>> {
    let of_unit = |unit| {
        let counters = move |counter| Desk { unit, counter: Some(counter) };
        std::iter::once(Desk { unit, counter: None }).chain(unit.counters.iter().map(counters))
    };
    units.iter().flat_map(of_unit).collect()
}

/// What codes are printed for: rating, and looking up where there is something to look up.
pub(crate) fn purposes(site: &Site) -> &'static [Purpose] {
    if site.catalogue { &[Purpose::Rate, Purpose::Look] } else { &[Purpose::Rate] }
}

impl Desk<'_> {
    pub(crate) fn place(&self, purpose: Option<Purpose>) -> Place {
        let counter = self.counter.map(|counter| counter.id.clone());
        Place { counter, purpose, ..Place::unit(self.unit.id.clone()) }
    }

    /// Its folder, `Q/04795-3/DR/`, below the site's.
    pub(crate) fn folder(&self, purpose: Option<Purpose>) -> String {
        mot_cua_link::write(&self.place(purpose), None) + "/"
    }

    /// The name that a citizen stands in front of.
    pub(crate) fn name(&self) -> &Text {
        self.counter.map_or(&self.unit.name, |counter| &counter.name)
    }
}

//! A place that gets posters, wherever it is told of.

use std::collections::HashMap;

use mot_cua_contract::{Place, Purpose, Site, Text};

/// Unit or counter, with its names by language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub place: Place,
    pub office: Text,
    /// `None`: the place is the whole office, or nobody says.
    pub desk: Option<Text>,
    pub phone: Option<String>,
    /// Empty: as asked for all.
    pub purposes: Vec<Purpose>,
    /// Address of the page, where this place has its own.
    pub base: Option<String>,
}

impl Entry {
    /// What nobody says is as the site has it; a counter without a name is called by its number.
    #[must_use]
    pub fn completed(mut self, site: Option<&Site>) -> Self {
        let unit = site.and_then(|site| site.unit(&self.place.unit));
        if let Some(unit) = unit {
            if self.office.is_blank() {
                self.office = unit.name.clone();
            }
            self.phone = self.phone.or_else(|| unit.phone.clone());
        }
        let Some(counter) = &self.place.counter else { return self };
        let of_site = || Some(unit?.counter(counter)?.name.clone());
        let number = || {
            let name = |(lang, word): (&str, &str)| (lang.to_owned(), [word, counter].concat());
            Text::Many([("vi", "Quầy "), ("en", "Counter ")].map(name).into_iter().collect())
        };
        self.desk = self.desk.filter(|desk| !desk.is_blank()).or_else(of_site).or_else(|| Some(number()));
        self
    }

    /// In these languages; one that has no name of its own is left out.
    pub(super) fn office(&self, languages: &[String]) -> Vec<String> {
        lines(&self.office, languages)
    }

    pub(super) fn desk(&self, languages: &[String]) -> Vec<String> {
        self.desk.as_ref().map(|name| lines(name, languages)).unwrap_or_default()
    }
}

fn lines(text: &Text, languages: &[String]) -> Vec<String> {
    let own: Vec<String> =
        languages.iter().filter(|lang| text.has(lang)).map(|lang| text.get(lang).to_owned()).collect();
    if own.is_empty() { vec![text.get("vi").to_owned()] } else { own }
}

/// What belongs to one unit together, in the order in which units first appear. `place` of each.
pub fn by_unit<T>(all: Vec<T>, place: impl Fn(&T) -> &Place) -> Vec<(String, Vec<T>)> {
    let mut units: Vec<(String, Vec<T>)> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for one in all {
        let unit = place(&one).unit.clone();
        let at = *known.entry(unit.clone()).or_insert(units.len());
        match units.get_mut(at) {
            Some((_, all)) => all.push(one),
            None => units.push((unit, vec![one])),
        }
    }
    units
}

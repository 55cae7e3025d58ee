//! Units in their order, counters, fields, ways to answer; few people share a line.

use mot_cua_survey::figures::{FEW, Figure, Group, Tally, ranks, roll_up};

use super::Leaf;
use crate::results::bars::{Row, Shown};

impl Leaf<'_> {
    pub(super) fn groups(&self) -> String {
        let lang = self.words.lang;
        let unit = |id: &str| {
            self.site.unit(id).map_or_else(|| id.to_owned(), |unit| unit.name.get(lang).to_owned())
        };
        let several =
            self.figures.groups(self.at).filter(|(group, _)| matches!(group, Group::Unit(_))).count() > 1;
        let counter = |of: &str, counter: &str| {
            let name = self.site.counter_name(of, counter, lang).unwrap_or_else(|| counter.to_owned());
            if several { format!("{} · {name}", unit(of)) } else { name }
        };
        let units = self.table("units", |group| match group {
            Group::Unit(id) if several => Some(unit(id)),
            _ => None,
        });
        let counters = self.table("counters", |group| match group {
            Group::Counter { unit, counter: id } => Some(counter(unit, id)),
            _ => None,
        });
        let fields = self.table("fields", |group| match group {
            Group::Field(id) => {
                let found = self.site.fields.iter().find(|field| field.id == *id);
                Some(found.map_or(id.as_str(), |field| field.name.get(lang)).to_owned())
            }
            _ => None,
        });
        let ways = self.table("came", |group| match group {
            Group::Came(came) => Some(self.words.get(&format!("came.{}", came.name()))),
            _ => None,
        });
        [units, counters, fields, ways].concat()
    }

    fn table(&self, key: &str, name: impl Fn(&Group) -> Option<String>) -> String {
        let words = self.words;
        let all =
            self.figures.groups(self.at).filter_map(|(group, tally)| Some((name(group)?, tally.clone())));
        let rolled = roll_up(all.collect::<Vec<_>>());
        let figure = |tally: &Tally| tally.index(self.series.comparable.as_ref()?, &self.series.columns);
        let mut rows: Vec<(String, Option<Figure>)> =
            rolled.rows.iter().map(|(name, tally)| (name.clone(), figure(tally))).collect();
        if key == "units" {
            let value = |row: &(String, Option<Figure>)| row.1.map_or(-1.0, |figure| figure.value);
            rows.sort_by(|a, b| value(b).total_cmp(&value(a)));
        }
        let known: Vec<Figure> = rows.iter().filter_map(|(_, figure)| *figure).collect();
        let mut places = ranks(&known).into_iter();
        let mut shown: Vec<Row> = rows
            .into_iter()
            .map(|(name, figure)| {
                let place = figure.and_then(|_| places.next()).filter(|_| key == "units");
                let place = place.map(|place| {
                    if place.best == place.worst {
                        place.best.to_string()
                    } else {
                        format!("{}–{}", place.best, place.worst)
                    }
                });
                Row { place, ..Row::of(&name, figure, words) }
            })
            .collect();
        if let Some((count, tally)) = rolled.rest {
            let name = words.fill("rest", &[&count.to_string()]);
            let few = Shown::Says(words.get("few"));
            shown.push(if tally.n < FEW {
                Row { name, place: None, shown: few }
            } else {
                Row::of(&name, figure(&tally), words)
            });
        }
        self.section(key, &shown)
    }
}

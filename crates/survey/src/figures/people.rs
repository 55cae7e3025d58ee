//! Counting answers, one after the other.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::book::Book;
use super::dossiers::Dossiers;
use super::group::{Came, Group, Tier};
use super::month::{MONTHS, Month};
use super::series::Series;
use super::tally::Tally;

/// Groups and months at most: strangers can name places that there are not.
const MOST_TALLIES: usize = 200_000;

/// An answer that counts: the revision that [`super::Revisions`] or the database chose.
#[derive(Debug, Clone, Copy)]
pub struct Answered<'a> {
    pub survey: &'a str,
    pub version: &'a str,
    /// In which it counts.
    pub month: Month,
    pub unit: &'a str,
    pub counter: Option<&'a str>,
    pub field: Option<&'a str>,
    pub procedure: Option<&'a str>,
    pub came: Came,
    pub answers: &'a Map<String, Value>,
}

/// Answers of the months looked at that count in no share.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Of a version that is not here: what its values mean is not known.
    pub unknown_version: u64,
    /// Of more places than there can be. They count in the whole alone.
    pub crowded: u64,
}

/// Counters of the report's month in every group, and of the twelve months before in the whole, the tiers and the units.
#[derive(Debug)]
pub struct Figures {
    book: Book,
    month: Month,
    tallies: BTreeMap<(usize, Group, Month), Tally>,
    doubts: Doubts,
    dossiers: Vec<Dossiers>,
}

impl Figures {
    pub fn new(book: Book, month: Month) -> Self {
        Self { book, month, tallies: BTreeMap::new(), doubts: Doubts::default(), dossiers: Vec::new() }
    }

    /// Counts one answer; of a month that is not looked at, nothing.
    pub fn count(&mut self, answer: &Answered) {
        if answer.month > self.month || answer.month.distance(self.month) >= MONTHS {
            return;
        }
        let Some(version) = self.book.version(answer.version, answer.survey) else {
            self.doubts.unknown_version += u64::from(answer.month == self.month);
            return;
        };
        let Some(series) = self.book.series().get(version.series) else { return };
        let (mut hits, mut people): (Vec<usize>, Vec<usize>) = Default::default();
        let mut look = |name: &str, value: &Value| {
            let known = version.questions.get(name);
            let column = known.and_then(|(at, slots)| Some((series.columns.get(*at)?, slots)));
            if let Some((column, slots)) = column
                && column.hits(value, &mut hits)
            {
                people.extend(slots);
            }
        };
        for (name, value) in answer.answers {
            match value.as_object() {
                Some(rows) => rows.iter().for_each(|(row, value)| look(&format!("{name}.{row}"), value)),
                None => look(name, value),
            }
        }
        // A person counts once, however many questions of a factor they answered.
        people.sort_unstable();
        people.dedup();
        hits.extend(people);
        let (at, width) = (version.series, series.width);
        for group in groups(answer, self.month) {
            let key = (at, group, answer.month);
            if self.tallies.len() >= MOST_TALLIES && key.1 != Group::All && !self.tallies.contains_key(&key) {
                self.doubts.crowded += u64::from(matches!(key.1, Group::Unit(_)));
                continue;
            }
            self.tallies.entry(key).or_default().count(width, &hits);
        }
    }

    pub fn month(&self) -> Month {
        self.month
    }

    /// Of the same month; empty: none were given.
    pub fn dossiers(&self) -> &[Dossiers] {
        &self.dossiers
    }

    pub fn put_dossiers(&mut self, dossiers: Vec<Dossiers>) {
        self.dossiers = dossiers;
    }

    pub fn doubts(&self) -> Doubts {
        self.doubts
    }

    /// All that are known, whether answered or not; the place in it is what [`Figures::tally`] is asked by.
    pub fn series(&self) -> &[Series] {
        self.book.series()
    }

    pub(super) fn book(&self) -> &Book {
        &self.book
    }

    /// `None`: nobody answered.
    pub fn tally(&self, series: usize, group: &Group, month: Month) -> Option<&Tally> {
        self.tallies.get(&(series, group.clone(), month))
    }

    /// The groups of the report's month that somebody answered in.
    pub fn groups(&self, series: usize) -> impl Iterator<Item = (&Group, &Tally)> {
        let from = (series, Group::All, Month::default());
        let all = self.tallies.range(from..).take_while(move |((of, _, _), _)| *of == series);
        all.filter(|((_, _, month), _)| *month == self.month).map(|((_, group, _), tally)| (group, tally))
    }
}

fn groups(answer: &Answered, of: Month) -> Vec<Group> {
    let mut groups =
        vec![Group::All, Group::Tier(Tier::of(answer.unit)), Group::Unit(answer.unit.to_owned())];
    if answer.month == of {
        groups.extend(
            answer
                .counter
                .map(|counter| Group::Counter { unit: answer.unit.to_owned(), counter: counter.to_owned() }),
        );
        groups.extend(answer.field.map(|field| Group::Field(field.to_owned())));
        groups.extend(answer.procedure.map(|procedure| Group::Procedure(procedure.to_owned())));
        groups.push(Group::Came(answer.came));
    }
    groups
}

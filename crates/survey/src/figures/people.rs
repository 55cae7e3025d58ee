//! Counting answers, one after the other.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use super::book::Book;
use super::dossiers::Dossiers;
use super::group::{Came, Group, Tier};
use super::month::{MONTHS, Month};
use super::series::Series;
use super::tally::Tally;

/// Groups and months at most: strangers can name places that there are not.
const MOST_TALLIES: usize = 200_000;

/// Places of which the tallies are at hand.
const MOST_KNOWN: usize = 4_096;

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
    groups: BTreeMap<(usize, Group, Month), usize>,
    /// By the numbers in `groups`.
    tallies: Vec<Tally>,
    /// What an answer names → the tallies that it counts in: most answers name what another one did.
    known: HashMap<Vec<u8>, Known>,
    doubts: Doubts,
    dossiers: Vec<Dossiers>,
}

#[derive(Debug, Default)]
struct Known {
    tallies: Vec<usize>,
    /// Its unit is one too many.
    is_crowded: bool,
}

impl Figures {
    pub fn new(book: Book, month: Month) -> Self {
        Self {
            book,
            month,
            groups: BTreeMap::new(),
            tallies: Vec::new(),
            known: HashMap::new(),
            doubts: Doubts::default(),
            dossiers: Vec::new(),
        }
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
        let mut hits: Vec<usize> = Vec::with_capacity(16);
        let mut people: Vec<usize> = Vec::with_capacity(8);
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
        let key = key(at, answer);
        let known = if let Some(known) = self.known.get(&key) {
            known
        } else {
            let known = self.look_up(at, answer);
            if self.known.len() >= MOST_KNOWN {
                self.known.clear();
            }
            self.known.entry(key).or_insert(known)
        };
        self.doubts.crowded += u64::from(known.is_crowded);
        for number in &known.tallies {
            if let Some(tally) = self.tallies.get_mut(*number) {
                tally.count(width, &hits);
            }
        }
    }

    /// The tallies that it counts in; those that it is the first of are made.
    fn look_up(&mut self, series: usize, answer: &Answered) -> Known {
        let mut known = Known::default();
        for group in groups(answer, self.month) {
            let key = (series, group, answer.month);
            if let Some(number) = self.groups.get(&key) {
                known.tallies.push(*number);
            } else if self.tallies.len() >= MOST_TALLIES && key.1 != Group::All {
                known.is_crowded |= matches!(key.1, Group::Unit(_));
            } else {
                known.tallies.push(self.tallies.len());
                self.groups.insert(key, self.tallies.len());
                self.tallies.push(Tally::default());
            }
        }
        known
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
        self.tallies.get(*self.groups.get(&(series, group.clone(), month))?)
    }

    /// The groups of the report's month that somebody answered in.
    pub fn groups(&self, series: usize) -> impl Iterator<Item = (&Group, &Tally)> {
        let from = (series, Group::All, Month::default());
        let all = self.groups.range(from..).take_while(move |((of, _, _), _)| *of == series);
        let of_month = all.filter(|((_, _, month), _)| *month == self.month);
        of_month.filter_map(|((_, group, _), number)| Some((group, self.tallies.get(*number)?)))
    }
}

/// All that [`groups`] goes by; each part behind its length, so that no two places have one key.
fn key(series: usize, answer: &Answered) -> Vec<u8> {
    let Answered { month, unit, counter, field, procedure, came, .. } = *answer;
    let mut key = Vec::with_capacity(96);
    key.push(came as u8);
    key.extend(series.to_le_bytes());
    key.extend(month.distance(Month::default()).to_le_bytes());
    for part in [Some(unit), counter, field, procedure] {
        key.extend(part.map_or(usize::MAX, str::len).to_le_bytes());
        key.extend(part.unwrap_or_default().as_bytes());
    }
    key
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

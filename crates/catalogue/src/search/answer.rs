//! Answers, not only hits: a question back, another office, or the nearest.

use super::ranking::{Ranked, ranked};
use super::reading::readings;
use super::score::Fit;
use super::{Highlight, Hit, codes};
use crate::index::{Index, Who};
use mot_cua_contract::Pairs;

/// What a query gives. Words are the page's: this says only what there is to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<'a> {
    /// Best first.
    pub hits: Vec<Hit>,
    pub certainty: Certainty,
    /// Two to eight items to choose from, where the query says too little to know which is meant. Else empty.
    pub ask: Vec<usize>,
    /// Names by language tag of the office that does what was asked for, where it is not the ward.
    pub office: Option<&'a Pairs>,
    /// Why. Nothing is marked where a code was asked for.
    pub meant: Highlight,
}

/// What the hits are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// Found.
    Found,
    /// Nothing has enough of the query; these have a word of it. To be shown as such, with the fields beside them.
    Nearest,
}

/// Only some of the catalogue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Filter {
    /// By place among [`Index::fields`].
    pub field: Option<usize>,
    /// Who asks.
    pub who: Option<Who>,
}

/// Of the query's weight, in hundredths, what must be found.
const ENOUGH: u32 = 22;
/// How many of the nearest are no burden.
const MOST_NEAREST: usize = 5;
/// More choices than these are no question but a list.
const MOST_CHOICES: usize = 8;
/// In hundredths of the best: a second one better than this makes a question; a choice is better than that.
const CLOSE: u32 = 88;
const CHOICE: u32 = 65;

impl Index {
    /// All there is to say to `query`, with at most `limit` hits. The last syllable may be unfinished unless a blank
    /// follows it.
    pub fn answer(&self, query: &str, filter: Filter, limit: usize) -> Answer<'_> {
        let wanted = |item: usize| {
            filter.field.is_none_or(|field| self.field_of(item) == field)
                && filter.who.is_none_or(|who| self.is_for(item, who))
        };
        let mut answer = Answer {
            hits: codes::search(self, query),
            certainty: Certainty::Found,
            ask: Vec::new(),
            office: None,
            meant: Highlight::default(),
        };
        answer.hits.retain(|hit| wanted(hit.item));
        if answer.hits.is_empty() {
            let readings = readings(self, query);
            let mut found = ranked(self, &readings, ENOUGH, &wanted);
            answer.office = self.office_for(query);
            if found.is_empty() {
                answer.certainty = Certainty::Nearest;
                found = ranked(self, &readings, 0, &wanted);
                found.truncate(MOST_NEAREST);
            } else if answer.office.is_none() {
                answer.ask = choices(&found);
            }
            answer.meant = Highlight::new(self, &readings);
            answer.hits = found.iter().map(|one| Hit { item: one.item, score: one.score }).collect();
        }
        answer.hits.truncate(limit);
        answer
    }
}

/// Items with all that was said, when there is no telling which is meant.
fn choices(found: &[Ranked]) -> Vec<usize> {
    let [first, second, ..] = found else { return Vec::new() };
    let close = |one: &Ranked, share: u32| one.fit >= Fit::Query && one.score >= first.score / 100 * share;
    let said_exactly = first.fit == Fit::Both && second.fit != Fit::Both;
    if said_exactly || first.fit == Fit::Part || !close(second, CLOSE) {
        return Vec::new();
    }
    found.iter().filter(|one| close(one, CHOICE)).map(|one| one.item).take(MOST_CHOICES).collect()
}

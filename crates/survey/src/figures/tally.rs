//! Counters of one group in one month.

use super::column::Column;
use super::series::Measure;
use super::share::{Figure, Share, float, mean};

/// Answers, and how often each value of each question was given. Two groups together are the sum of their tallies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers: people, each once.
    pub n: u64,
    counts: Vec<u32>,
}

impl Tally {
    pub(super) fn count(&mut self, width: usize, hits: &[usize]) {
        self.n += 1;
        // Later versions of a series may have added counters behind.
        if self.counts.len() < width {
            self.counts.resize(width, 0);
        }
        for hit in hits {
            if let Some(count) = self.counts.get_mut(*hit) {
                *count = count.saturating_add(1);
            }
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.n += other.n;
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (sum, count) in self.counts.iter_mut().zip(&other.counts) {
            *sum = sum.saturating_add(*count);
        }
    }

    pub(super) fn at(&self, slot: usize) -> u64 {
        self.counts.get(slot).copied().map_or(0, u64::from)
    }

    /// People who answered that question, with a value it offers.
    pub fn answered(&self, column: &Column) -> u64 {
        self.at(column.slot)
    }

    /// How often each value was given, in the order of [`Column::values`].
    pub fn values(&self, column: &Column) -> Vec<u64> {
        (1..=column.values.len()).map(|at| self.at(column.slot + at)).collect()
    }

    /// How many gave at least that number, of those who gave a number: "does not concern me" is none.
    pub fn at_least(&self, column: &Column, least: f64) -> Share {
        let numbers = column.numbers().enumerate().filter(|(_, number)| !number.is_nan());
        numbers.fold(Share::default(), |share, (at, number)| {
            let count = self.at(column.slot + 1 + at);
            Share { good: share.good + if number >= least { count } else { 0 }, n: share.n + count }
        })
    }

    /// `None`: no data.
    pub fn index(&self, measure: &Measure, columns: &[Column]) -> Option<Figure> {
        let factors = measure
            .index
            .factors
            .iter()
            .map(|factor| (self.shares(measure, &factor.questions, columns), factor.weight));
        let factors: Vec<_> = factors.filter(|(shares, _)| !shares.is_empty()).collect();
        let all: f64 = factors.iter().map(|(_, weight)| weight).sum();
        if all <= 0.0 {
            return None;
        }
        let parts = factors.iter().flat_map(|(shares, weight)| {
            let each = weight / all / float(shares.len() as u64);
            shares.iter().map(move |share| (*share, each))
        });
        mean(&parts.collect::<Vec<_>>(), self.at(measure.people))
    }

    /// The factor of that place in the index. `None`: no data.
    pub fn factor(&self, measure: &Measure, at: usize, columns: &[Column]) -> Option<Figure> {
        let factor = measure.index.factors.get(at)?;
        let shares = self.shares(measure, &factor.questions, columns);
        let each = float(shares.len() as u64).recip();
        let parts: Vec<_> = shares.into_iter().map(|share| (share, each)).collect();
        mean(&parts, self.at(measure.people + 1 + at))
    }

    /// Of the questions that somebody answered.
    fn shares(&self, measure: &Measure, questions: &[String], columns: &[Column]) -> Vec<Share> {
        let columns =
            questions.iter().filter_map(|name| columns.iter().find(|column| column.is_scale_of(name)));
        let shares = columns.map(|column| self.at_least(column, measure.index.at_least));
        shares.filter(|share| share.n > 0).collect()
    }
}

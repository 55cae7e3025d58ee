//! What may be told to everybody: counts of closed months, never of few people, and told once.
//!
//! A cell is one unit, one month, one survey; nothing finer is ever published and no sum of units, so no two cells have a
//! complement. An answer counts in the month in which its first revision came, by the highest revision of that month. What was
//! told is kept and told again word for word, whoever deletes an answer meanwhile: from the difference of two tellings somebody could
//! tell a single one.

use std::collections::BTreeMap;

use mot_cua_contract::Text;
use mot_cua_survey::figures::{Came, FEW, Series, Shape};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Body;

/// Names of what was praised, at most.
const MOST_PRAISED: usize = 3;
const MOST_NAMED: usize = 4096;

/// What may be told of one unit and month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Publication {
    pub unit: String,
    pub month: String,
    /// One a survey that at least ten people answered.
    pub surveys: Vec<Ratings>,
}

/// Answers to the question `overall`. `levels` where no level was chosen by one to nine people, else `groups` on the same terms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Ratings {
    pub survey: String,
    pub question: String,
    /// At least 10.
    pub n: u64,
    /// Level 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<[u64; 5]>,
    /// Levels 1 to 3, levels 4 and 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<[u64; 2]>,
    /// Of `n`: with a queue ticket of their own; by a code without one; in a portal. Where no way was that of one to nine people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<[u64; 3]>,
    /// What those of levels 4 and 5 named most, ten of them at least; the words of the choices by language. In order, without numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<Object>)]
    pub praised: Vec<Text>,
}

/// Counts of one unit and month, survey by survey.
#[derive(Debug, Default)]
pub struct Cells(BTreeMap<String, Cell>);

#[derive(Debug, Default)]
struct Cell {
    levels: [u64; 5],
    came: [u64; 3],
    /// Question and value → how many of those who were content named it.
    praised: BTreeMap<(String, String), u64>,
}

impl Cells {
    /// `came`: as the collector stored it.
    pub fn count(&mut self, body: &Body<'_>, came: Came) {
        let Some(level) = body.level() else { return };
        let cell = self.0.entry(body.survey.to_string()).or_default();
        if let Some(count) = cell.levels.get_mut(usize::from(level - 1)) {
            *count += 1;
        }
        let [ticket, poster, portal] = &mut cell.came;
        *match came {
            Came::Ticket => ticket,
            Came::Reused | Came::Poster => poster,
            Came::Portal => portal,
        } += 1;
        if level < 4 {
            return;
        }
        for (question, value) in &body.answers {
            for item in value.as_array().into_iter().flatten().filter_map(|item| item.as_str()).take(64) {
                let key = (question.clone(), item.to_owned());
                // Strangers may name what no survey offers.
                if cell.praised.len() < MOST_NAMED || cell.praised.contains_key(&key) {
                    *cell.praised.entry(key).or_default() += 1;
                }
            }
        }
    }

    /// With those of another place.
    pub fn add(&mut self, other: &Self) {
        for (survey, of) in &other.0 {
            let cell = self.0.entry(survey.clone()).or_default();
            let counts = cell.levels.iter_mut().zip(of.levels).chain(cell.came.iter_mut().zip(of.came));
            counts.for_each(|(sum, count)| *sum += count);
            for (key, count) in &of.praised {
                *cell.praised.entry(key.clone()).or_default() += count;
            }
        }
    }

    /// What of it may be told. `series`: for the words of choices.
    pub fn told(&self, unit: &str, month: &str, series: &[Series]) -> Publication {
        let surveys = self.0.iter().filter_map(|(survey, cell)| cell.told(survey, series));
        Publication { unit: unit.to_owned(), month: month.to_owned(), surveys: surveys.collect() }
    }
}

impl Cell {
    fn told(&self, survey: &str, series: &[Series]) -> Option<Ratings> {
        let safe = |counts: &[u64]| counts.iter().all(|count| *count == 0 || *count >= FEW);
        let n: u64 = self.levels.iter().sum();
        let [one, two, three, four, five] = self.levels;
        let groups = [one + two + three, four + five];
        let levels = safe(&self.levels).then_some(self.levels);
        let groups = (levels.is_none() && safe(&groups)).then_some(groups);
        // That ten were content is told by a name alone: so only where the counts tell it too.
        let open = levels.is_some() || groups.is_some();
        let praised = if open { self.praised(series) } else { Vec::new() };
        let (survey, question) = (survey.to_owned(), "overall".to_owned());
        let came = safe(&self.came).then_some(self.came);
        (n >= FEW).then_some(Ratings { survey, question, n, levels, groups, came, praised })
    }

    fn praised(&self, series: &[Series]) -> Vec<Text> {
        let mut named: Vec<_> = self.praised.iter().filter(|(_, count)| **count >= FEW).collect();
        named.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
        let words = |(question, value): &(String, String)| {
            let columns = series.iter().flat_map(|series| series.shaped(Shape::Several));
            let mut choices = columns.filter(|column| column.question == *question).flat_map(|c| &c.values);
            choices.find(|choice| choice.key() == *value)?.text.clone()
        };
        named.into_iter().filter_map(|(key, _)| words(key)).take(MOST_PRAISED).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// (n, levels, groups).
    type Seen = Option<(u64, Option<[u64; 5]>, Option<[u64; 2]>)>;

    fn seen(levels: [u64; 5]) -> Seen {
        let told = Cell { levels, ..Cell::default() }.told("quick", &[])?;
        Some((told.n, told.levels, told.groups))
    }

    #[test]
    fn few_are_never_shown() {
        assert_eq!(seen([0, 0, 0, 0, 9]), None);
        assert_eq!(seen([0, 0, 0, 0, 10]), Some((10, Some([0, 0, 0, 0, 10]), None)));
        assert_eq!(seen([10, 0, 12, 0, 10]), Some((32, Some([10, 0, 12, 0, 10]), None)));
        // One level of nine: grouped, because it could be told apart.
        assert_eq!(seen([1, 0, 9, 3, 10]), Some((23, None, Some([10, 13]))));
        // A group of nine would be the complement of the total.
        assert_eq!(seen([0, 0, 9, 3, 10]), Some((22, None, None)));
    }
}

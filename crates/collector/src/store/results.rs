//! What may be told to everybody: counts of closed months, never of few people.
//!
//! A cell is one unit, one month, one survey; nothing finer is ever published, so no two cells have a complement. An
//! answer counts in the month in which its first revision came, by the highest revision of that month: what comes later
//! does not change a closed month, from which somebody could tell a single answer.

use super::trouble::Trouble;
use super::{Readers, Store, postgres, sqlite};

/// Fewer than this are not shown.
const FEW: i64 = 10;

/// One published number or distribution of the question `overall`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub survey: String,
    /// Answers, at least ten.
    pub n: i64,
    pub count: Count,
}

/// How many chose a level, 1 to 5, in a survey.
#[derive(Debug, sqlx::FromRow)]
pub(super) struct Level {
    pub(super) survey: String,
    pub(super) level: i64,
    pub(super) n: i64,
}

/// As fine as the numbers allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Answers of level 1 to 5.
    Levels([i64; 5]),
    /// Levels 1 to 3, levels 4 and 5.
    Groups([i64; 2]),
    /// Only how many there are.
    Total,
}

/// What may be shown of these five counts. `None`: nothing, not even how many.
pub fn publish(levels: [i64; 5]) -> Option<(i64, Count)> {
    let safe = |counts: &[i64]| counts.iter().all(|count| *count == 0 || *count >= FEW);
    let n: i64 = levels.iter().sum();
    if n < FEW {
        return None;
    }
    let [one, two, three, four, five] = levels;
    let groups = [one + two + three, four + five];
    Some((
        n,
        if safe(&levels) {
            Count::Levels(levels)
        } else if safe(&groups) {
            Count::Groups(groups)
        } else {
            Count::Total
        },
    ))
}

impl Store {
    /// The cells of one unit and one month (`2026-10`) that may be shown.
    ///
    /// # Errors
    /// The database said no.
    pub async fn results(&self, unit: &str, month: &str) -> Result<Vec<Cell>, Trouble> {
        let rows = match &self.readers {
            Readers::Sqlite(pool) => sqlite::results(pool, unit, month).await?,
            Readers::Postgres(pool) => postgres::results(pool, unit, month).await?,
        };
        let mut counts: Vec<(String, [i64; 5])> = Vec::new();
        for Level { survey, level, n } in rows {
            if counts.last().is_none_or(|(last, _)| *last != survey) {
                counts.push((survey, [0; 5]));
            }
            let slot = counts.last_mut().zip(usize::try_from(level - 1).ok());
            if let Some(count) = slot.and_then(|((_, levels), at)| levels.get_mut(at)) {
                *count += n;
            }
        }
        let shown = counts
            .into_iter()
            .filter_map(|(survey, levels)| publish(levels).map(|(n, count)| Cell { survey, n, count }));
        Ok(shown.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_never_shown() {
        assert_eq!(publish([0, 0, 0, 0, 9]), None);
        assert_eq!(publish([0, 0, 0, 0, 10]), Some((10, Count::Levels([0, 0, 0, 0, 10]))));
        assert_eq!(publish([10, 0, 12, 0, 10]), Some((32, Count::Levels([10, 0, 12, 0, 10]))));
        // One level of nine: grouped, because it could be told apart.
        assert_eq!(publish([1, 0, 9, 3, 10]), Some((23, Count::Groups([10, 13]))));
        // A group of nine would be the complement of the total.
        assert_eq!(publish([0, 0, 9, 3, 10]), Some((22, Count::Total)));
    }
}

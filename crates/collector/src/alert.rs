//! When somebody at the desk is told that something came: how much, never what.

use std::collections::VecDeque;
use std::time::Duration;

use crate::store::News;

/// Whoever wrote first is waited for by those who come soon after.
const BATCH_MS: f64 = 5.0 * 60_000.0;
/// Nobody is rung more often.
const PAUSE_MS: f64 = 2.0 * 3_600_000.0;

/// What has come and was not told yet.
#[derive(Debug, Default)]
pub struct Alerts {
    /// For how long nothing is said of an answer, in milliseconds.
    wait_ms: f64,
    /// What came when, and is not to be spoken of yet.
    young: VecDeque<(f64, News)>,
    waiting: News,
    /// When the first of them came. `None`: nothing waits.
    since: Option<f64>,
    told: Option<f64>,
}

impl Alerts {
    /// Says nothing of an answer before it is that old.
    pub fn after(wait: Duration) -> Self {
        Self { wait_ms: wait.as_secs_f64() * 1_000.0, ..Self::default() }
    }

    /// What came since the last call, and what is to be told now, if anything. `now_ms`: of any clock that goes forward.
    pub fn hear(&mut self, news: News, now_ms: f64) -> Option<News> {
        if news != News::default() {
            self.young.push_back((now_ms, news));
        }
        while let Some((_, news)) = self.young.pop_front_if(|(came, _)| now_ms - *came >= self.wait_ms) {
            self.waiting.new += news.new;
            self.waiting.unhappy += news.unhappy;
        }
        if self.waiting.new == 0 {
            return None;
        }
        let since = *self.since.get_or_insert(now_ms);
        let batched = now_ms - since >= BATCH_MS;
        let paused = self.told.is_none_or(|told| now_ms - told >= PAUSE_MS);
        (batched && paused).then(|| {
            (self.since, self.told) = (None, Some(now_ms));
            std::mem::take(&mut self.waiting)
        })
    }
}

/// One line: "3 góp ý mới, 1 chưa hài lòng".
pub fn line(news: News, lang: &str) -> String {
    let News { new, unhappy } = news;
    if lang == "en" {
        format!("{new} new, {unhappy} unhappy")
    } else {
        format!("{new} đánh giá mới, {unhappy} chưa hài lòng")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: f64 = 60_000.0;

    #[test]
    fn nothing_is_said_of_a_young_answer() {
        let mut alerts = Alerts::after(Duration::from_hours(3));
        let one = News { new: 1, unhappy: 1 };
        assert_eq!(alerts.hear(one, 0.0), None);
        assert_eq!(alerts.hear(one, 170.0 * MINUTE), None);
        assert_eq!(alerts.hear(News::default(), 180.0 * MINUTE), None);
        assert_eq!(alerts.hear(News::default(), 186.0 * MINUTE), Some(one), "the second is young still");
    }

    #[test]
    fn five_minutes_together_and_once_in_two_hours() {
        let mut alerts = Alerts::default();
        let one = News { new: 1, unhappy: 1 };
        let none = News::default();
        assert_eq!(alerts.hear(none, 0.0), None);
        assert_eq!(alerts.hear(one, MINUTE), None);
        assert_eq!(alerts.hear(one, 4.0 * MINUTE), None);
        let told = alerts.hear(News { new: 1, unhappy: 0 }, 6.0 * MINUTE);
        assert_eq!(told, Some(News { new: 3, unhappy: 2 }));
        assert_eq!(told.map(|news| line(news, "en")).as_deref(), Some("3 new, 2 unhappy"));
        assert_eq!(alerts.hear(one, 7.0 * MINUTE), None);
        assert_eq!(alerts.hear(none, 125.0 * MINUTE), None, "two hours are not over");
        assert_eq!(alerts.hear(none, 126.0 * MINUTE), Some(one));
        assert_eq!(alerts.hear(none, 900.0 * MINUTE), None, "nothing new is nothing to tell");
        assert_eq!(alerts.hear(one, 901.0 * MINUTE), None, "others may follow soon");
        assert_eq!(alerts.hear(none, 906.0 * MINUTE), Some(one));
    }
}

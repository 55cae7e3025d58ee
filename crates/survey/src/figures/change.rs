//! A line over months, and what has changed.

use super::group::Group;
use super::month::Month;
use super::people::Figures;
use super::share::Figure;

/// One month of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Point {
    Figure(Figure),
    /// Other questions were asked then: the line is broken here, and must be shown so.
    Break,
    NoData,
}

/// Against an earlier month.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// The intervals are apart. Percentage points.
    Sure(f64),
    /// The intervals meet: it may be chance. Percentage points.
    Unsure(f64),
    /// Other questions were asked then: there is no number.
    Break,
    NoData,
}

impl Figures {
    /// By the comparable measure, oldest month first.
    pub fn line(&self, series: usize, group: &Group) -> Vec<(Month, Point)> {
        self.month().window().map(|month| (month, self.point(series, group, month))).collect()
    }

    fn point(&self, series: usize, group: &Group, month: Month) -> Point {
        if let Some(figure) = self.comparable(series, group, month) {
            return Point::Figure(figure);
        }
        let survey = self.series().get(series).map_or("", |series| series.survey.as_str());
        let mut others =
            (0..self.series().len()).filter(|other| *other != series && self.book().is_of(*other, survey));
        let asked = others.any(|other| self.tally(other, group, month).is_some());
        if asked { Point::Break } else { Point::NoData }
    }

    /// The figure that months and units are compared by. `None`: no data.
    pub fn comparable(&self, series: usize, group: &Group, month: Month) -> Option<Figure> {
        let of = self.series().get(series)?;
        self.tally(series, group, month)?.index(of.comparable.as_ref()?, &of.columns)
    }

    /// Against so many months before the report's: 1 is last month, 12 the same month of last year.
    pub fn change(&self, series: usize, group: &Group, ago: u32) -> Change {
        let Some(now) = self.comparable(series, group, self.month()) else { return Change::NoData };
        match self.point(series, group, self.month().before(ago)) {
            Point::Figure(then) if now.interval.meets(&then.interval) => {
                Change::Unsure(now.value - then.value)
            }
            Point::Figure(then) => Change::Sure(now.value - then.value),
            Point::Break => Change::Break,
            Point::NoData => Change::NoData,
        }
    }
}

//! SurveyJS's built-in functions.

mod dates;
mod lists;
mod numbers;
mod texts;

use super::datum::Datum;
use super::machine::{Budget, Overrun};
use super::program::Program;
use super::scope::{Ask, Scope};

/// All names, as they are spelled: functions are told apart by case.
pub const NAMES: [&str; 32] = [
    "age",
    "avg",
    "avgInArray",
    "count",
    "countInArray",
    "currentDate",
    "currentYear",
    "dateAdd",
    "dateDiff",
    "day",
    "diffDays",
    "displayValue",
    "getComment",
    "getDate",
    "getYear",
    "iif",
    "isContainerReady",
    "isDisplayMode",
    "max",
    "maxInArray",
    "min",
    "minInArray",
    "month",
    "propertyValue",
    "round",
    "substring",
    "sum",
    "sumInArray",
    "today",
    "trunc",
    "weekday",
    "year",
];

/// One call.
pub(super) struct Call<'a> {
    pub(super) program: &'a Program,
    /// The index of the call among the steps.
    pub(super) at: usize,
    pub(super) name: &'a str,
    pub(super) arguments: Vec<Datum>,
    pub(super) scope: &'a dyn Scope,
}

impl Call<'_> {
    /// Null for a name that no function has.
    pub(super) fn run(&self, budget: &mut Budget) -> Result<Datum, Overrun> {
        budget.charge(self.arguments.iter().map(Datum::weight).sum())?;
        Ok(match self.name {
            "sumInArray" | "countInArray" | "avgInArray" | "minInArray" | "maxInArray" => {
                return lists::run(self, budget);
            }
            "sum" | "min" | "max" | "count" | "avg" | "round" | "trunc" => numbers::run(self),
            "iif" => self.choice(),
            "substring" => texts::substring(&self.arguments),
            "displayValue" => self.scope.ask(Ask::DisplayValue, &self.arguments),
            "propertyValue" => self.scope.ask(Ask::PropertyValue, &self.arguments),
            "getComment" => self.scope.ask(Ask::Comment, &self.arguments),
            "isContainerReady" => self.scope.ask(Ask::ContainerReady, &self.arguments),
            "isDisplayMode" => self.scope.ask(Ask::DisplayMode, &self.arguments),
            _ => dates::run(self).unwrap_or(Datum::Null),
        })
    }

    /// The argument; undefined where there are fewer.
    fn argument(&self, nth: usize) -> &Datum {
        self.arguments.get(nth).unwrap_or(&Datum::Undefined)
    }

    fn choice(&self) -> Datum {
        if self.arguments.len() < 2 {
            return Datum::Null;
        }
        self.argument(if self.argument(0).is_true() { 1 } else { 2 }).clone()
    }
}

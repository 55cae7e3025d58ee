//! `sumInArray` and its like: over the rows of a list, or the members of an object.

use super::super::arithmetic::add;
use super::super::compare::greater;
use super::super::datum::Datum;
use super::super::equal::loosely_true;
use super::super::machine::{Budget, Overrun, run as run_program, steps};
use super::super::number::{coerce, is_number, number_of};
use super::super::parse::parse;
use super::super::program::{Op, Program};
use super::super::scope::Item;
use super::Call;

/// What the arguments say: `(list, column)`, `(list, column, condition)` or `(list, column, column to return, condition)`.
struct Rows {
    rows: Vec<Datum>,
    column: String,
    wanted: String,
    condition: Condition,
}

enum Condition {
    None,
    /// From a text: it is parsed here.
    Text(Program),
    /// An argument that is itself an expression: its steps run again for each row.
    Steps(usize, usize),
}

#[allow(clippy::cast_precision_loss, reason = "no list is that long")]
pub(super) fn run(call: &Call, budget: &mut Budget) -> Result<Datum, Overrun> {
    let Some(rows) = Rows::of(call) else {
        return Ok(if call.name.starts_with('m') { Datum::Undefined } else { Datum::Number(0.0) });
    };
    let mut kept = Vec::new();
    for row in &rows.rows {
        let Some(value) = row.member(&rows.column).filter(|value| !value.is_empty()) else { continue };
        if rows.takes(row, call, budget)? {
            kept.push((row, value));
        }
    }
    let numbers = || kept.iter().filter_map(|(_, value)| as_number(value));
    let sum = || numbers().fold(Datum::Number(0.0), |sum, number| add(&sum, &number));
    let count = kept.len() as f64;
    Ok(match call.name {
        "sumInArray" => sum(),
        "countInArray" => count.into(),
        "avgInArray" => if kept.is_empty() { 0.0 } else { coerce(&sum()) / count }.into(),
        name => {
            let better: fn(&Datum, &Datum) -> bool =
                if name == "minInArray" { |a, b| greater(b, a) } else { greater };
            let all = kept.iter().filter_map(|(row, value)| Some((row, as_number(value)?)));
            match all.reduce(|best, one| if better(&one.1, &best.1) { one } else { best }) {
                None => Datum::Undefined,
                Some((_, best)) if rows.wanted == rows.column => best,
                Some((row, _)) => row.member(&rows.wanted).cloned().unwrap_or_default(),
            }
        }
    })
}

impl Rows {
    fn of(call: &Call) -> Option<Self> {
        let rows = match call.argument(0) {
            Datum::List(items) => items.clone(),
            Datum::Object(members) => members.iter().map(|(_, member)| member.clone()).collect(),
            _ => return None,
        };
        let Datum::Text(column) = call.argument(1) else { return None };
        if call.arguments.len() > 4 {
            return None;
        }
        let (wanted, at) = match (call.argument(2), call.program.argument(call.at, 2)) {
            (Datum::Text(name), Some([Op::Constant(_)]))
                if !name.contains(['{', '}', '>', '<', '=', '!']) =>
            {
                (name, 3)
            }
            _ => (column, 2),
        };
        Some(Self {
            rows,
            column: column.clone(),
            wanted: wanted.clone(),
            condition: Condition::of(call, at),
        })
    }

    fn takes(&self, row: &Datum, call: &Call, budget: &mut Budget) -> Result<bool, Overrun> {
        let scope = Item { item: row, around: call.scope };
        budget.charge(1)?;
        Ok(match &self.condition {
            Condition::None => true,
            Condition::Text(program) => {
                budget.charge(program.ops.len())?;
                loosely_true(&run_program(program, &scope)?)
            }
            Condition::Steps(from, to) => loosely_true(&steps(call.program, *from, *to, &scope, budget)?),
        })
    }
}

impl Condition {
    fn of(call: &Call, nth: usize) -> Self {
        match call.argument(nth) {
            Datum::Text(text) if !text.is_empty() => {
                // One that does not parse holds for no row.
                Self::Text(parse(text).unwrap_or_default())
            }
            _ => match call.program.argument(call.at, nth) {
                Some(ops) => {
                    let from = call.program.ops.get(call.at).map_or(0, |op| match op {
                        Op::Call { starts, .. } => starts.get(nth).copied().unwrap_or_default(),
                        _ => 0,
                    });
                    Self::Steps(from, from + ops.len())
                }
                None => Self::None,
            },
        }
    }
}

/// `None`: a text that is no number.
fn as_number(value: &Datum) -> Option<Datum> {
    match value {
        Datum::Text(_) => is_number(value).then(|| number_of(value).into()),
        other => Some(other.clone()),
    }
}

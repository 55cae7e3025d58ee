//! Runs a program.

use super::arithmetic;
use super::compare::{as_dates, greater};
use super::contain::{all_of, any_of, contains, contains_not, defined};
use super::datum::Datum;
use super::equal::{Order, equal};
use super::function;
use super::number::{is_number, number_of};
use super::program::{Binary, Op, Program, Reading, Unary, Variable};
use super::scope::{Scope, missing};

/// An expression may look at so many values; a long one of a real survey looks at some hundred.
pub const STEPS: usize = 1_000_000;

/// It was still running after [`STEPS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overrun;

/// How many steps are left.
pub(super) struct Budget(usize);

impl Budget {
    pub(super) fn charge(&mut self, steps: usize) -> Result<(), Overrun> {
        self.0 = self.0.checked_sub(steps).ok_or(Overrun)?;
        Ok(())
    }
}

/// A value on the stack, and whether its order matters in `=`.
struct Held(Datum, Order);

impl From<Datum> for Held {
    fn from(datum: Datum) -> Self {
        Self(datum, Order::Any)
    }
}

pub(super) fn run(program: &Program, scope: &dyn Scope) -> Result<Datum, Overrun> {
    steps(program, 0, program.ops.len(), scope, &mut Budget(STEPS))
}

/// The steps from `from` to `to`, which leave one value.
pub(super) fn steps(
    program: &Program,
    from: usize,
    to: usize,
    scope: &dyn Scope,
    budget: &mut Budget,
) -> Result<Datum, Overrun> {
    let mut stack: Vec<Held> = Vec::new();
    for at in from..to {
        let Some(op) = program.ops.get(at) else { break };
        let result = match op {
            Op::Nothing => Datum::Null.into(),
            Op::Constant(datum) => datum.clone().into(),
            Op::Variable(one) => variable(one, scope),
            Op::List(count) => Datum::List(take(&mut stack, *count)).into(),
            Op::Unary(op) => unary(*op, &stack.pop().map(|held| held.0).unwrap_or_default()).into(),
            Op::Binary(op) => {
                let (right, left) = (stack.pop(), stack.pop());
                let nothing = || Datum::Null.into();
                let (left, right) = (left.unwrap_or_else(nothing), right.unwrap_or_else(nothing));
                budget.charge(cost(*op, &left.0, &right.0))?;
                binary(*op, left, right, scope).into()
            }
            Op::Call { name, starts } => {
                let arguments = take(&mut stack, starts.len());
                let call = function::Call { program, at, name, arguments, scope };
                call.run(budget)?.into()
            }
        };
        budget.charge(result.0.weight())?;
        stack.push(result);
    }
    Ok(stack.pop().map(|held| held.0).unwrap_or_default())
}

fn take(stack: &mut Vec<Held>, count: usize) -> Vec<Datum> {
    stack.split_off(stack.len().saturating_sub(count)).into_iter().map(|held| held.0).collect()
}

/// `contains` and its like look at each with each.
fn cost(op: Binary, left: &Datum, right: &Datum) -> usize {
    use Binary::{AllOf, AnyOf, Contains, NoneOf, NotContains};
    match op {
        Contains | NotContains | AnyOf | AllOf | NoneOf => left.weight().saturating_mul(right.weight()),
        _ => left.weight() + right.weight(),
    }
}

fn variable(variable: &Variable, scope: &dyn Scope) -> Held {
    let found = scope.find(variable).or_else(|| missing(&variable.path, &variable.name));
    match (found, variable.reading) {
        (Some(found), Reading::AsIs) => Held(found.value, found.order),
        (Some(found), Reading::Converted | Reading::Whole) => Held(converted(found.value), found.order),
        (None, _) => object(&variable.name).unwrap_or(Datum::Null).into(),
    }
}

/// `{"key": 1}` is no variable but an object.
fn object(name: &str) -> Option<Datum> {
    name.find(':').filter(|at| *at > 0)?;
    mot_cua_contract::lean::parse(&["{", name, "}"].concat()).map(|value| Datum::from(&value))
}

/// Texts that spell a boolean or a number become such; quotes around them go.
pub(super) fn converted(datum: Datum) -> Datum {
    let Datum::Text(text) = datum else { return datum };
    if text.eq_ignore_ascii_case("true") {
        return true.into();
    }
    if text.eq_ignore_ascii_case("false") {
        return false.into();
    }
    let quoted = text.len() > 1 && text.starts_with(['\'', '"']) && text.ends_with(['\'', '"']);
    if let Some(inside) = text.get(1..text.len().saturating_sub(1)).filter(|_| quoted) {
        return inside.into();
    }
    let datum = Datum::Text(text);
    if let Datum::Text(text) = &datum
        && is_number(&datum)
        && !leading_zero(text)
    {
        return number_of(&datum).into();
    }
    datum
}

/// "007" is a code, not a number.
fn leading_zero(text: &str) -> bool {
    let mut rest = text.bytes();
    if rest.next() != Some(b'0') || text.starts_with("0x") {
        return false;
    }
    !matches!(rest.next(), None | Some(b'.' | b','))
}

fn unary(op: Unary, datum: &Datum) -> Datum {
    Datum::Bool(match op {
        Unary::Empty => datum.is_empty(),
        Unary::NotEmpty => !datum.is_empty(),
        Unary::Negate => !datum.is_true(),
    })
}

fn binary(op: Binary, left: Held, right: Held, scope: &dyn Scope) -> Datum {
    let order = if left.1 == Order::Exact { left.1 } else { right.1 };
    let (mut left, mut right) = (left.0, right.0);
    if op.fills_empty() {
        left = arithmetic::fill(left, &right);
        right = arithmetic::fill(right, &left);
    }
    let nothing = left.is_nothing() || right.is_nothing();
    if matches!(left, Datum::Date(_)) != matches!(right, Datum::Date(_)) && !op.fills_empty() {
        (left, right) = as_dates(left, right, scope.clock());
    }
    let same = || equal(defined(&left), defined(&right), order);
    match op {
        Binary::Or => return if left.is_true() { left } else { right },
        Binary::And => return if left.is_true() { right } else { left },
        Binary::Plus => return arithmetic::plus(&left, &right),
        Binary::Minus => return arithmetic::minus(&left, &right),
        Binary::Times => return arithmetic::times(&left, &right),
        Binary::Divided => return arithmetic::divided(&left, &right),
        Binary::Modulo => return arithmetic::modulo(&left, &right),
        Binary::Power => return arithmetic::power(&left, &right),
        Binary::Equal => same(),
        Binary::NotEqual => !same(),
        Binary::Less => !nothing && greater(&right, &left),
        Binary::Greater => !nothing && greater(&left, &right),
        Binary::LessOrEqual => same() || (!nothing && greater(&right, &left)),
        Binary::GreaterOrEqual => same() || (!nothing && greater(&left, &right)),
        Binary::Contains => contains(&left, &right),
        Binary::NotContains => contains_not(&left, &right),
        Binary::AnyOf => any_of(&left, &right),
        Binary::AllOf => all_of(&left, &right),
        Binary::NoneOf => !any_of(&left, &right),
    }
    .into()
}

//! From SurveyJS's language to a tree: only what comes back as the same program.

use mot_cua_survey::expression::{Binary, Datum, Expression, Op as Step, Reading, Unary};

use super::super::names::Sort;
use super::{Flag, Op, Tree, Where, in_survey};

/// A longer one would be a tree too deep to walk.
const MOST_STEPS: usize = 500;

/// `None`: a sheet cannot say it.
pub(in super::super) fn tree(text: &str, at: Where) -> Option<Tree> {
    let expression = Expression::parse(text).ok()?;
    if expression.program().ops.len() > MOST_STEPS {
        return None;
    }
    let mut stack: Vec<Tree> = Vec::new();
    for step in &expression.program().ops {
        let tree = match step {
            Step::Constant(Datum::Text(text)) => Tree::Text(text.clone()),
            Step::Constant(Datum::Number(number)) => Tree::Number(number.to_string()),
            Step::Constant(Datum::Bool(yes)) => Tree::Flag(if *yes { Flag::True } else { Flag::False }),
            Step::Variable(variable) if variable.reading == Reading::Converted => named(&variable.name, at)?,
            Step::Unary(Unary::Negate) => Tree::Not(Box::new(stack.pop()?)),
            Step::Unary(test) => {
                let op = if *test == Unary::Empty { Op::Equal } else { Op::NotEqual };
                Tree::Pair(op, Box::new(stack.pop()?), Box::new(Tree::Text(String::new())))
            }
            Step::Binary(op) => {
                let (right, left) = (stack.pop()?, stack.pop()?);
                pair(*op, left, right, at)?
            }
            Step::Call { name, starts } => {
                let arguments = stack.split_off(stack.len().checked_sub(starts.len())?);
                length(&arguments).unwrap_or(Tree::Call(function(name)?.to_owned(), arguments))
            }
            _ => return None,
        };
        stack.push(tree);
    }
    let tree = stack.pop().filter(|_| stack.is_empty())?;
    // The sheet's words are read by the sheet's parser, not from this tree.
    let again = super::parse(&super::on_sheet(&tree)?).ok()?;
    let back = Expression::parse(&in_survey(&again, at).ok()?).ok()?;
    (back.program() == expression.program()).then_some(tree)
}

/// `if(x = '', 0, string-length(x))`, which the reader makes of `string-length(x)`.
fn length(arguments: &[Tree]) -> Option<Tree> {
    let [Tree::Pair(Op::Equal, of, nothing), Tree::Number(zero), whole] = arguments else { return None };
    let Tree::Call(name, again) = whole else { return None };
    let fits = **nothing == Tree::Text(String::new())
        && zero == "0"
        && name == "string-length"
        && again.first() == Some(of);
    fits.then(|| whole.clone())
}

/// A question, a column of the choices.
fn named(name: &str, at: Where) -> Option<Tree> {
    if at.columns.is_some() && name == "item" {
        return Some(Tree::Word("name".to_owned()));
    }
    if let Some(column) = name.strip_prefix("item.").filter(|_| at.columns.is_some()) {
        return Some(Tree::Word(column.to_owned()));
    }
    if let Some(name) = name.strip_suffix(".length") {
        return Some(Tree::Call("string-length".to_owned(), vec![named(name, at)?]));
    }
    let inside = name.strip_prefix("panel.").and_then(|name| at.names.on_sheet(name, Some(at.repeat?)));
    let (name, _) = inside.or_else(|| at.names.on_sheet(name, None))?;
    Some(if at.own == Some(name) { Tree::Own } else { Tree::Reference(name.to_owned()) })
}

fn pair(op: Binary, left: Tree, right: Tree, at: Where) -> Option<Tree> {
    let sort = match &left {
        Tree::Reference(name) => at.names.get(name).map(|known| known.sort),
        Tree::Own => at.own.and_then(|name| at.names.get(name)).map(|known| known.sort),
        _ => None,
    };
    let op = match op {
        Binary::Contains if sort == Some(Sort::Several) => {
            return Some(Tree::Call("selected".to_owned(), vec![left, right]));
        }
        Binary::Or => Op::Or,
        Binary::And => Op::And,
        Binary::LessOrEqual => Op::LessOrEqual,
        Binary::GreaterOrEqual => Op::GreaterOrEqual,
        Binary::Equal => Op::Equal,
        Binary::NotEqual => Op::NotEqual,
        Binary::Less => Op::Less,
        Binary::Greater => Op::Greater,
        Binary::Plus => Op::Plus,
        Binary::Minus => Op::Minus,
        Binary::Times => Op::Times,
        Binary::Divided => Op::Divided,
        Binary::Modulo => Op::Modulo,
        _ => return None,
    };
    let ticked =
        sort == Some(Sort::Yes) && matches!(op, Op::Equal | Op::NotEqual) && right == Tree::Flag(Flag::True);
    let right = if ticked { Tree::Text("OK".to_owned()) } else { right };
    Some(Tree::Pair(op, Box::new(left), Box::new(right)))
}

fn function(name: &str) -> Option<&'static str> {
    Some(match name {
        "iif" => "if",
        "count" => "count-selected",
        "round" => "round",
        "trunc" => "int",
        "today" => "today",
        "currentDate" => "now",
        "getDate" => "date",
        _ => return None,
    })
}

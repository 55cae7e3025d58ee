//! A tree in the words of a sheet.

use super::{Flag, Op, Tree};

/// `None`: a text with both kinds of quotes, which `XPath` cannot say.
pub(in super::super) fn spell(tree: &Tree) -> Option<String> {
    Some(match tree {
        Tree::Text(text) if !text.contains('\'') => format!("'{text}'"),
        Tree::Text(text) if !text.contains('"') => format!("\"{text}\""),
        Tree::Text(_) => return None,
        Tree::Number(number) => number.clone(),
        Tree::Flag(Flag::True) => "true()".to_owned(),
        Tree::Flag(Flag::False) => "false()".to_owned(),
        Tree::Reference(name) => format!("${{{name}}}"),
        Tree::Own => ".".to_owned(),
        Tree::Word(word) => word.clone(),
        Tree::Not(inside) => format!("not({})", spell(inside)?),
        Tree::Pair(op, left, right) => {
            format!("{} {} {}", side(left, *op, op.level())?, word(*op), side(right, *op, op.level() + 1)?)
        }
        Tree::Call(name, arguments) => {
            let all: Option<Vec<String>> = arguments.iter().map(spell).collect();
            format!("{name}({})", all?.join(", "))
        }
    })
}

fn side(tree: &Tree, of: Op, least: u8) -> Option<String> {
    let text = spell(tree)?;
    let compares = |op: Op| (2..=3).contains(&op.level());
    let loose = matches!(tree, Tree::Pair(op, ..) if op.level() < least || (compares(*op) && compares(of)));
    Some(if loose { format!("({text})") } else { text })
}

fn word(op: Op) -> &'static str {
    match op {
        Op::Or => "or",
        Op::And => "and",
        Op::Equal => "=",
        Op::NotEqual => "!=",
        Op::Less => "<",
        Op::LessOrEqual => "<=",
        Op::Greater => ">",
        Op::GreaterOrEqual => ">=",
        Op::Plus => "+",
        Op::Minus => "-",
        Op::Times => "*",
        Op::Divided => "div",
        Op::Modulo => "mod",
    }
}

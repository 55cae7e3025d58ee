//! A tree in SurveyJS's words.

use super::super::names::{Known, Names, Sort};
use super::{FUNCTIONS, Flag, Op, Tree};

/// What an expression can see.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Where<'a> {
    pub(in super::super) names: &'a Names,
    /// The sheet's name of the question that `.` is. `None`: `.` means nothing here.
    pub(in super::super) own: Option<&'a str>,
    /// The survey's name of the repeat around it.
    pub(in super::super) repeat: Option<&'a str>,
    /// The columns of the choices, in a choice filter.
    pub(in super::super) columns: Option<&'a [String]>,
}

/// Why it cannot be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Trouble {
    UnknownReference(String),
    /// A question in a repeat, from outside of it.
    OutOfReach(String),
    UnknownFunction(String),
    WrongArguments(&'static str, &'static str),
    BareWord(String),
}

type Spelled = Result<String, Trouble>;

pub(in super::super) fn spell(tree: &Tree, at: Where) -> Spelled {
    Ok(match tree {
        Tree::Text(text) => quoted(text),
        Tree::Number(number) => number.clone(),
        Tree::Flag(Flag::True) => "true".to_owned(),
        Tree::Flag(Flag::False) => "false".to_owned(),
        Tree::Reference(name) => format!("{{{}}}", at.path(name)?),
        Tree::Own => format!("{{{}}}", at.path(at.own.ok_or_else(|| Trouble::BareWord(".".to_owned()))?)?),
        Tree::Word(word) => at.column(word)?,
        Tree::Not(inside) => format!("!({})", spell(inside, at)?),
        Tree::Pair(op, left, right) => pair(*op, left, right, at)?,
        Tree::Call(name, arguments) => call(name, arguments, at)?,
    })
}

fn pair(op: Op, left: &Tree, right: &Tree, at: Where) -> Spelled {
    if let (Op::Equal | Op::NotEqual, Some(variable), Tree::Text(text)) = (op, at.variable(left)?, right) {
        if text.is_empty() {
            return Ok(format!("{variable} {}", if op == Op::Equal { "empty" } else { "notempty" }));
        }
        if text == "OK" && at.known(left).is_some_and(|known| known.sort == Sort::Yes) {
            return Ok(format!("{variable} {} true", if op == Op::Equal { "=" } else { "!=" }));
        }
    }
    let side = |tree: &Tree, closer: bool| {
        let text = spell(tree, at)?;
        let looser = match tree {
            // SurveyJS has all comparisons on one level, and reads them from the left.
            Tree::Pair(inner, ..) if (2..=3).contains(&op.level()) => inner.level() <= 3,
            Tree::Pair(inner, ..) => inner.level() < op.level() || (closer && inner.level() == op.level()),
            _ => false,
        };
        Ok(if looser { format!("({text})") } else { text })
    };
    let word = match op {
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
        Op::Divided => "/",
        Op::Modulo => "%",
    };
    Ok(format!("{} {word} {}", side(left, false)?, side(right, true)?))
}

fn call(name: &str, arguments: &[Tree], at: Where) -> Spelled {
    let Some((name, takes)) = FUNCTIONS.iter().find(|(known, _)| *known == name) else {
        return Err(Trouble::UnknownFunction(name.to_owned()));
    };
    let wrong = || Trouble::WrongArguments(name, takes);
    let variable = |tree: &Tree| at.variable(tree)?.ok_or_else(wrong);
    let all = || arguments.iter().map(|one| spell(one, at)).collect::<Result<Vec<_>, _>>();
    Ok(match (*name, arguments) {
        ("selected", [of, value]) => {
            let op = match at.known(of).ok_or_else(wrong)?.sort {
                Sort::Several => "contains",
                Sort::Yes => return pair(Op::Equal, of, value, at),
                Sort::One | Sort::Other => "=",
            };
            format!("{} {op} {}", variable(of)?, spell(value, at)?)
        }
        ("count-selected", [of]) => format!("count({})", variable(of)?),
        ("string-length", [of]) => {
            let name = variable(of)?;
            let length = name.replace('}', ".length}");
            format!("iif({name} empty, 0, {length})")
        }
        ("if", [_, _, _]) => format!("iif({})", all()?.join(", ")),
        ("coalesce", [of, otherwise]) => {
            let name = variable(of)?;
            format!("iif({name} notempty, {name}, {})", spell(otherwise, at)?)
        }
        ("concat", [_, ..]) => {
            let sum = |tree: &Tree| {
                Ok(if matches!(tree, Tree::Pair(..)) {
                    format!("({})", spell(tree, at)?)
                } else {
                    spell(tree, at)?
                })
            };
            format!("'' + {}", arguments.iter().map(sum).collect::<Result<Vec<_>, _>>()?.join(" + "))
        }
        ("round", [_] | [_, _]) => format!("round({})", all()?.join(", ")),
        ("int", [_]) => format!("trunc({})", all()?.join(", ")),
        ("today", []) => "today()".to_owned(),
        ("now", []) => "currentDate()".to_owned(),
        ("date", [_]) => format!("getDate({})", all()?.join(", ")),
        _ => return Err(wrong()),
    })
}

impl Where<'_> {
    fn known(&self, tree: &Tree) -> Option<&Known> {
        match tree {
            Tree::Reference(name) => self.names.get(name),
            Tree::Own => self.names.get(self.own?),
            _ => None,
        }
    }

    /// `{name}`; `None`: no reference.
    fn variable(&self, tree: &Tree) -> Result<Option<String>, Trouble> {
        match tree {
            Tree::Reference(_) | Tree::Own => spell(tree, *self).map(Some),
            _ => Ok(None),
        }
    }

    /// What stands in braces for a question of the sheet.
    pub(in super::super) fn path(&self, name: &str) -> Spelled {
        let known = self.names.get(name).ok_or_else(|| Trouble::UnknownReference(name.to_owned()))?;
        match &known.repeat {
            None => Ok(known.name.clone()),
            Some(repeat) if self.repeat == Some(repeat) => Ok(format!("panel.{}", known.name)),
            Some(_) => Err(Trouble::OutOfReach(name.to_owned())),
        }
    }

    fn column(&self, word: &str) -> Spelled {
        match self.columns {
            Some(_) if word == "name" => Ok("{item}".to_owned()),
            Some(columns) if columns.iter().any(|column| column == word) => Ok(format!("{{item.{word}}}")),
            _ => Err(Trouble::BareWord(word.to_owned())),
        }
    }
}

fn quoted(text: &str) -> String {
    let escaped = text.replace('\'', "\\'").replace('"', "\\\"");
    format!("'{escaped}'")
}

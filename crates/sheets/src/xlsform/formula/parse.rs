//! From text to a tree.

use super::lex::{Token, next};
use super::{Flag, Op, Tree};

/// Brackets within brackets, `-` before `-`.
const MOST_DEEP: usize = 40;
/// Operators in one expression: a chain of them is as deep as it is long.
const MOST_PAIRS: usize = 500;

/// It cannot be read from this character on (from 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) struct Refusal {
    pub(in super::super) at: usize,
}

pub(in super::super) fn parse(text: &str) -> Result<Tree, Refusal> {
    let mut parser = Parser { text, at: 0, deep: 0, pairs: 0 };
    let tree = parser.level(0);
    match tree {
        Some(tree) if parser.peek().is_none() && parser.rest().trim().is_empty() => Ok(tree),
        _ => {
            let read = text.get(..parser.at).map_or(0, |read| read.chars().count());
            Err(Refusal { at: read + 1 })
        }
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    deep: usize,
    pairs: usize,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<(Token<'a>, usize)> {
        let rest = self.rest();
        let start = rest.len() - rest.trim_start().len();
        let (token, length) = next(rest.get(start..)?)?;
        Some((token, start + length))
    }

    fn sign(&mut self, sign: &str) -> Option<()> {
        let (token, length) = self.peek()?;
        (token == Token::Sign(sign)).then(|| self.at += length)
    }

    /// Operands of one level, from the left.
    fn level(&mut self, level: u8) -> Option<Tree> {
        if level > 5 {
            return self.operand();
        }
        let mut tree = self.level(level + 1)?;
        while let Some((token, length)) = self.peek() {
            let Some(op) = operator(&token).filter(|op| op.level() == level) else { break };
            self.pairs += 1;
            if self.pairs > MOST_PAIRS {
                return None;
            }
            self.at += length;
            tree = Tree::Pair(op, Box::new(tree), Box::new(self.level(level + 1)?));
        }
        Some(tree)
    }

    fn operand(&mut self) -> Option<Tree> {
        self.deep += 1;
        let tree = if self.deep > MOST_DEEP { None } else { self.shallow() };
        self.deep -= 1;
        tree
    }

    fn shallow(&mut self) -> Option<Tree> {
        let (token, length) = self.peek()?;
        if token == Token::Sign("|") {
            return None;
        }
        self.at += length;
        Some(match token {
            Token::Text(text) => Tree::Text(text.to_owned()),
            Token::Number(number) => Tree::Number(number.to_owned()),
            Token::Reference(name) => Tree::Reference(name.to_owned()),
            Token::Sign(".") => Tree::Own,
            Token::Sign("(") => {
                let tree = self.level(0)?;
                self.sign(")")?;
                tree
            }
            Token::Sign("-") => match self.operand()? {
                Tree::Number(number) if !number.starts_with('-') => Tree::Number(format!("-{number}")),
                other => Tree::Pair(Op::Minus, Box::new(Tree::Number("0".to_owned())), Box::new(other)),
            },
            Token::Word(word) if self.sign("(").is_some() => called(word, self.arguments()?),
            Token::Word(word) => Tree::Word(word.to_owned()),
            Token::Sign(_) => {
                self.at -= length;
                return None;
            }
        })
    }

    /// What stands between the brackets of a call.
    fn arguments(&mut self) -> Option<Vec<Tree>> {
        let mut all = Vec::new();
        if self.sign(")").is_some() {
            return Some(all);
        }
        loop {
            all.push(self.level(0)?);
            if self.sign(",").is_none() {
                return self.sign(")").map(|()| all);
            }
        }
    }
}

fn called(word: &str, mut arguments: Vec<Tree>) -> Tree {
    match (word, arguments.len()) {
        ("not", 1) => Tree::Not(Box::new(arguments.remove(0))),
        ("true", 0) => Tree::Flag(Flag::True),
        ("false", 0) => Tree::Flag(Flag::False),
        _ => Tree::Call(word.to_owned(), arguments),
    }
}

fn operator(token: &Token) -> Option<Op> {
    Some(match token {
        Token::Word("or") => Op::Or,
        Token::Word("and") => Op::And,
        Token::Word("div") => Op::Divided,
        Token::Word("mod") => Op::Modulo,
        Token::Sign("=") => Op::Equal,
        Token::Sign("!=") => Op::NotEqual,
        Token::Sign("<") => Op::Less,
        Token::Sign("<=") => Op::LessOrEqual,
        Token::Sign(">") => Op::Greater,
        Token::Sign(">=") => Op::GreaterOrEqual,
        Token::Sign("+") => Op::Plus,
        Token::Sign("-") => Op::Minus,
        Token::Sign("*") => Op::Times,
        _ => return None,
    })
}

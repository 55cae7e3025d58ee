//! Words and signs of an expression.

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Number(&'a str),
    Reference(&'a str),
    Word(&'a str),
    /// `.`, `(`, `)`, `,` and operators that are not words.
    Sign(&'a str),
}

const SIGNS: [&str; 14] = ["!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ",", ".", "|"];

/// The token at the beginning of `text`, and its length in bytes. `None`: no token.
pub(super) fn next(text: &str) -> Option<(Token<'_>, usize)> {
    let first = text.chars().next()?;
    if let Some(inside) = text.strip_prefix("${") {
        let name = inside.split_once('}')?.0;
        let trimmed = name.trim();
        return (!trimmed.is_empty() && !trimmed.contains(['{', '$']))
            .then_some((Token::Reference(trimmed), name.len() + 3));
    }
    if first == '\'' || first == '"' {
        let inside = text.get(1..)?.split_once(first)?.0;
        return Some((Token::Text(inside), inside.len() + 2));
    }
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(text);
    let fraction = text.get(whole..).and_then(|rest| rest.strip_prefix('.')).map_or(0, digits);
    let length = if fraction > 0 { whole + 1 + fraction } else { whole };
    if length > 0 {
        return Some((Token::Number(text.get(..length)?), length));
    }
    if first.is_alphabetic() || first == '_' {
        let takes = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | ':');
        let length = text.find(|sign| !takes(sign)).unwrap_or(text.len());
        return Some((Token::Word(text.get(..length)?), length));
    }
    let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign))?;
    Some((Token::Sign(sign), sign.len()))
}

//! A designer's rich text: the one way in which text becomes elements. What is not on the list is left out, its words stay;
//! scripts, sheets and frames go with all that is in them.

/// A piece of rich text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    Text(String),
    Element { tag: &'static str, href: Option<String>, inside: Vec<Piece> },
}

/// What may stay, and as what. Headings would break the page's own order of headings.
const TAGS: [(&str, &str); 22] = [
    ("a", "a"),
    ("b", "strong"),
    ("blockquote", "blockquote"),
    ("br", "br"),
    ("div", "p"),
    ("em", "em"),
    ("h1", "p"),
    ("h2", "p"),
    ("h3", "p"),
    ("h4", "p"),
    ("h5", "p"),
    ("h6", "p"),
    ("hr", "br"),
    ("i", "em"),
    ("li", "li"),
    ("ol", "ol"),
    ("p", "p"),
    ("strong", "strong"),
    ("td", "p"),
    ("th", "p"),
    ("u", "em"),
    ("ul", "ul"),
];

/// Gone with what is in them.
const GONE: [&str; 12] = [
    "iframe", "math", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "xmp",
];

/// How deep elements may stand in one another; what is deeper stands where the deepest does.
const MOST_DEEP: usize = 12;

/// More bytes than this are not read.
const MOST_BYTES: usize = 1 << 16;

/// Reads it. Never fails: what cannot be understood is text.
pub fn read(html: &str) -> Vec<Piece> {
    let mut end = html.len().min(MOST_BYTES);
    while !html.is_char_boundary(end) {
        end -= 1;
    }
    let mut rest = html.get(..end).unwrap_or_default();
    // Open elements, the outermost first, on top of what stands in none.
    let mut open: Vec<(&'static str, Option<String>, Vec<Piece>)> = vec![("", None, Vec::new())];
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        say(&mut open, before);
        if let Some(after) = tag.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(inner) = tag.get(1..).filter(|inner| {
            inner.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '/' | '!' | '?'))
        }) else {
            say(&mut open, "<");
            rest = tag.get(1..).unwrap_or_default();
            continue;
        };
        let end = tag_end(inner);
        let (inside, after) = inner.split_at(end);
        rest = after.strip_prefix('>').unwrap_or(after);
        let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let name_end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let (name, attributes) = inside.split_at(name_end);
        let name = name.to_ascii_lowercase();
        if GONE.contains(&name.as_str()) {
            if !closes {
                rest = past(rest, &name);
            }
            continue;
        }
        let Some((_, kept)) = TAGS.iter().find(|(one, _)| *one == name) else { continue };
        if closes {
            close(&mut open, kept);
        } else if *kept == "br" {
            put(&mut open, Piece::Element { tag: "br", href: None, inside: Vec::new() });
        } else if open.len() < MOST_DEEP {
            open.push((kept, (*kept == "a").then(|| href(attributes)).flatten(), Vec::new()));
        }
    }
    say(&mut open, rest);
    while open.len() > 1 {
        fold(&mut open);
    }
    open.pop().map(|(_, _, pieces)| pieces).unwrap_or_default()
}

/// Where the tag ends, quotes around values in mind.
fn tag_end(inner: &str) -> usize {
    let mut quote = None;
    for (at, c) in inner.char_indices() {
        match (quote, c) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    inner.len()
}

/// What follows the end of an element that goes with all that is in it.
fn past<'a>(rest: &'a str, name: &str) -> &'a str {
    let lower = rest.to_ascii_lowercase();
    let Some(at) = lower.find(&["</", name].concat()) else { return "" };
    let after = rest.get(at..).unwrap_or_default();
    after.split_once('>').map_or("", |(_, after)| after)
}

fn put(open: &mut [(&'static str, Option<String>, Vec<Piece>)], piece: Piece) {
    if let Some((_, _, pieces)) = open.last_mut() {
        pieces.push(piece);
    }
}

fn say(open: &mut [(&'static str, Option<String>, Vec<Piece>)], text: &str) {
    if !text.is_empty() {
        put(open, Piece::Text(plain(text)));
    }
}

fn close(open: &mut Vec<(&'static str, Option<String>, Vec<Piece>)>, tag: &str) {
    if open.iter().skip(1).any(|(one, ..)| *one == tag) {
        while let Some((last, ..)) = open.last().map(|(one, ..)| (*one,)) {
            fold(open);
            if last == tag {
                break;
            }
        }
    }
}

/// The innermost open element is done.
fn fold(open: &mut Vec<(&'static str, Option<String>, Vec<Piece>)>) {
    if let Some((tag, href, inside)) = open.pop() {
        put(open, Piece::Element { tag, href, inside });
    }
}

/// Only addresses that cannot run anything.
fn href(attributes: &str) -> Option<String> {
    let lower = attributes.to_ascii_lowercase();
    let at = lower.match_indices("href").find(|(at, _)| {
        lower.get(..*at).is_none_or(|before| {
            before.ends_with(|c: char| c.is_whitespace() || c == '/' || c == '"' || c == '\'')
        })
    })?;
    let value = attributes.get(at.0 + 4..)?.trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value.get(1..)?.split(quote).next()?,
        _ => value.split(|c: char| c.is_whitespace()).next()?,
    };
    let value = plain(value);
    let safe = ["https://", "http://", "mailto:", "tel:"];
    let start = value.trim().to_ascii_lowercase();
    (safe.iter().any(|scheme| start.starts_with(scheme)) && !value.contains(|c: char| c.is_control()))
        .then(|| value.trim().to_owned())
}

/// Entities that designers write, as characters; others stay as they are.
fn plain(text: &str) -> String {
    const NAMED: [(&str, char); 7] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", '\u{a0}'),
        ("#39", '\''),
    ];
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found = after.split_once(';').filter(|(name, _)| name.len() <= 8).and_then(|(name, behind)| {
            let named = NAMED.iter().find(|(one, _)| *one == name).map(|(_, c)| *c);
            let number = || {
                let digits = name.strip_prefix('#')?;
                let code = match digits.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                    None => digits.parse().ok()?,
                };
                char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())
            };
            Some((named.or_else(number)?, behind))
        });
        let (c, behind) = found.unwrap_or(('&', after));
        out.push(c);
        rest = behind;
    }
    out.push_str(rest);
    out
}

//! Reading an address. The same rules stand in `boot.js`; `tests/cases/place-links.json` holds both to them.

use mot_cua_contract::Place;

use crate::part;

/// A place of more characters than this is not read at all: the longest that can be written has 173.
const MOST: usize = 256;

/// What an address says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    /// `None`: the address names no place, or its unit cannot be read (then a notice says so).
    pub place: Option<Place>,
    /// Visit token, upper case. It has to leave the address bar once read.
    pub token: Option<String>,
    /// What was dropped, in the order of the address.
    pub notices: Vec<Notice>,
}

/// A part that was dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub code: Code,
    /// The part, decoded and upper case, at most 32 characters. Never HTML.
    pub part: String,
}

/// Why a part was dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// The whole place has more than 256 characters.
    TooLong,
    /// The first part is no unit: no place.
    BadUnit,
    /// What follows the hyphen is no counter: the unit as a whole.
    BadCounter,
    /// A known tag with a value it cannot have.
    BadPart,
    /// No such tag.
    UnknownPart,
    /// The tag stood there before; the first one counts.
    RepeatedPart,
}

impl Code {
    /// Stable kebab-case code, the key of the words in a language pack.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::TooLong => "too-long",
            Self::BadUnit => "bad-unit",
            Self::BadCounter => "bad-counter",
            Self::BadPart => "bad-part",
            Self::UnknownPart => "unknown-part",
            Self::RepeatedPart => "repeated-part",
        }
    }
}

/// Reads a full address, a path (`/Q/04795-3/DR`, in whatever folder) or the alias `?q=04795-3/DR`.
pub fn read(address: &str) -> Read {
    let (path, query) = split(address);
    let path = ["/", &plain(path)].concat();
    let path = path.trim_end_matches('/');
    // By bytes: a search for text brings 3 KB of machinery into the page.
    if let Some(at) = path.as_bytes().windows(3).rposition(|three| three == b"/Q/") {
        return read_place(path.get(at + 3..).unwrap_or_default());
    }
    let alias = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .find(|(name, _)| name.eq_ignore_ascii_case("q"));
    alias.map_or_else(Read::default, |(_, place)| read_place(&plain(place)))
}

/// Path and query; scheme, host and fragment are cut off.
fn split(address: &str) -> (&str, &str) {
    let address = address.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let path = match path.split_once(':').and_then(|(scheme, rest)| Some((scheme, rest.strip_prefix("//")?)))
    {
        // A scheme is letters: `/Q/04795/x://y` has none.
        Some((scheme, rest)) if !scheme.contains('/') => {
            rest.find('/').and_then(|at| rest.get(at..)).unwrap_or_default()
        }
        _ => path,
    };
    (path, query)
}

/// Decodes `%20` to `%7F` once and makes ASCII letters upper case. Anything else stays as it
/// is and fails later: no part of a place needs it, and a decoder that cannot fail is the same in every language.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        let (before, after) = rest.split_at(at);
        out.push_str(before);
        let byte = after.get(1..3).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        let byte = byte.and_then(|hex| u8::from_str_radix(hex, 16).ok()).filter(|b| (0x20..0x80).contains(b));
        if let Some(byte) = byte {
            out.push(char::from(byte));
            rest = after.get(3..).unwrap_or_default();
        } else {
            out.push('%');
            rest = after.get(1..).unwrap_or_default();
        }
    }
    out.push_str(rest);
    out.make_ascii_uppercase();
    out
}

fn read_place(text: &str) -> Read {
    let mut read = Read::default();
    let text = text.trim_start_matches('/');
    if text.chars().count() > MOST {
        read.drop(Code::TooLong, text);
        return read;
    }
    // Some static hosts answer a folder with a redirect to the file in it.
    let mut parts = text.split('/').filter(|part| !part.is_empty() && *part != "INDEX.HTML");
    let Some(desk) = parts.next() else { return read };
    let (unit, counter) = desk.split_once('-').map_or((desk, None), |(unit, counter)| (unit, Some(counter)));
    if !part::is_unit(unit) {
        read.drop(Code::BadUnit, desk);
        return read;
    }
    let mut place = Place::unit(unit);
    match counter {
        Some(counter) if !part::is_counter(counter) => read.drop(Code::BadCounter, desk),
        counter => place.counter = counter.map(str::to_owned),
    }
    for part in parts {
        if let Err(code) = read_part(part, &mut place, &mut read.token) {
            read.drop(code, part);
        }
    }
    read.place = Some(place);
    read
}

fn read_part(part: &str, place: &mut Place, token: &mut Option<String>) -> Result<(), Code> {
    let tag = part.chars().next().unwrap_or_default();
    let value = part.get(tag.len_utf8()..).unwrap_or_default();
    match tag {
        'F' => put(&mut place.field, part::is_field(value).then(|| value.to_owned())),
        'P' => put(&mut place.procedure, part::procedure(value)),
        'D' => put(&mut place.purpose, part::purpose(value)),
        'T' => put(token, part::is_token(value).then(|| value.to_owned())),
        _ => Err(Code::UnknownPart),
    }
}

fn put<T>(slot: &mut Option<T>, value: Option<T>) -> Result<(), Code> {
    match (&slot, value) {
        (_, None) => Err(Code::BadPart),
        (Some(_), Some(_)) => Err(Code::RepeatedPart),
        (None, value) => {
            *slot = value;
            Ok(())
        }
    }
}

impl Read {
    fn drop(&mut self, code: Code, part: &str) {
        self.notices.push(Notice { code, part: part.chars().take(32).collect() });
    }
}

//! The column `type`.

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Asked<'a> {
    Plain(Plain),
    /// Also its list, and whether the citizen may add a choice.
    Choose(Choose, &'a str, Other),
    Begin(Holder),
    End(Holder),
    /// A type of `XLSForm` that is not asked.
    Outside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Plain {
    Text,
    Integer,
    Decimal,
    Date,
    Time,
    DateTime,
    Note,
    Range,
    Acknowledge,
    Image,
    Calculate,
    Hidden,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Choose {
    One,
    Several,
    Rank,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Other {
    None,
    Words,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Holder {
    Group,
    Repeat,
}

/// Why a cell says no type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Refusal {
    Unknown,
    NoList,
}

/// As they are written, first the ones without a list.
pub(in super::super) const TYPES: [(&str, Asked<'static>); 17] = [
    ("text", Asked::Plain(Plain::Text)),
    ("integer", Asked::Plain(Plain::Integer)),
    ("decimal", Asked::Plain(Plain::Decimal)),
    ("date", Asked::Plain(Plain::Date)),
    ("time", Asked::Plain(Plain::Time)),
    ("dateTime", Asked::Plain(Plain::DateTime)),
    ("note", Asked::Plain(Plain::Note)),
    ("range", Asked::Plain(Plain::Range)),
    ("acknowledge", Asked::Plain(Plain::Acknowledge)),
    ("image", Asked::Plain(Plain::Image)),
    ("calculate", Asked::Plain(Plain::Calculate)),
    ("hidden", Asked::Plain(Plain::Hidden)),
    ("begin_group", Asked::Begin(Holder::Group)),
    ("end_group", Asked::End(Holder::Group)),
    ("begin_repeat", Asked::Begin(Holder::Repeat)),
    ("end_repeat", Asked::End(Holder::Repeat)),
    ("string", Asked::Plain(Plain::Text)),
];

pub(in super::super) const CHOOSE: [(&str, Choose); 3] =
    [("select_one", Choose::One), ("select_multiple", Choose::Several), ("rank", Choose::Rank)];

/// Of `XLSForm`; among them all that tells who or where someone is.
const OUTSIDE: [&str; 24] = [
    "geopoint",
    "geotrace",
    "geoshape",
    "start-geopoint",
    "background-geopoint",
    "audio",
    "background-audio",
    "video",
    "file",
    "barcode",
    "start",
    "end",
    "today",
    "deviceid",
    "phonenumber",
    "username",
    "email",
    "audit",
    "xml-external",
    "csv-external",
    "select_one_from_file",
    "select_multiple_from_file",
    "select_one_external",
    "subscriberid",
];

pub(in super::super) fn parse(cell: &str) -> Result<Asked<'_>, Refusal> {
    let mut words: Vec<&str> = cell.split_whitespace().collect();
    let or_other = words.last().is_some_and(|word| word.eq_ignore_ascii_case("or_other"));
    if or_other {
        words.pop();
    }
    let is = |spelled: &str, name: &str| spelled.eq_ignore_ascii_case(name);
    // `begin group` and `begin_group`, `select one from list` and `select_one list`.
    let first = words.first().copied().unwrap_or_default();
    let two = format!("{first}_{}", words.get(1).copied().unwrap_or_default());
    for (spelled, rest) in [(first, words.get(1..)), (two.as_str(), words.get(2..))] {
        let rest = rest.unwrap_or_default();
        if let Some((_, choose)) = CHOOSE.iter().find(|(name, _)| is(spelled, name)) {
            let rest = rest.strip_prefix(&["from"]).unwrap_or(rest);
            let [list] = rest else { return Err(Refusal::NoList) };
            return Ok(Asked::Choose(*choose, list, if or_other { Other::Words } else { Other::None }));
        }
        if let Some((_, asked)) = TYPES.iter().find(|(name, _)| is(spelled, name)) {
            return if rest.is_empty() { Ok(*asked) } else { Err(Refusal::Unknown) };
        }
    }
    let outside = OUTSIDE.iter().any(|name| is(first, name));
    if outside { Ok(Asked::Outside) } else { Err(Refusal::Unknown) }
}

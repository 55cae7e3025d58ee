//! The name in `{…}`: where a value is.

use super::datum::Datum;
use super::number::number_of;

use crate::letters::Lower;

/// `a.b[0].c` in its parts. Names may hold dots themselves, so that which parts make one name is only known beside the values.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    pub parts: Vec<Part>,
}

/// What stands between two dots.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub name: String,
    /// `[1]`; negative: from the end.
    pub index: Option<i64>,
}

impl Path {
    pub fn of(name: &str) -> Self {
        Self { parts: name.split('.').map(Part::of).collect() }
    }

    /// The names of the first `count` parts, with their dots.
    pub fn name(parts: &[Part]) -> String {
        parts.iter().map(|part| part.name.as_str()).collect::<Vec<_>>().join(".")
    }
}

impl Part {
    #[allow(clippy::cast_possible_truncation, reason = "an index beyond any list finds nothing")]
    fn of(text: &str) -> Self {
        let index = text
            .strip_suffix(']')
            .and_then(|text| text.rsplit_once('['))
            .map(|(name, index)| (name, number_of(&index.into())));
        match index {
            Some((name, index)) if !index.is_nan() => {
                Self { name: name.to_owned(), index: Some(index as i64) }
            }
            _ => Self { name: text.to_owned(), index: None },
        }
    }
}

/// Follows `parts` into `datum`: the longest name that is there wins. `None`: nothing is there.
pub(crate) fn follow<'a>(datum: &'a Datum, parts: &[Part]) -> Option<Step<'a>> {
    let mut at = Step::There(datum);
    let mut parts = parts;
    while !parts.is_empty() {
        let indexed = parts.iter().position(|part| part.index.is_some());
        let most = indexed.map_or(parts.len(), |at| at + 1);
        let (count, found) = (1..=most).rev().find_map(|count| {
            let name = Path::name(parts.get(..count)?);
            Some((count, at.member(&name)?))
        })?;
        at = found;
        if let Some(index) = parts.get(count - 1).and_then(|part| part.index) {
            at = at.item(index)?;
        }
        parts = parts.get(count..)?;
    }
    Some(at)
}

/// Where a path has led to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    There(&'a Datum),
    /// `.length`
    Length(usize),
}

impl Step<'_> {
    fn member(self, name: &str) -> Option<Self> {
        let Self::There(datum) = self else { return None };
        match datum {
            Datum::List(items) if name == "length" => Some(Self::Length(items.len())),
            Datum::Text(text) if name == "length" && !text.is_empty() => {
                Some(Self::Length(text.encode_utf16().count()))
            }
            Datum::Object(members) => {
                let lower = name.lower();
                let (_, member) = members.iter().find(|(one, _)| one == name || one.lower() == lower)?;
                (*member != Datum::Undefined).then_some(Self::There(member))
            }
            _ => None,
        }
    }

    fn item(self, index: i64) -> Option<Self> {
        let Self::There(Datum::List(items)) = self else { return None };
        let at = if index < 0 { i64::try_from(items.len()).ok()? + index } else { index };
        items.get(usize::try_from(at).ok()?).map(Self::There)
    }

    #[allow(clippy::cast_precision_loss, reason = "no list is that long")]
    pub(crate) fn datum(self) -> Datum {
        match self {
            Self::There(datum) => datum.clone(),
            Self::Length(count) => Datum::Number(count as f64),
        }
    }
}

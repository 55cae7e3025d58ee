//! Days of the week as people write them.

use crate::fold::fold;

/// Monday first, as in Việt Nam's week of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

const ALL: [(Weekday, [&str; 3]); 7] = [
    (Weekday::Monday, ["2", "hai", "mon"]),
    (Weekday::Tuesday, ["3", "ba", "tue"]),
    (Weekday::Wednesday, ["4", "tu", "wed"]),
    (Weekday::Thursday, ["5", "nam", "thur"]),
    (Weekday::Friday, ["6", "sau", "fri"]),
    (Weekday::Saturday, ["7", "bay", "sat"]),
    (Weekday::Sunday, ["cn", "chu nhat", "sun"]),
];

impl Weekday {
    /// `thứ Tư`, `Thu 4`, `T4`, `4`, `Chủ nhật`, `CN`, `wed`, `Wednesday`. `None`: no day, such as `thứ 8`.
    pub fn read(text: &str) -> Option<Self> {
        let folded = fold(text);
        let bare = folded.strip_prefix("thu ").unwrap_or(&folded);
        let bare =
            bare.strip_prefix('t').filter(|rest| matches!(rest.as_bytes(), [b'0'..=b'9'])).unwrap_or(bare);
        let is = |(_, names): &&(Self, [&str; 3])| {
            names.contains(&bare) || bare.strip_suffix("day").is_some_and(|stem| is_english(stem, names))
        };
        ALL.iter().find(is).map(|(day, _)| *day)
    }

    /// 0 is Monday; beyond 6 it begins again.
    pub(super) fn of(number: i64) -> Self {
        usize::try_from(number.rem_euclid(7))
            .ok()
            .and_then(|at| ALL.get(at))
            .map_or(Self::Monday, |day| day.0)
    }
}

/// `wednes` of `wed`.
fn is_english(stem: &str, names: &[&str; 3]) -> bool {
    names.last().is_some_and(|short| stem.starts_with(short) && stem.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_people_write() {
        for (text, day) in [
            ("thứ 2", Weekday::Monday),
            ("Thứ Hai", Weekday::Monday),
            ("T4", Weekday::Wednesday),
            ("thu tu", Weekday::Wednesday),
            ("thứ năm", Weekday::Thursday),
            ("Thursday", Weekday::Thursday),
            ("7", Weekday::Saturday),
            ("CN", Weekday::Sunday),
            ("chủ nhật", Weekday::Sunday),
            ("Sunday", Weekday::Sunday),
        ] {
            assert_eq!(Weekday::read(text), Some(day), "{text}");
        }
        for text in ["thứ 8", "thứ 1", "T8", "", "thứ", "hôm nay", "day", "t", "8"] {
            assert_eq!(Weekday::read(text), None, "{text}");
        }
    }
}

//! A day as clerks write it.

use mot_cua_catalogue::ward::Date;

/// `31/12/2027`, `31-12-2027`, `31.12.2027`, `2027-12-31`, with or without a time of day behind it. Day before month, as in
/// Việt Nam. `None`: no such day, or a year of two digits, which could be any.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.split(['T', ' ']).next().unwrap_or_default();
    if let Some(date) = Date::read(text) {
        return Some(date);
    }
    let mut parts = text.split(['/', '-', '.']);
    let mut next = |most: usize| {
        parts.next().filter(|part| {
            !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    let (day, month, year) = (next(2)?.parse().ok()?, next(2)?.parse().ok()?, next(4)?);
    if year.len() != 4 || parts.next().is_some() {
        return None;
    }
    Date::new(year.parse().ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_spellings_and_the_impossible() {
        let day = |text| day(text).map(Date::iso);
        for text in
            ["31/12/2027", "31-12-2027", "31.12.2027", "2027-12-31", "2027-12-31T00:00", "31/12/2027 0:00"]
        {
            assert_eq!(day(text).as_deref(), Some("2027-12-31"), "{text}");
        }
        assert_eq!(day("1/2/2028").as_deref(), Some("2028-02-01"));
        for text in [
            "",
            "31/02/2027",
            "12/31/2027",
            "31/12/27",
            "2027/12",
            "mai",
            "31/12/2027/1",
            "-1/1/2027",
            "46022",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}

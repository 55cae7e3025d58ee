//! A ward's promises for one procedure as the page shows them: in words, so that the page need not know how they are made.

use mot_cua_contract::Pairs;

/// Minutes of a day.
pub const DAY: u32 = 24 * 60;
/// 1 January 1970 was a Thursday; 0 is Monday.
const FIRST: u32 = 3;

/// Whether a line of [`Procedure::ours`](crate::Procedure::ours) holds for who files in that minute since 1970, by the ward's
/// clock. A line without days says something else, and never does.
pub fn holds(line: &Pairs, minute: u32) -> bool {
    let Some(today) = char::from_digit((minute / DAY + FIRST) % 7, 10) else { return false };
    line["days"].contains(today) && line["before"].parse().is_ok_and(|before: u32| minute % DAY < before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wednesday_before_three() {
        let line = |days: &str, before: &str| -> Pairs {
            [("days", days), ("before", before)]
                .map(|(name, is)| (name.to_owned(), is.to_owned()))
                .into_iter()
                .collect()
        };
        // 2026-11-25, a Wednesday, began that many days after 1970 did.
        let at = |minute: u32| 20_782 * DAY + minute;
        assert!(holds(&line("2", "900"), at(899)));
        assert!(!holds(&line("2", "900"), at(900)), "15:00 is not before 15:00");
        assert!(!holds(&line("2", "900"), at(DAY + 600)), "Thursday");
        assert!(holds(&line("0123456", "1440"), at(1439)));
        assert!(
            !holds(&line("", ""), at(0)) && !holds(&Pairs::new(), at(0)) && !holds(&line("2", "x"), at(0))
        );
    }
}

//! What is known about a procedure before anybody asks: how near it is to a ward's counter, and for whom it is.

use crate::fold::fold;
use crate::model::Procedure;
use crate::words::Words;

/// A pinned procedure's prior; the others have less.
const PINNED: u8 = 9;

/// 0 (a ministry's) … 9 (pinned by the ward): a digit of the index's column.
pub(super) fn prior(procedure: &Procedure, words: &Words) -> u8 {
    if words.pins.contains(&procedure.code) {
        return PINNED;
    }
    let at_level = |level: &str| procedure.levels.iter().any(|known| fold(known) == level);
    let level = match () {
        () if at_level("cap xa") || procedure.at_ward_counter => 3,
        () if procedure.levels.is_empty() || at_level("cap tinh") => 1,
        () => 0,
    };
    level + u8::from(procedure.at_ward_counter) + 3 * u8::from(words.popular.contains(&procedure.code))
}

/// Who may ask, as bits of [`super::Who`]; 0: the record does not say, so nobody is kept from it.
pub(super) fn who(procedure: &Procedure) -> u8 {
    let mut bits = 0;
    let mut depth = 0_u32;
    // Commas inside parentheses do not part: "Tổ chức (không bao gồm doanh nghiệp, HTX)" is one.
    let parts = procedure.audience.as_deref().unwrap_or_default().split(|c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(c, ',' | ';')
    });
    for part in parts {
        let part = fold(part);
        let begins = |words: &[&str]| words.iter().any(|word| part.starts_with(word));
        bits |= match () {
            () if begins(&["cong dan", "ca nhan", "ho gia dinh"]) => 1,
            () if begins(&["nguoi"]) => 2,
            () if begins(&["doanh nghiep", "hop tac xa", "ho kinh doanh"]) => 4,
            () if begins(&["to chuc", "co quan", "can bo", "cong chuc", "vien chuc"]) => 8,
            () => 0,
        };
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn audiences() {
        for (said, bits) in [
            ("Công dân Việt Nam", 1),
            ("Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)", 9),
            ("Doanh nghiệp; Người nước ngoài", 6),
            ("Cán bộ, công chức, viên chức", 8),
            (")(, x", 0),
            ("", 0),
        ] {
            let procedure = Procedure { audience: Some(said.to_owned()), ..Procedure::default() };
            assert_eq!(who(&procedure), bits, "{said}");
        }
    }

    #[test]
    fn nearer_is_more() {
        let words = Words { popular: vec!["1".to_owned()], pins: vec!["2".to_owned()], ..Words::default() };
        let of = |code: &str, levels: &[&str]| {
            let levels = levels.iter().map(|level| (*level).to_owned()).collect();
            prior(&Procedure { code: code.to_owned(), levels, ..Procedure::default() }, &words)
        };
        assert_eq!(of("0", &["Cấp bộ"]), 0);
        assert_eq!(of("0", &["Cấp bộ", "Cấp tỉnh"]), 1);
        assert_eq!(of("0", &["Cấp Xã", "Cấp tỉnh"]), 3);
        assert_eq!(of("1", &["Cấp xã"]), 6);
        assert_eq!(of("2", &[]), 9);
    }
}

//! The level of `huyện` and `quận`, abolished on 1 July 2025 (two levels: province and commune), still named in records.

use super::{DoubtCode, Found};
use crate::fold::{exact, syllables};
use crate::model::Procedure;

/// In the names: title, offices, documents, results. Running text (steps, conditions) may rightly speak of old papers.
pub(super) fn find(procedure: &Procedure, found: &mut Found) {
    let mut look = |text: &str, path: &str| found.when(mentions(text), DoubtCode::OldDistrict, path);
    look(&procedure.title, "title");
    look(procedure.office.as_deref().unwrap_or_default(), "office");
    look(procedure.authority.as_deref().unwrap_or_default(), "authority");
    for (c, case) in procedure.cases.iter().enumerate() {
        look(case.name.as_deref().unwrap_or_default(), &format!("cases[{c}].name"));
        for (d, document) in case.documents.iter().enumerate() {
            look(&document.name, &format!("cases[{c}].documents[{d}].name"));
        }
    }
    for (at, result) in procedure.results.iter().enumerate() {
        look(&result.name, &format!("results[{at}].name"));
    }
}

fn mentions(text: &str) -> bool {
    syllables(text).any(|syllable| {
        // Few syllables are worth a closer look: both words have five or six letters at most and begin so.
        let first = syllable.text.as_bytes().first();
        matches!(first, Some(b'h' | b'H' | b'q' | b'Q'))
            && matches!(exact(syllable.text).as_str(), "huyên\u{323}" | "quân\u{323}")
    })
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn only_the_level() {
        for text in ["(thực hiện tại cấp huyện)", "UBND QUẬN Ba Đình", "huye\u{302}\u{323}n"] {
            assert!(mentions(text), "{text}");
        }
        for text in ["quân sự", "chứng quyền", "truyện", "huyền", ""] {
            assert!(!mentions(text), "{text}");
        }
    }
}

//! The words for what changed, by its code.

use std::collections::BTreeMap;

use crate::xlsform::Lang;

/// Code → words.
pub(super) type Words = BTreeMap<String, String>;

pub(super) fn of(lang: Lang) -> Words {
    let text = match lang {
        Lang::En => include_str!("en.json"),
        Lang::Vi => include_str!("vi.json"),
    };
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use mot_cua_survey::change::What;

    use super::*;

    #[test]
    fn every_change_has_words_in_both_languages() {
        let (en, vi) = (of(Lang::En), of(Lang::Vi));
        assert_eq!(en.keys().collect::<Vec<_>>(), vi.keys().collect::<Vec<_>>());
        for what in What::ALL {
            assert!(en.contains_key(what.as_str()), "{}", what.as_str());
        }
        assert_eq!(en.len(), What::ALL.len() + 4);
    }
}

//! The words for what the survey's linter finds.

use std::collections::BTreeMap;

use mot_cua_survey::lint::inspect::Finding;
use serde::Deserialize;

use crate::xlsform::Lang;

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Words {
    found: String,
    fix: String,
    /// Where nothing resembles what was written.
    fix_without_guess: Option<String>,
}

const EN: &str = include_str!("words/en.json");
const VI: &str = include_str!("words/vi.json");

/// What was found, and what to do.
pub(super) fn of(finding: &Finding, lang: Lang) -> (String, String) {
    let text = match lang {
        Lang::En => EN,
        Lang::Vi => VI,
    };
    // A few kilobytes; read again for each of at most some hundred findings.
    let all: BTreeMap<String, Words> = serde_json::from_str(text).unwrap_or_default();
    let code = finding.code.as_str();
    let Some(words) = all.get(code) else { return (code.to_owned(), String::new()) };
    let guessed = finding.about.iter().any(|(name, value)| *name == "meant" && !value.is_empty());
    let fix = words.fix_without_guess.as_ref().filter(|_| !guessed).unwrap_or(&words.fix);
    (filled(&words.found, finding), filled(fix, finding))
}

/// `{name}` by what is known of it; other braces stay.
fn filled(text: &str, finding: &Finding) -> String {
    let known = finding.about.iter();
    known.fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use mot_cua_survey::lint::inspect::Code;

    use super::*;

    #[test]
    fn every_code_has_words_in_both_languages() {
        for text in [EN, VI] {
            let mut all: BTreeMap<String, Words> = serde_json::from_str(text).unwrap();
            for code in Code::ALL {
                let words = all.remove(code.as_str()).unwrap_or_else(|| panic!("{}", code.as_str()));
                assert!(!words.found.is_empty() && !words.fix.is_empty(), "{}", code.as_str());
            }
            assert_eq!(all.keys().collect::<Vec<_>>(), Vec::<&String>::new(), "words without a code");
        }
    }

    #[test]
    fn braces_and_guesses() {
        let finding = Finding {
            code: Code::UnknownPipe,
            path: String::new(),
            about: vec![("name", "q".to_owned()), ("meant", String::new())],
        };
        let (found, fix) = of(&finding, Lang::En);
        assert!(found.contains("{q}") && fix.contains("typing mistake"), "{found} {fix}");
    }
}

//! Codes of forms to fill in, as document names mention them: `CT01`, `TK01a`.

use crate::fold::syllables;
use crate::model::Procedure;

/// Beginnings of numbers that look like a form's code and are a law's, a circular's, a decree's…
const LEGAL: [&str; 6] = ["QH", "TT", "ND", "NQ", "QD", "CP"];

/// The codes mentioned, each once, in order of appearance.
pub(super) fn mentioned(procedure: &Procedure) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    let texts = procedure
        .cases
        .iter()
        .flat_map(|case| case.name.iter().chain(case.documents.iter().map(|d| &d.name)));
    for syllable in texts.flat_map(|text| syllables(text)) {
        if is_form_code(syllable.text) && !found.contains(&syllable.text) {
            found.push(syllable.text);
        }
    }
    found
}

/// Two to four capitals, two digits, perhaps a small letter.
fn is_form_code(word: &str) -> bool {
    let letters = word.bytes().take_while(u8::is_ascii_uppercase).count();
    let (Some(letters), Some(rest)) = (word.get(..letters), word.get(letters..)) else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (2..=4).contains(&letters.len())
        && digits == 2
        && rest.bytes().skip(2).all(|b| b.is_ascii_lowercase())
        && rest.len() <= 3
        && !LEGAL.contains(&letters)
}

#[cfg(test)]
mod tests {
    use super::is_form_code;

    #[test]
    fn forms_and_not_laws() {
        for form in ["CT01", "TK01a", "NA17", "HGTM04"] {
            assert!(is_form_code(form), "{form}");
        }
        for other in ["QH13", "TT56", "CT1", "A17", "ct01", "CT011", "CT01ab", "14", ""] {
            assert!(!is_form_code(other), "{other}");
        }
    }
}

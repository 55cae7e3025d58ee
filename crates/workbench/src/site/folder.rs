//! The folder of a site, as `mot-cua check`, `build` and `serve` take it.

use std::io::{Cursor, Write as _};

use mot_cua_contract::Site;
use mot_cua_contract::site::is_file_name;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The page's own words, which a site carries so that a ward may change them.
const WORDS: [(&str, &str); 2] = [
    ("vi", include_str!("../../../../public/locales/vi.json")),
    ("en", include_str!("../../../../public/locales/en.json")),
];

/// What to do with the folder; read by people, left alone by the program.
const README: &str = include_str!("../../words/folder.txt");

/// Whether the page has words of its own in that language.
pub(crate) fn has_words(lang: &str) -> bool {
    WORDS.iter().any(|(own, _)| *own == lang)
}

/// What the folder would still lack, by path.
pub(crate) fn missing(site: &Site, survey: Option<&str>) -> Vec<String> {
    let words = site.languages.iter().filter(|lang| !has_words(lang));
    let words = words.map(|lang| ["locales/", lang, ".json"].concat());
    let survey = survey.is_none().then(|| ["surveys/", &site.survey, ".json"].concat());
    words.chain(survey).collect()
}

/// The bytes of the archive. `site`: the text of site.json. `more`: files by their path. `None`: the archive cannot be written, which memory alone would forbid.
pub(crate) fn zip(site: &str, survey: Option<(&str, &str)>, more: &[(String, String)]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut file = |name: &str, text: &str| -> Option<()> {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(text.as_bytes()).ok()
    };
    file("site.json", site)?;
    if let Some((name, text)) = survey {
        file(&["surveys/", name, ".json"].concat(), text)?;
    }
    for (lang, words) in WORDS {
        file(&["locales/", lang, ".json"].concat(), words)?;
    }
    for (path, text) in more {
        file(path, text)?;
    }
    file("DOC-TRUOC.txt", README)?;
    Some(zip.finish().ok()?.into_inner())
}

/// A survey's name as the name of a file: letters, digits and hyphens.
pub(crate) fn file_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .take(64)
        .collect();
    let plain = plain.trim_matches('-').to_owned();
    if is_file_name(&plain) { plain } else { "khao-sat".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_a_files() {
        for (name, file) in [
            ("gop-y", "gop-y"),
            ("../../x", "x"),
            ("Khảo sát 1", "Kh-o-s-t-1"),
            ("", "khao-sat"),
            ("ữ", "khao-sat"),
        ] {
            assert_eq!(file_name(name), file);
        }
    }
}

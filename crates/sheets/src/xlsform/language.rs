//! Languages in heads: `label::Tiếng Việt (vi)`.

use mot_cua_catalogue::fold::fold;

/// Code, as it is written, as it may be found without its code.
const NAMES: [(&str, &str, &[&str]); 2] = [
    ("vi", "Tiếng Việt (vi)", &["tieng viet", "vietnamese", "viet"]),
    ("en", "English (en)", &["english", "tieng anh", "anh"]),
];

/// `vi` for `Tiếng Việt (vi)`, `vi`, `Vietnamese`. `None`: no language that can be told.
pub(crate) fn code(said: &str) -> Option<String> {
    let said = said.trim();
    if let Some((_, code)) = said.strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        return tag(code.trim());
    }
    let folded = fold(said);
    let named = NAMES.iter().find(|(_, _, names)| names.contains(&folded.as_str()));
    named.map_or_else(|| tag(said), |(code, _, _)| Some((*code).to_owned()))
}

/// As a head says it.
pub(super) fn head(code: &str) -> String {
    let named = NAMES.iter().find(|(known, _, _)| *known == code);
    named.map_or_else(|| format!("{code} ({code})"), |(_, said, _)| (*said).to_owned())
}

/// BCP 47, as far as it goes here: `vi`, `zh-cn`, `pt-BR`; and SurveyJS's `default`.
fn tag(text: &str) -> Option<String> {
    let mut parts = text.split('-');
    let letters = parts.next().is_some_and(|part| {
        matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    let rest = parts
        .all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
    ((letters && rest) || text == "default").then(|| text.to_owned())
}

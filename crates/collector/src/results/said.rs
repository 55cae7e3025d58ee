//! What people wrote, as it is shown: where, how content, why, in their words.

use mot_cua_contract::Site;

use super::escape;
use super::voices::Voice;
use super::words::Words;

/// The latest `first` of them under a heading; nothing where nobody wrote.
pub(super) fn latest(words: &Words, site: &Site, voices: &[Voice], first: usize) -> String {
    if voices.is_empty() {
        return String::new();
    }
    let items: String = voices
        .iter()
        .take(first)
        .map(|voice| format!("<li>{}{}</li>", about(words, site, voice), quoted(voice)))
        .collect();
    let title = escape(&words.get("voices"));
    format!("<section class=\"voices\"><h2>{title}</h2><ol>{items}</ol></section>\n")
}

/// Receipt, hour, place, level, reasons: one line.
pub(super) fn about(words: &Words, site: &Site, voice: &Voice) -> String {
    let unit = site.unit(&voice.place.unit);
    let counter = voice.place.counter.as_ref().map(|id| {
        let found = unit.and_then(|unit| unit.counters.iter().find(|counter| counter.id == *id));
        found.map_or(id.as_str(), |counter| counter.name.get(words.lang))
    });
    // Of one unit its name says nothing new.
    let unit = (site.units.len() != 1 || unit.is_none())
        .then(|| unit.map_or(voice.place.unit.as_str(), |unit| unit.name.get(words.lang)));
    let level = voice.level.map(|level| words.get(&format!("level.{level}")));
    let reasons: Vec<String> = voice.reasons.iter().map(|choice| choice.words(words.lang)).collect();
    let reasons = Some(reasons.join(", ")).filter(|reasons| !reasons.is_empty());
    let texts = [Some(words.hour(&voice.came)), unit.map(str::to_owned), counter.map(str::to_owned), reasons];
    let texts: Vec<String> = texts.into_iter().flatten().map(|text| escape(&text)).collect();
    let mood = match voice.level {
        Some(1 | 2) => "low",
        Some(4 | 5) => "high",
        _ => "even",
    };
    let level =
        level.map_or_else(String::new, |level| format!("<b class=\"level {mood}\">{}</b> ", escape(&level)));
    format!("<p class=\"about\">{level}{} · <code>{}</code></p>", texts.join(" · "), escape(&voice.receipt))
}

pub(super) fn quoted(voice: &Voice) -> String {
    voice.words.iter().map(|text| format!("<blockquote>{}</blockquote>", escape(text))).collect()
}

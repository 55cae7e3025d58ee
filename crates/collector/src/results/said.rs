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
    let items: Vec<String> = voices
        .iter()
        .take(first)
        .map(|voice| format!("<li>{}{}</li>", about(words, site, voice), quoted(voice)))
        .collect();
    let (title, items) = (escape(&words.get("voices")), items.concat());
    format!("<section class=\"voices\"><h2>{title}</h2><ol>{items}</ol></section>\n")
}

/// What is known of one who wrote, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub came: String,
    /// The unit, if the site has several, and the counter.
    pub place: String,
    /// Empty: not rated.
    pub level: String,
    pub reasons: String,
}

impl Facts {
    pub fn of(voice: &Voice, site: &Site, lang: &str) -> Self {
        Self::in_words(&Words::of(lang), site, voice)
    }

    fn in_words(words: &Words, site: &Site, voice: &Voice) -> Self {
        let unit = site.unit(&voice.place.unit);
        let counter = voice
            .place
            .counter
            .as_ref()
            .map(|id| site.counter_name(&voice.place.unit, id, words.lang).unwrap_or_else(|| id.clone()));
        // Of one unit its name says nothing new.
        let unit = (site.units.len() != 1 || unit.is_none())
            .then(|| unit.map_or(voice.place.unit.as_str(), |unit| unit.name.get(words.lang)));
        let level = voice.level.map(|level| words.get(&format!("level.{level}")));
        let reasons: Vec<String> = voice.reasons.iter().map(|choice| choice.words(words.lang)).collect();
        let place: Vec<&str> = unit.into_iter().chain(counter.as_deref()).collect();
        let (place, reasons) = (place.join(" · "), reasons.join(", "));
        Self { came: words.hour(&voice.came), place, level: level.unwrap_or_default(), reasons }
    }
}

/// Receipt, hour, place, level, reasons: one line.
pub(super) fn about(words: &Words, site: &Site, voice: &Voice) -> String {
    let Facts { came, place, level, reasons } = Facts::in_words(words, site, voice);
    let texts = [came, place, reasons].map(|text| escape(&text));
    let texts: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let mood = match voice.level {
        Some(1 | 2) => "low",
        Some(4 | 5) => "high",
        _ => "even",
    };
    let level = if level.is_empty() {
        String::new()
    } else {
        format!("<b class=\"level {mood}\">{}</b> ", escape(&level))
    };
    format!("<p class=\"about\">{level}{} · <code>{}</code></p>", texts.join(" · "), escape(&voice.receipt))
}

pub(super) fn quoted(voice: &Voice) -> String {
    let quoted = voice.words.iter().map(|text| format!("<blockquote>{}</blockquote>", escape(text)));
    quoted.collect::<Vec<_>>().concat()
}

//! The words of the printed report, and its numbers as they are written in that language.

use serde_json::Value;

pub(super) struct Words(Value);

impl Words {
    /// English for `en`, else Vietnamese.
    pub(super) fn of(lang: &str) -> Self {
        let text = if lang == "en" { include_str!("words/en.json") } else { include_str!("words/vi.json") };
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    /// The key itself where it has no words; a test keeps that from happening.
    pub(super) fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.0.get(key).and_then(Value::as_str).unwrap_or(key)
    }

    /// `{0}`, `{1}` … filled in; braces in what is filled in stay.
    pub(super) fn fill(&self, key: &str, with: &[&str]) -> String {
        let (mut text, mut rest) = (String::new(), self.get(key));
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let (at, after) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(at.parse().ok().and_then(|at: usize| with.get(at)).copied().unwrap_or_default());
            rest = after;
        }
        text + rest
    }

    /// One decimal.
    pub(super) fn percent(&self, value: f64) -> String {
        format!("{value:.1}").replace('.', self.get("decimal"))
    }

    /// With its sign.
    pub(super) fn points(&self, value: f64) -> String {
        let text = format!("{value:+.1}");
        let plain = if text.ends_with("0.0") { text.trim_start_matches(['+', '-']) } else { &text };
        plain.replace('.', self.get("decimal"))
    }

    pub(super) fn count(&self, count: u64) -> String {
        let digits = count.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(self.get("thousands"));
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_words_and_write_numbers_their_way() {
        let (vi, en) = (Words::of("vi"), Words::of("en"));
        let keys = |words: &Words| words.0.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
        assert_eq!(keys(&vi), keys(&en));
        assert_eq!((vi.count(1_234_567), en.count(999)), ("1.234.567".into(), "999".into()));
        assert_eq!((vi.percent(82.66), en.percent(100.0)), ("82,7".into(), "100.0".into()));
        assert_eq!([2.55, -3.24, -0.01].map(|points| vi.points(points)), ["+2,5", "-3,2", "0,0"]);
        assert_eq!(en.fill("running", &["{1}", "x"]), "Satisfaction report, {1} · x");
    }
}

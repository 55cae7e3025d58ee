//! The words on the sheets: the site's language packs, or ours where it has none, or a file of the clerk's.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use mot_cua_contract::{Purpose, Site};
use mot_cua_print::{Begin, Lines, Words};

use crate::build::Source;

/// Language → key → words.
type Packs = BTreeMap<String, BTreeMap<String, String>>;

const OWN: [(&str, &str); 2] = [
    ("vi", include_str!("../../../../public/locales/vi.json")),
    ("en", include_str!("../../../../public/locales/en.json")),
];

const KEYS: [&str; 17] = [
    "static.print.rate",
    "static.print.rateHow",
    "static.print.look",
    "static.print.lookHow",
    "static.poster.say",
    "static.poster.sayHow",
    "static.print.scan",
    "static.print.type",
    "static.poster.same",
    "static.poster.call",
    "static.print.free",
    "static.poster.first",
    "static.poster.firstPrint",
    "static.poster.firstScan",
    "static.poster.firstMeasure",
    "static.poster.firstPlaces",
    "static.poster.ruler",
];

/// What is said, in which languages.
#[derive(Debug)]
pub(super) struct Wording {
    /// The first is the largest.
    pub(super) languages: Vec<String>,
    packs: Packs,
}

impl Wording {
    /// `file` wins over the site, the site over ours, word by word.
    pub(super) fn read(
        site: Option<&Site>,
        source: Option<&Source>,
        file: Option<&Path>,
    ) -> anyhow::Result<Self> {
        let languages =
            site.map_or_else(|| OWN.map(|(lang, _)| lang.to_owned()).to_vec(), |site| site.languages.clone());
        let mut packs = own()?;
        for lang in &languages {
            let path = format!("locales/{lang}.json");
            let Some(bytes) = source.and_then(|source| source.files.get(&path)) else { continue };
            let words: BTreeMap<String, String> = serde_json::from_slice(bytes)
                .with_context(|| format!("{path} cannot be read; `mot-cua check` says what is wrong"))?;
            packs.entry(lang.clone()).or_default().extend(words);
        }
        if let Some(file) = file {
            let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
            let other: Packs = serde_json::from_str(&text).with_context(|| {
                format!("{}: expected {{\"vi\": {{\"key\": \"words\"}}}}", file.display())
            })?;
            for (lang, words) in other {
                if let Some(key) = words.keys().find(|key| !KEYS.contains(&key.as_str())) {
                    bail!(
                        "{}: {lang} has {key}, expected one of the keys that --template FILE.json writes",
                        file.display()
                    );
                }
                packs.entry(lang).or_default().extend(words);
            }
        }
        Ok(Self { languages, packs })
    }

    /// All words as they are, to be changed.
    pub(super) fn template() -> String {
        let mut packs = own().unwrap_or_default();
        for words in packs.values_mut() {
            words.retain(|key, _| KEYS.contains(&key.as_str()));
        }
        serde_json::to_string_pretty(&packs).unwrap_or_default() + "\n"
    }

    /// In every language that has the key; ours stand in only where the first language has none.
    fn lines(&self, key: &str) -> Lines {
        let words = |lang: &String| self.packs.get(lang)?.get(key).cloned();
        let said: Lines = self.languages.iter().filter_map(words).collect();
        if said.is_empty() {
            self.packs.get("vi").and_then(|pack| pack.get(key)).cloned().into_iter().collect()
        } else {
            said
        }
    }

    /// `{unit}` and `{counter}` stand for the names in the same language.
    pub(super) fn words(
        &self,
        purpose: Purpose,
        phone: Option<&str>,
        (office, desk): (&Lines, &Lines),
    ) -> Words {
        let name = |names: &Lines, at: usize| names.get(at).or(names.first()).cloned().unwrap_or_default();
        let say = |key: &str| -> Lines {
            let lines = self.lines(key).into_iter().enumerate();
            lines
                .map(|(at, line)| {
                    line.replace("{unit}", &name(office, at)).replace("{counter}", &name(desk, at))
                })
                .collect()
        };
        let (headline, how) = match purpose {
            Purpose::Rate => ("static.print.rate", "static.print.rateHow"),
            Purpose::Look => ("static.print.look", "static.print.lookHow"),
            Purpose::Say => ("static.poster.say", "static.poster.sayHow"),
        };
        let call = |phone: &str| {
            say("static.poster.call").iter().take(1).map(|line| line.replace("{0}", phone)).collect()
        };
        Words {
            headline: say(headline),
            how: say(how),
            scan: say("static.print.scan"),
            or: say("static.print.type"),
            same: say("static.poster.same"),
            call: phone.map(call).unwrap_or_default(),
            free: say("static.print.free"),
        }
    }

    pub(super) fn begin(&self, places: Vec<String>) -> Begin {
        let first = |key: &str| self.lines(key).into_iter().next();
        let steps = ["static.poster.firstPrint", "static.poster.firstScan", "static.poster.firstMeasure"];
        Begin {
            title: self.lines("static.poster.first"),
            steps: steps.into_iter().filter_map(first).collect(),
            ruler: self.lines("static.poster.ruler"),
            follows: first("static.poster.firstPlaces").unwrap_or_default(),
            places,
        }
    }
}

fn own() -> anyhow::Result<Packs> {
    let pack = |(lang, text): (&str, &str)| {
        Ok((lang.to_owned(), serde_json::from_str(text).with_context(|| format!("our words in {lang}"))?))
    };
    OWN.into_iter().map(pack).collect()
}

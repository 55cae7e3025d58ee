//! The code book: what each column asks and what each of its values means, in every language, for every version.

mod entry;
mod scale;

use std::collections::{BTreeSet, HashMap};

use mot_cua_contract::Text;
use mot_cua_survey::Question;

use crate::archive::{Archive, Version};
use crate::cell::Cell;
use crate::fixed::FIXED;
use crate::layout::{Layout, Source};
use crate::seen::{Part, Seen, comment_of};
use entry::Entry;

/// One line a column, and one a value.
#[derive(Debug)]
pub struct Codebook {
    langs: Vec<String>,
    /// With the versions that say so.
    entries: Vec<(Entry, Vec<String>)>,
}

impl Codebook {
    /// Of the surveys that were seen, all versions; versions that say the same share a line.
    pub fn of(archive: &Archive, seen: &Seen, layout: &Layout) -> Self {
        let mut lines = Lines { langs: langs(archive, seen), ..Lines::default() };
        for fixed in &FIXED {
            let words = lines.langs.iter().map(|lang| {
                if lang == "vi" {
                    fixed.vi
                } else if lang == "en" {
                    fixed.en
                } else {
                    ""
                }
            });
            let text = words.map(str::to_owned).collect();
            lines.add(Entry { column: fixed.head.to_owned(), text, ..Entry::default() }, None);
        }
        for version in archive.versions(|survey| seen.has(survey)) {
            for question in version.questions() {
                lines.question(layout, version, question, seen);
            }
        }
        // A version that changed a question stands below the one before it, not at the end.
        let place = |(entry, _): &(Entry, Vec<String>)| lines.places.get(&entry.place()).copied();
        let mut entries = lines.entries;
        entries.sort_by_key(place);
        Self { langs: lines.langs, entries }
    }

    /// The first row.
    pub fn heads(&self) -> Vec<String> {
        let each = |prefix: &'static str| self.langs.iter().map(move |lang| [prefix, lang].concat());
        let mut heads: Vec<String> = ["column", "survey", "question", "type"].map(str::to_owned).into();
        heads.extend(each("text."));
        heads.push("value".to_owned());
        heads.extend(each("label."));
        heads.extend(["scale", "versions", "surveyVersions"].map(str::to_owned));
        heads
    }

    /// The rows below it.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Cell>> {
        self.entries.iter().map(|(entry, versions)| entry.cells(self.langs.len(), versions))
    }
}

/// Entries being collected.
#[derive(Debug, Default)]
struct Lines {
    langs: Vec<String>,
    entries: Vec<(Entry, Vec<String>)>,
    known: HashMap<Entry, usize>,
    /// (survey, question) → where it was first met.
    places: HashMap<(String, String), usize>,
}

impl Lines {
    fn question(&mut self, layout: &Layout, version: &Version, question: &Question, seen: &Seen) {
        let head = |source: &Source| layout.head(source).unwrap_or_default().to_owned();
        let column = head(&Source::Answer(question.name.clone()));
        let line = Entry {
            column,
            survey: version.survey.clone(),
            question: question.name.clone(),
            kind: scale::kind(question).to_owned(),
            text: self.words(question.title.as_ref()),
            scale: scale::of(question),
            ..Entry::default()
        };
        self.add(line.clone(), Some(&version.version));
        for (choice, label) in scale::values(question) {
            let several = Source::Choice(question.name.clone(), choice.value.clone());
            let column = layout.head(&several).unwrap_or(&line.column).to_owned();
            let label = self.words(label);
            let value = Entry { column, value: choice.key(), label, scale: String::new(), ..line.clone() };
            self.add(value, Some(&version.version));
        }
        for part in seen.parts(&question.name) {
            let column = match part {
                Part::Comment => head(&Source::Answer(comment_of(&question.name))),
                Part::Row(row) => head(&Source::Row(question.name.clone(), row.clone())),
            };
            self.add(Entry { column, scale: String::new(), ..line.clone() }, Some(&version.version));
        }
    }

    fn add(&mut self, entry: Entry, version: Option<&str>) {
        let next = self.places.len();
        self.places.entry(entry.place()).or_insert(next);
        let place = *self.known.entry(entry.clone()).or_insert(self.entries.len());
        if place == self.entries.len() {
            self.entries.push((entry, Vec::new()));
        }
        if let (Some((_, versions)), Some(version)) = (self.entries.get_mut(place), version) {
            versions.push(version.to_owned());
        }
    }

    /// The same text in every language: nothing where that language has no words of its own.
    fn words(&self, text: Option<&Text>) -> Vec<String> {
        let of =
            |lang: &String| text.filter(|text| text.has(lang)).map_or("", |text| text.get(lang)).to_owned();
        self.langs.iter().map(of).collect()
    }
}

/// Vietnamese, English, then whatever else the definitions speak.
fn langs(archive: &Archive, seen: &Seen) -> Vec<String> {
    let mut others = BTreeSet::new();
    for question in archive.versions(|survey| seen.has(survey)).flat_map(Version::questions) {
        let labels = scale::values(question).into_iter().filter_map(|(_, label)| label);
        for text in question.title.iter().chain(labels) {
            if let Text::Many(by_lang) = text {
                others.extend(by_lang.keys().filter(|lang| !matches!(lang.as_str(), "vi" | "en")).cloned());
            }
        }
    }
    ["vi", "en"].map(str::to_owned).into_iter().chain(others).collect()
}

//! Records → index.

use std::collections::BTreeSet;

use super::Index;
use super::columns::{Columns, OfficeColumn, VERSION};
use super::forms::mentioned;
use super::prior::{prior, who};
use crate::fold::{exact, fold};
use crate::model::Procedure;
use crate::words::{Everyday, Words};
use mot_cua_contract::Pairs;

/// A title with this many bytes more than a name is as short as the name.
const ALMOST: usize = 12;

impl Index {
    /// [`Index::build_with`] the words that this crate ships.
    pub fn build(procedures: &[Procedure]) -> Self {
        Self::build_with(procedures, &Words::shipped())
    }

    /// The index of these records, in whatever order they come. Of records with the same code the first is taken;
    /// `mot-cua check` and the import report the others.
    pub fn build_with(procedures: &[Procedure], words: &Words) -> Self {
        let mut seen = BTreeSet::new();
        let mut rows: Vec<Row> =
            procedures.iter().filter(|p| seen.insert(p.code.as_str())).map(Row::of).collect();
        rows.sort_by(|a, b| a.key.cmp(&b.key));

        let mut columns = Columns { v: VERSION, ..Columns::default() };
        columns.elsewhere = words
            .elsewhere
            .iter()
            .map(|other| OfficeColumn { office: other.office.clone(), say: other.say.join("|") })
            .collect();
        let languages: BTreeSet<&String> = rows.iter().flat_map(|row| row.procedure.names.keys()).collect();
        columns.names = languages.iter().map(|lang| ((*lang).clone(), String::new())).collect::<Pairs>();
        for row in &rows {
            if columns.fields.last() != Some(&row.field) {
                columns.fields.push(row.field.clone());
                columns.runs.push(0);
            }
            if let Some(run) = columns.runs.last_mut() {
                *run += 1;
            }
            let procedure = row.procedure;
            line(&mut columns.codes, &procedure.code);
            line(&mut columns.titles, &procedure.title);
            line(&mut columns.words, &phrases(procedure, words));
            line(&mut columns.forms, &mentioned(procedure).join(" "));
            for (lang, column) in columns.names.iter_mut() {
                line(column, procedure.names.get(lang).map_or("", String::as_str));
            }
            columns.counter.push(if procedure.at_ward_counter { '1' } else { '0' });
            columns.prior.push(char::from(b'0' + prior(procedure, words)));
            columns.who.push(char::from_digit(u32::from(who(procedure)), 16).unwrap_or('0'));
        }
        columns.everyday = groups(words, &columns);
        // Columns made here have one line an item.
        Self::from_columns(columns).unwrap_or_default()
    }
}

/// `means:say|say`, the filler last. Groups whose meaning no record has would only cost bytes.
fn groups(words: &Words, columns: &Columns) -> Vec<String> {
    let texts = [&columns.titles, &columns.words].into_iter().chain(&columns.fields);
    let known: BTreeSet<String> =
        texts.flat_map(|text| exact(text).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect();
    let useful = |group: &&Everyday| exact(&group.means).split(' ').all(|syllable| known.contains(syllable));
    let everyday = words.everyday.iter().filter(useful);
    let line = |means: &str, say: &[String]| [means, ":", &say.join("|")].concat();
    everyday.map(|group| line(&group.means, &group.say)).chain([line("", &words.filler)]).collect()
}

/// What the record gives to be found by, and what people call it, each once; separated by semicolons. Names lose the
/// filler around them, and those that are almost the title are left out: bytes.
fn phrases(procedure: &Procedure, words: &Words) -> String {
    let keywords = procedure.keywords.as_deref().unwrap_or_default().split([';', ',', '\n', '\r']);
    let names = words.names.get(&procedure.code).into_iter().flatten();
    let title = fold(&procedure.title);
    let names = names
        .map(|name| without_filler(name, &words.filler))
        .filter(|name| !(title.ends_with(&fold(name)) && title.len() <= fold(name).len() + ALMOST));
    let mut seen = BTreeSet::new();
    let each = keywords
        .map(|keyword| keyword.trim().to_owned())
        .chain(names)
        .filter(|phrase| !phrase.is_empty() && seen.insert(fold(phrase)));
    each.collect::<Vec<_>>().join(";")
}

fn without_filler(name: &str, filler: &[String]) -> String {
    let name = name.replace([';', ','], " ");
    let mut words: &[&str] = &name.split_whitespace().collect::<Vec<_>>();
    let is_filler = |word: &str| filler.iter().any(|filler| filler == word);
    while let [first, rest @ ..] = words
        && is_filler(first)
    {
        words = rest;
    }
    while let [rest @ .., last] = words
        && is_filler(last)
    {
        words = rest;
    }
    words.join(" ")
}

struct Row<'a> {
    procedure: &'a Procedure,
    field: String,
    /// Order of the index: folded field, field, code.
    key: (String, String, &'a str),
}

impl<'a> Row<'a> {
    fn of(procedure: &'a Procedure) -> Self {
        let mut field = String::new();
        line(&mut field, &procedure.field);
        field.pop();
        Self { procedure, key: (fold(&field), field.clone(), &procedure.code), field }
    }
}

/// Appends `text` as one line: blanks and line ends of any kind become one blank.
fn line(column: &mut String, text: &str) {
    for (at, word) in text.split_whitespace().enumerate() {
        if at > 0 {
            column.push(' ');
        }
        column.push_str(word);
    }
    column.push('\n');
}

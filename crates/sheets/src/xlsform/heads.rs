//! The heads of columns: what is read, under which names.

use mot_cua_catalogue::fold::fold;

use super::book::{Line, Sheet};
use super::finding::{Code, Found, Place, nearest};
use super::language;

/// A column: its name in `XLSForm`, other names (folded: no case, no marks, blanks for `_`).
type Known = &'static [(&'static str, &'static [&'static str])];

pub(super) const SURVEY: Known = &[
    ("type", &["loai", "loai cau hoi"]),
    ("name", &["ten"]),
    ("label", &["nhan", "cau hoi"]),
    ("hint", &["goi y", "chu thich"]),
    ("required", &["bat buoc"]),
    ("required_message", &["bao thieu", "thong bao bat buoc"]),
    ("relevant", &["relevance", "hien khi", "dieu kien"]),
    ("constraint", &["rang buoc"]),
    ("constraint_message", &["bao loi", "thong bao rang buoc"]),
    ("default", &["mac dinh"]),
    ("calculation", &["calculate", "cong thuc", "tinh"]),
    ("choice_filter", &["loc lua chon"]),
    ("appearance", &["kieu hien thi", "cach hien"]),
    ("read_only", &["readonly", "chi doc"]),
    ("parameters", &["tham so"]),
    ("repeat_count", &["so lan lap"]),
    ("cs_json", &[]),
];

pub(super) const CHOICES: Known = &[
    ("list_name", &["list", "ten danh sach", "danh sach"]),
    ("name", &["value", "ten", "gia tri"]),
    ("label", &["nhan"]),
    ("cs_json", &[]),
];

pub(super) const SETTINGS: Known = &[
    ("form_title", &["title", "set form title", "tieu de", "ten bieu mau"]),
    ("form_id", &["id string", "set form id", "ma bieu mau"]),
    ("version", &["phien ban"]),
    ("default_language", &["ngon ngu mac dinh", "ngon ngu"]),
    // A title in several languages: other tools stop at `form_title::English`.
    ("cs_title", &[]),
    ("cs_description", &[]),
    ("cs_json", &[]),
];

/// Columns that hold words, one for each language.
const WORDS: [&str; 7] =
    ["label", "hint", "required_message", "constraint_message", "form_title", "cs_title", "cs_description"];

/// Columns of `XLSForm` that are not read.
const OUTSIDE: [&str; 26] = [
    "guidance hint",
    "image",
    "audio",
    "video",
    "big image",
    "media",
    "bind",
    "body",
    "control",
    "instance",
    "trigger",
    "count",
    "disabled",
    "autoplay",
    "save to",
    "style",
    "public key",
    "submission url",
    "auto send",
    "auto delete",
    "instance name",
    "allow choice duplicates",
    "geometry",
    "noapperrorstring",
    "namespaces",
    "sms keyword",
];

/// What a column is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Means {
    /// One of those that are known, in one language or in none.
    Known(&'static str, Option<String>),
    /// A column of the designer's own on the sheet of choices.
    Own,
    Nothing,
}

/// A sheet below its heads.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) sheet: String,
    /// What each column is, and what its head says.
    pub(super) heads: Vec<(Means, String)>,
    pub(super) rows: Vec<Line>,
}

/// Whether columns that are not known are the designer's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Others {
    Unknown,
    Own,
}

impl Table {
    pub(super) fn of(sheet: Sheet, known: Known, others: Others, found: &mut Found) -> Self {
        let Sheet { name, mut rows } = sheet;
        if rows.is_empty() {
            return Self { sheet: name, ..Self::default() };
        }
        let (number, line) = rows.remove(0);
        let mut heads: Vec<(Means, String)> = Vec::new();
        for (at, said) in line.into_iter().enumerate() {
            let mut means = means(&said, known, others);
            let place = || Place::cell(&name, number, at, &said);
            match &means {
                Err(code) => found.add(*code, place(), &[("name", &said), ("meant", &guess(&said, known))]),
                Ok(Means::Known(key, _)) if heads.iter().any(|(one, _)| Ok(one) == means.as_ref()) => {
                    found.add(Code::DoubleColumn, place(), &[("name", key)]);
                    means = Ok(Means::Nothing);
                }
                Ok(_) => {}
            }
            heads.push((means.unwrap_or(Means::Nothing), said));
        }
        Self { sheet: name, heads, rows }
    }

    /// Tells where the column is missing.
    pub(super) fn needs(&self, key: &str, found: &mut Found) {
        if !self.heads.iter().any(|(means, _)| matches!(means, Means::Known(one, _) if *one == key)) {
            let said: Vec<&str> =
                self.heads.iter().map(|(_, said)| said.as_str()).filter(|said| !said.is_empty()).collect();
            found.add(
                Code::NoColumn,
                Place::sheet(&self.sheet),
                &[("name", key), ("known", &said.join(", "))],
            );
        }
    }
}

fn means(said: &str, known: Known, others: Others) -> Result<Means, Code> {
    if said.is_empty() {
        return Ok(Means::Nothing);
    }
    let (head, lang) = said.split_once("::").map_or((said, None), |(head, lang)| (head, Some(lang)));
    let folded = fold(head);
    let found = known.iter().find(|(key, names)| fold(key) == folded || names.contains(&folded.as_str()));
    match (found, lang) {
        (Some((key, _)), None) => Ok(Means::Known(key, None)),
        (Some((key, _)), Some(lang)) if WORDS.contains(key) => {
            language::code(lang).map(|lang| Means::Known(key, Some(lang))).ok_or(Code::UnknownLanguage)
        }
        _ if OUTSIDE.contains(&folded.as_str()) => Err(Code::OutsideColumn),
        // For other tools.
        _ if folded.starts_with("cs ") => Ok(Means::Nothing),
        (None, None) if others == Others::Own => Ok(Means::Own),
        _ => Err(Code::UnknownColumn),
    }
}

/// Whether a column of that head on the sheet of choices is the designer's own.
pub(super) fn is_own(said: &str) -> bool {
    super::names::is_plain(said) && means(said, CHOICES, Others::Own) == Ok(Means::Own)
}

fn guess(said: &str, known: Known) -> String {
    nearest(said, known.iter().map(|(key, _)| *key))
}

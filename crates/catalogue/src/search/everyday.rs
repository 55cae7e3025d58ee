//! What people say and what titles say: `sổ đỏ` → `giấy chứng nhận quyền sử dụng đất`. Data, carried by the index.

use super::likeness::{Likeness, likeness};
use crate::fold::exact;

/// `official:form|form`; nothing before the colon: filler words.
#[derive(Debug, Default)]
pub(crate) struct Everyday {
    forms: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    /// Exact syllables.
    said: Vec<String>,
    /// Exact syllables; empty for filler.
    official: Vec<String>,
}

/// What the beginning of a query is in everyday language.
pub(super) struct Found<'a> {
    /// How many syllables of the query it takes.
    pub taken: usize,
    /// Empty: filler.
    pub official: &'a [String],
}

impl Everyday {
    pub(crate) fn read(groups: &[String]) -> Self {
        let mut forms = Vec::new();
        for group in groups {
            let (official, said) = group.split_once(':').unwrap_or_default();
            for form in said.split('|') {
                forms.push(Form { said: syllables(form), official: syllables(official) });
            }
        }
        forms.retain(|form| !form.said.is_empty());
        Self { forms }
    }

    /// The longest form that `query` begins with. Without marks counts, with other marks does not: `cuối` is not `cưới`.
    pub(super) fn at_start<S: AsRef<str>>(&self, query: &[S]) -> Option<Found<'_>> {
        // Of equally long ones the first: a ward's own stand before the shipped.
        let longest = self
            .forms
            .iter()
            .rev()
            .filter(|form| fits(&form.said, query))
            .max_by_key(|form| form.said.len())?;
        Some(Found { taken: longest.said.len(), official: &longest.official })
    }
}

/// Whether `query` begins with these exact syllables.
pub(super) fn fits<S: AsRef<str>>(form: &[String], query: &[S]) -> bool {
    form.len() <= query.len()
        && form.iter().zip(query).all(|(said, typed)| likeness(typed.as_ref(), said) == Likeness::Good)
}

pub(super) fn syllables(text: &str) -> Vec<String> {
    exact(text).split_whitespace().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::words::Words;

    /// Of the shipped table.
    fn official(query: &str) -> Option<String> {
        let words = Words::shipped();
        let mut groups: Vec<String> =
            words.everyday.iter().map(|group| [&group.means, ":", &group.say.join("|")].concat()).collect();
        groups.push([":", &words.filler.join("|")].concat());
        Everyday::read(&groups).at_start(&syllables(query)).map(|found| found.official.join(" "))
    }

    #[test]
    fn the_table_reads_and_respects_marks() {
        assert_eq!(official("so do").unwrap(), exact("giấy chứng nhận quyền sử dụng đất"));
        assert_eq!(official("cưới").unwrap(), exact("kết hôn"));
        assert_eq!(official("cuối"), None);
        assert_eq!(official("bao nhiêu").unwrap(), "");
        assert_eq!(official("sao y bản chính").unwrap(), exact("chứng thực bản sao từ bản chính"));
    }

    #[test]
    fn any_group_reads() {
        let odd: Vec<String> = ["", ":", "a", "a:", ":b||", "🙂:🙂"].map(str::to_owned).to_vec();
        assert_eq!(Everyday::read(&odd).forms.len(), 1);
    }
}

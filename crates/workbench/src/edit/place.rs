//! Pages and the questions on them: finding, adding, moving, copying, taking away.

use serde_json::{Map, Value};

use super::fresh;

/// A question by its page and its place on it. (What stands inside a panel is edited in the source.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) page: usize,
    pub(crate) question: usize,
}

impl At {
    /// The question that a path of the linter lies in: `pages[0].elements[2].choices[1]`. `None`: it lies in none.
    pub(crate) fn of(path: &str) -> Option<Self> {
        let rest = path.strip_prefix("pages[")?;
        let (page, rest) = rest.split_once("].elements[")?;
        let (question, _) = rest.split_once(']')?;
        Some(Self { page: page.parse().ok()?, question: question.parse().ok()? })
    }
}

/// A definition that is being edited. Its pages stand in `pages`, their questions in `elements`.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Survey(pub(crate) Map<String, Value>);

impl Survey {
    /// `None`: not JSON, or no object.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        match serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()? {
            Value::Object(raw) => Some(Self::of(raw)),
            _ => None,
        }
    }

    /// Old spellings (`questions`, no pages) become the usual one.
    pub(crate) fn of(mut raw: Map<String, Value>) -> Self {
        if !raw.contains_key("pages") {
            let elements = raw.shift_remove("elements").or_else(|| raw.shift_remove("questions"));
            let mut page = Map::new();
            page.insert("name".to_owned(), "page1".into());
            page.insert("elements".to_owned(), elements.unwrap_or_else(|| Value::Array(Vec::new())));
            raw.insert("pages".to_owned(), Value::Array(vec![Value::Object(page)]));
        }
        let mut survey = Self(raw);
        for page in survey.pages_mut() {
            if let Some(page) = page.as_object_mut()
                && !page.contains_key("elements")
            {
                let old = page.shift_remove("questions").unwrap_or_else(|| Value::Array(Vec::new()));
                page.insert("elements".to_owned(), old);
            }
        }
        survey
    }

    /// As it is downloaded and served.
    pub(crate) fn text(&self) -> String {
        serde_json::to_string_pretty(&self.0).unwrap_or_default() + "\n"
    }

    pub(crate) fn pages(&self) -> &[Value] {
        self.0.get("pages").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    fn pages_mut(&mut self) -> &mut Vec<Value> {
        let pages = self.0.entry("pages").or_insert_with(|| Value::Array(Vec::new()));
        if !pages.is_array() {
            *pages = Value::Array(Vec::new());
        }
        match pages {
            Value::Array(pages) => pages,
            _ => unreachable!("it was just made a list"),
        }
    }

    pub(crate) fn questions(&self, page: usize) -> &[Value] {
        let elements = self.pages().get(page).and_then(|page| page.get("elements"));
        elements.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    fn questions_mut(&mut self, page: usize) -> Option<&mut Vec<Value>> {
        self.pages_mut().get_mut(page)?.get_mut("elements")?.as_array_mut()
    }

    /// Changes the members of a question; nothing where there is none.
    pub(crate) fn change(&mut self, at: At, act: impl FnOnce(&mut Map<String, Value>)) {
        let question = self.questions_mut(at.page).and_then(|all| all.get_mut(at.question)?.as_object_mut());
        if let Some(question) = question {
            act(question);
        }
    }

    /// The same of a page.
    pub(crate) fn change_page(&mut self, page: usize, act: impl FnOnce(&mut Map<String, Value>)) {
        if let Some(page) = self.pages_mut().get_mut(page).and_then(Value::as_object_mut) {
            act(page);
        }
    }

    /// Names of all that stands before `at`, and of everything where that is `None`.
    pub(crate) fn names(&self, before: Option<At>) -> Vec<String> {
        let mut names = Vec::new();
        for page in 0..self.pages().len() {
            for (question, one) in self.questions(page).iter().enumerate() {
                if before == Some(At { page, question }) {
                    return names;
                }
                fresh::names(one, &mut names);
            }
        }
        names
    }

    /// A question at the end of a page. Where it stands.
    pub(crate) fn add(&mut self, page: usize, kind: &str) -> Option<At> {
        let one = fresh::question(kind, &self.names(None));
        let all = self.questions_mut(page)?;
        all.push(one);
        Some(At { page, question: all.len() - 1 })
    }

    pub(crate) fn add_page(&mut self) -> usize {
        let name = fresh::name("page", &self.page_names());
        let mut page = Map::new();
        page.insert("name".to_owned(), name.into());
        page.insert("elements".to_owned(), Value::Array(Vec::new()));
        let pages = self.pages_mut();
        pages.push(Value::Object(page));
        pages.len() - 1
    }

    /// A copy right behind it, under names of its own.
    pub(crate) fn copy(&mut self, at: At) -> Option<At> {
        let copy = fresh::renamed(self.questions(at.page).get(at.question)?, &mut self.names(None));
        self.questions_mut(at.page)?.insert(at.question + 1, copy);
        Some(At { question: at.question + 1, ..at })
    }

    pub(crate) fn copy_page(&mut self, page: usize) -> Option<usize> {
        let mut copy = self.pages().get(page)?.clone();
        let (mut names, pages) = (self.names(None), self.page_names());
        let object = copy.as_object_mut()?;
        object.insert("name".to_owned(), fresh::name("page", &pages).into());
        if let Some(Value::Array(all)) = object.get_mut("elements") {
            for one in all {
                *one = fresh::renamed(one, &mut names);
            }
        }
        self.pages_mut().insert(page + 1, copy);
        Some(page + 1)
    }

    pub(crate) fn remove(&mut self, at: At) {
        if let Some(all) = self.questions_mut(at.page).filter(|all| at.question < all.len()) {
            all.remove(at.question);
        }
    }

    pub(crate) fn remove_page(&mut self, page: usize) {
        let pages = self.pages_mut();
        if page < pages.len() {
            pages.remove(page);
        }
    }

    /// One place up; from the first place of a page to the end of the one before. Where it stands now.
    pub(crate) fn up(&mut self, at: At) -> Option<At> {
        if at.question > 0 {
            self.questions_mut(at.page)?.swap(at.question, at.question.checked_sub(1)?);
            return Some(At { question: at.question - 1, ..at });
        }
        let page = at.page.checked_sub(1)?;
        self.carry(at, page, self.questions(page).len())
    }

    /// One place down; from the last place of a page to the beginning of the next.
    pub(crate) fn down(&mut self, at: At) -> Option<At> {
        let all = self.questions(at.page).len();
        if at.question + 1 < all {
            self.questions_mut(at.page)?.swap(at.question, at.question + 1);
            return Some(At { question: at.question + 1, ..at });
        }
        (at.page + 1 < self.pages().len()).then_some(())?;
        self.carry(at, at.page + 1, 0)
    }

    fn carry(&mut self, at: At, page: usize, question: usize) -> Option<At> {
        let from = self.questions_mut(at.page).filter(|all| at.question < all.len())?;
        let one = from.remove(at.question);
        self.questions_mut(page)?.insert(question, one);
        Some(At { page, question })
    }

    /// Two pages change places. Nothing where one of them is not there.
    pub(crate) fn swap_pages(&mut self, one: usize, other: usize) {
        let pages = self.pages_mut();
        if one < pages.len() && other < pages.len() {
            pages.swap(one, other);
        }
    }

    fn page_names(&self) -> Vec<String> {
        let name = |page: &Value| page.get("name").and_then(Value::as_str).map(str::to_owned);
        self.pages().iter().filter_map(name).collect()
    }
}

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;

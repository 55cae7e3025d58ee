//! Back and forth through what was done.

/// So many steps back.
const MOST: usize = 100;

/// Which way through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Back,
    Forth,
}

impl Step {
    /// Key of the words that say it was done.
    pub(crate) fn said(self) -> &'static str {
        match self {
            Self::Back => "said.undone",
            Self::Forth => "said.redone",
        }
    }
}

/// Versions before and after the one that is shown.
#[derive(Debug)]
pub(crate) struct History<T> {
    before: Vec<T>,
    after: Vec<T>,
    /// The field that the last change was typed into. What is typed in one go is one step.
    typing: Option<String>,
}

impl<T> Default for History<T> {
    fn default() -> Self {
        Self { before: Vec::new(), after: Vec::new(), typing: None }
    }
}

impl<T: Clone> History<T> {
    /// Notes the version that is about to change. `field`: of what is typed; `None`: it is a step by itself.
    pub(crate) fn note(&mut self, old: &T, field: Option<String>) {
        let goes_on = field.is_some() && field == self.typing;
        self.typing = field;
        self.after.clear();
        if !goes_on {
            self.before.push(old.clone());
            if self.before.len() > MOST {
                self.before.remove(0);
            }
        }
    }

    /// `None`: there is nothing on that side.
    pub(crate) fn step(&mut self, step: Step, now: T) -> Option<T> {
        self.typing = None;
        let (from, to) = match step {
            Step::Back => (&mut self.before, &mut self.after),
            Step::Forth => (&mut self.after, &mut self.before),
        };
        let other = from.pop()?;
        to.push(now);
        Some(other)
    }

    pub(crate) fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    pub(crate) fn can_redo(&self) -> bool {
        !self.after.is_empty()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::edit::Survey;

    #[test]
    fn a_word_is_one_step_and_a_new_step_ends_redo() {
        let of = |title: &str| Survey::parse(&format!(r#"{{"title":"{title}"}}"#)).unwrap();
        let mut history = History::default();
        history.note(&of(""), Some("title".to_owned()));
        history.note(&of("a"), Some("title".to_owned()));
        history.note(&of("ab"), None);
        assert_eq!(history.step(Step::Back, of("abc")), Some(of("ab")));
        assert_eq!(history.step(Step::Back, of("ab")), Some(of("")));
        assert_eq!(history.step(Step::Back, of("")), None);
        assert_eq!(history.step(Step::Forth, of("")), Some(of("ab")));
        history.note(&of("ab"), None);
        assert!(history.can_undo() && !history.can_redo());
    }
}

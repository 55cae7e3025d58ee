//! The end.

use super::check::Errors;
use super::{Session, State};
use crate::member::text;

impl Session {
    /// Completes, from wherever it is.
    ///
    /// # Errors
    /// What is wrong, on any page that can be reached; then nothing has happened.
    pub fn complete(&mut self) -> Result<(), Errors> {
        if matches!(self.state, State::Starting | State::Completed) {
            return Ok(());
        }
        let errors = self.validate();
        if !errors.is_empty() {
            return Err(errors);
        }
        self.finish();
        Ok(())
    }

    pub(super) fn finish(&mut self) {
        if self.state == State::Completed {
            return;
        }
        self.clear_unused();
        self.state = State::Completed;
    }

    /// What is said at the end, answers in their places. `None`: not completed, or the language pack's words.
    pub fn completed_html(&self) -> Option<String> {
        if self.state != State::Completed {
            return None;
        }
        self.ending_html()
    }

    pub(super) fn ending_html(&self) -> Option<String> {
        let ending = self.model.endings.iter().find(|ending| self.holds(None, &ending.when));
        let html = match ending {
            Some(ending) => Some(ending.html.clone()),
            None => text(&self.model.raw, "completedHtml"),
        };
        html.filter(|html| !html.is_blank()).map(|html| self.piped(html.get(&self.lang)))
    }
}

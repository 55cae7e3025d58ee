//! Where the citizen is as one number, for an address that survives a reload.

use super::{Session, State};
use crate::model::Preview;

/// The place of [`State::Preview`]; no survey has so many elements.
pub const PREVIEW: usize = 99_999;

impl Session {
    /// Number of the page, or of the one question.
    pub fn place(&self) -> usize {
        match (self.state, self.question) {
            (State::Preview, _) => PREVIEW,
            (_, Some(question)) => question,
            (_, None) => self.at,
        }
    }

    /// Goes there, forward too: what was left out on the way is found at the end. Nothing where it cannot be reached.
    pub fn go(&mut self, place: usize) {
        if place == PREVIEW {
            if self.model.preview == Preview::Answers && self.state == State::Running {
                self.state = State::Preview;
            }
            return;
        }
        if !self.places().contains(&place) {
            return;
        }
        if self.state != State::Completed {
            self.state = State::Running;
        }
        if self.question.is_some() {
            self.go_to(place);
        } else {
            self.at = place;
        }
    }

    /// To where the question is, so that it can be answered.
    pub fn go_to_question(&mut self, id: usize) {
        if self.state == State::Preview {
            self.state = State::Running;
        }
        let mut id = id;
        if self.question.is_some() && !self.singles().contains(&id) {
            // Within a dynamic panel that is shown as one.
            while let Some(host) = self.node(id).and_then(|node| node.host) {
                id = host.node;
            }
        }
        self.go_to(id);
    }

    /// What is said at the end by the answers as they stand, whether or not all is completed. `None`: the language pack's
    /// words.
    pub fn ending(&self) -> Option<String> {
        self.ending_html()
    }
}

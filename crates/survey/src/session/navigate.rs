//! Which pages there are, and going from one to another. All of it follows from the definition and the answers.

use super::check::Errors;
use super::{Session, State};
use crate::model::{Flow, Kind, Preview, Start};

impl Session {
    /// Whether the element is visible as far as it and what is in it go.
    pub(super) fn is_visible(&self, id: usize) -> bool {
        let Some(node) = self.node(id) else { return false };
        node.shown
            && match node.kind() {
                Some(Kind::Choices(choices)) if choices.hide_if_empty => {
                    self.offered(id).is_some_and(|values| !values.is_empty())
                }
                Some(_) => true,
                None => node.children.iter().any(|child| self.is_visible(*child)),
            }
    }

    /// Visible, and all that it stands in too.
    pub(super) fn is_there(&self, id: usize) -> bool {
        let mut at = Some(id);
        while let Some(id) = at {
            if !self.is_visible(id) {
                return false;
            }
            let Some(node) = self.node(id) else { return false };
            if let Some(host) = node.host.filter(|host| Some(host.node) == node.parent)
                && !self.row_shown(host)
            {
                return false;
            }
            at = node.parent;
        }
        true
    }

    pub(super) fn is_read_only(&self, id: usize) -> bool {
        let mut at = Some(id);
        while let Some(node) = at.and_then(|id| self.node(id)) {
            if node.element.rules.read_only || !node.enabled {
                return true;
            }
            at = node.parent;
        }
        matches!(self.node(id).and_then(super::node::Node::kind), Some(Kind::Expression(_)))
    }

    /// Indices of pages that can be reached now; the welcome page is none of them.
    pub(super) fn reachable(&self) -> Vec<usize> {
        let first = usize::from(self.model.start == Start::FirstPage && self.pages.len() > 1);
        let pages = self.pages.iter().enumerate().skip(first);
        pages.filter(|(_, page)| self.is_visible(**page)).map(|(at, _)| at).collect()
    }

    /// The questions that are shown one at a time, in their order; empty where pages are shown.
    pub(super) fn singles(&self) -> Vec<usize> {
        if matches!(self.model.flow, Flow::Pages | Flow::OnePage) {
            return Vec::new();
        }
        let pages = self.reachable().into_iter().filter_map(|at| self.pages.get(at));
        let questions = pages.flat_map(|page| self.in_order(*page));
        questions
            .filter(|id| self.node(*id).is_some_and(|node| node.kind().is_some()) && self.is_there(*id))
            .collect()
    }

    /// The element and what is in it, in reading order.
    fn in_order(&self, id: usize) -> Vec<usize> {
        let Some(node) = self.node(id) else { return Vec::new() };
        let rows = if self.model.flow == Flow::OneInput { self.count_rows(id) } else { 0 };
        let inner = (0..rows).filter_map(|row| node.rows.get(row)).flat_map(|row| &row.children);
        let inside = node.children.iter().chain(inner).flat_map(|child| self.in_order(*child));
        inside.chain([id]).collect()
    }

    pub(super) fn first_question(&self) -> Option<usize> {
        self.singles().first().copied()
    }

    /// After an answer: still on a page, or at a question, that is there.
    pub(super) fn keep_place(&mut self) {
        if self.state == State::Completed {
            return;
        }
        let pages = self.reachable();
        if !pages.contains(&self.at)
            && let Some(near) = pages.iter().rev().find(|at| **at < self.at).or(pages.first())
        {
            self.at = *near;
        }
        if let Some(question) = self.question
            && !self.is_there(question)
        {
            self.question =
                self.singles().into_iter().rev().find(|one| *one < question).or(self.first_question());
        }
    }

    /// Forward: from the welcome page, to the next page or question, at the last to the end.
    ///
    /// # Errors
    /// What is wrong on this page; nothing has moved.
    pub fn next_page(&mut self) -> Result<(), Errors> {
        match self.state {
            State::Starting => self.state = State::Running,
            State::Preview => self.finish(),
            State::Completed => {}
            State::Running => {
                let errors = self.check_here();
                if !errors.is_empty() {
                    return Err(errors);
                }
                self.forward();
            }
        }
        Ok(())
    }

    fn forward(&mut self) {
        let (at, question) = (self.at, self.question);
        self.fire_page();
        if self.state == State::Completed || (self.at, self.question) != (at, question) {
            return;
        }
        if let Some(question) = self.question {
            let singles = self.singles();
            let next = singles.iter().position(|one| *one == question).and_then(|here| singles.get(here + 1));
            match next.copied() {
                Some(next) => self.go_to(next),
                None => self.end(),
            }
            return;
        }
        let next = (self.model.flow == Flow::Pages)
            .then(|| self.reachable().into_iter().find(|page| *page > self.at))
            .flatten();
        match next {
            Some(next) => self.at = next,
            None => self.end(),
        }
    }

    fn end(&mut self) {
        match self.model.preview {
            Preview::Answers if self.state == State::Running => self.state = State::Preview,
            _ => self.finish(),
        }
    }

    /// Back, with nothing lost. `false`: there is nothing before this.
    pub fn back(&mut self) -> bool {
        if self.state == State::Preview {
            self.state = State::Running;
            return true;
        }
        if let Some(question) = self.question {
            let before = self.singles().into_iter().take_while(|one| *one != question).last();
            if let Some(before) = before {
                self.go_to(before);
            }
            return before.is_some();
        }
        let before = self.reachable().into_iter().take_while(|page| *page < self.at).last();
        if let Some(before) = before {
            self.at = before;
        }
        before.is_some()
    }

    /// To a question, wherever it is; nothing where it is not visible.
    pub(super) fn skip_to(&mut self, name: &str) {
        if let Some(id) = self.by_name(name).filter(|id| self.is_there(*id)) {
            self.go_to(id);
        }
    }

    pub(super) fn go_to(&mut self, id: usize) {
        let mut top = id;
        while let Some(parent) = self.node(top).and_then(|node| node.parent) {
            top = parent;
        }
        if let Some(page) = self.pages.iter().position(|page| *page == top) {
            self.at = page;
        }
        if self.question.is_some() {
            self.question = Some(id);
        }
    }

    /// How far: answered questions among those that can still be reached and ask something.
    pub fn progress(&self) -> (usize, usize) {
        let pages = self.reachable().into_iter().filter_map(|at| self.pages.get(at));
        let asked = pages.flat_map(|page| self.below(*page)).filter(|id| {
            let asks = |node: &super::node::Node| {
                node.kind().is_some_and(|kind| kind.asks() && !matches!(kind, Kind::Expression(_)))
            };
            self.node(*id).is_some_and(asks) && self.is_there(*id)
        });
        asked.fold((0, 0), |(done, all), id| (done + usize::from(!self.is_blank(id)), all + 1))
    }
}

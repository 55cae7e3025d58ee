//! Going through the survey: forward where nothing is wrong, back with nothing lost.

use mot_cua_survey::session::{Session, State};

use super::Driver;
use crate::app::{App, Screen};
use crate::browser::focus;
use crate::rating;

impl Driver {
    /// Whether this place shows anything beside the question of the static form.
    fn shows_more(self, session: &Session, place: usize) -> bool {
        session.at_place(place).into_iter().any(|id| session.is_shown(id) && !self.is_first(session, id))
    }

    /// The first place after the faces. `None`: there is nothing more to ask.
    pub(crate) fn first_place(self) -> Option<usize> {
        self.with(|session| session.places().into_iter().find(|place| self.shows_more(session, *place)))
    }

    /// Which of how many parts this is, counted from 1.
    pub(crate) fn part(self) -> (usize, usize) {
        self.live(|session| {
            let parts: Vec<usize> =
                session.places().into_iter().filter(|place| self.shows_more(session, *place)).collect();
            let here = parts.iter().position(|place| *place == session.place());
            (here.map_or(parts.len(), |at| at + 1), parts.len())
        })
    }

    /// Whether "go on" ends the survey.
    pub(crate) fn is_last(self) -> bool {
        let (here, all) = self.part();
        here >= all && self.live(|session| session.state() == State::Preview || !session.has_preview())
    }

    /// Whether "go on" shows all answers once more.
    pub(crate) fn ends_in_preview(self) -> bool {
        let (here, all) = self.part();
        here >= all && self.live(Session::has_preview)
    }

    /// The address says where: after a reload, or when the phone's own "back" was pressed.
    pub(crate) fn stand_at(self, place: usize) {
        let moved = self.with(Session::place) != place;
        if moved {
            self.0.session.borrow_mut().go(place);
            self.0.faults.set(Vec::new());
            self.tell();
        }
    }

    /// "Go on": the next part, the preview, or the end.
    pub(crate) fn go_on(self, app: App) {
        let wrong = {
            let mut session = self.0.session.borrow_mut();
            let refused = session.next_page().is_err();
            while !refused
                && session.state() == State::Running
                && !self.shows_more(&session, session.place())
                && session.next_page().is_ok()
            {}
            if refused { session.faults() } else { Vec::new() }
        };
        self.tell();
        if !wrong.is_empty() {
            self.show(wrong);
            return;
        }
        if self.with(Session::state) == State::Completed {
            self.finish(app);
        } else {
            rating::flush(app);
            app.go(Screen::More(self.with(Session::place)));
        }
    }

    /// Complete by the engine. What a reload or a jump left out on an earlier page is found now.
    fn finish(self, app: App) {
        let early = self.with(|session| session.model().may_end_early());
        let wrong = if early { Vec::new() } else { self.with(Session::all_faults) };
        let Some((id, _)) = wrong.first().cloned() else {
            rating::complete_with(app, self.with(|session| session.data().clone()));
            return;
        };
        self.reopen();
        self.0.session.borrow_mut().go_to_question(id);
        self.tell();
        app.go(Screen::More(self.with(Session::place)));
        self.show(wrong);
    }

    /// Not complete after all: the same answers, running.
    pub(crate) fn reopen(self) {
        let (data, place) = self.with(|session| (session.data().clone(), session.place()));
        let mut again = self.read(data);
        again.go(place);
        *self.0.session.borrow_mut() = again;
    }

    fn show(self, wrong: Vec<(usize, mot_cua_survey::session::Why)>) {
        self.0.faults.set(wrong);
        focus::soon("mc-faults");
    }

    pub(crate) fn go_back(self, app: App) {
        {
            let mut session = self.0.session.borrow_mut();
            while session.back() && !self.shows_more(&session, session.place()) {}
        }
        self.0.faults.set(Vec::new());
        self.tell();
        rating::flush(app);
        app.go(Screen::More(self.with(Session::place)));
    }

    /// From the preview to where it can be changed.
    pub(crate) fn change_answer(self, app: App, id: usize) {
        self.0.session.borrow_mut().go_to_question(id);
        self.tell();
        app.go(Screen::More(self.with(Session::place)));
    }
}

//! Going through the survey: forward where nothing is wrong, back with nothing lost.

use mot_cua_survey::session::{Session, State, Why};
use serde_json::Value;

use super::Driver;
use crate::app::{App, Screen};
use crate::browser::focus;
use crate::question::Asked;
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
        // What is being made smaller belongs to this answer.
        if self.left(app).is_some() || app.photos.is_busy() {
            return;
        }
        let here = self.with(Session::place);
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
            self.show(app, wrong);
            return;
        }
        if self.with(Session::state) == State::Completed {
            self.finish(app, here);
        } else {
            self.moved(app);
        }
    }

    /// A letter was typed. A jump that it asks for waits until the field is left: nobody is taken away in the middle of a word.
    pub(crate) fn type_in(self, app: App, id: usize, value: Option<Value>) {
        let here = self.with(Session::place);
        let mut ahead = here;
        self.change(app, |session| {
            session.answer(id, value);
            ahead = session.place();
            session.go(here);
        });
        self.0.ahead.set(Some(ahead).filter(|place| *place != here));
    }

    /// The field is left: the jump that waited for it. `None`: none did.
    pub(crate) fn left(self, app: App) -> Option<()> {
        let place = self.0.ahead.take()?;
        self.stand_at(place);
        self.moved(app);
        Some(())
    }

    /// The screen follows the survey.
    pub(super) fn moved(self, app: App) {
        rating::flush(app);
        app.go(Screen::More(self.with(Session::place)));
    }

    /// Complete by the engine at `here`. What a reload or a jump left out up to there is found now; what a trigger ended before
    /// it was asked is not missed.
    fn finish(self, app: App, here: usize) {
        let wrong = self.left_out(here);
        let Some((id, _)) = wrong.first().cloned() else {
            rating::complete_with(app, self.with(|session| session.data().clone()));
            return;
        };
        self.reopen();
        self.0.session.borrow_mut().go_to_question(id);
        self.tell();
        app.go(Screen::More(self.with(Session::place)));
        self.show(app, wrong);
    }

    fn left_out(self, here: usize) -> Vec<(usize, Why)> {
        let mut session = self.0.session.borrow_mut();
        let mut wrong = session.all_faults();
        let places = session.places();
        let at = |place: usize| places.iter().position(|one| *one == place);
        let last = at(here).unwrap_or(places.len());
        wrong.retain(|(id, _)| {
            session.go_to_question(*id);
            at(session.place()).is_none_or(|place| place <= last)
        });
        wrong
    }

    /// Not complete after all: the same answers, running.
    pub(crate) fn reopen(self) {
        let (data, place) = self.with(|session| (session.data().clone(), session.place()));
        let mut again = self.read(data);
        again.go(place);
        *self.0.session.borrow_mut() = again;
    }

    /// All of it in the summary, which is read out; the focus on the first.
    fn show(self, app: App, wrong: Vec<(usize, Why)>) {
        let first = wrong.first().map(|(id, _)| Asked::new(app, *id).id());
        self.0.faults.set(wrong);
        if let Some(first) = first {
            focus::soon_on_field(&first);
        }
    }

    pub(crate) fn go_back(self, app: App) {
        self.0.ahead.set(None);
        {
            let mut session = self.0.session.borrow_mut();
            while session.back() && !self.shows_more(&session, session.place()) {}
        }
        self.0.faults.set(Vec::new());
        self.tell();
        self.moved(app);
    }

    /// From the preview to where it can be changed.
    pub(crate) fn change_answer(self, app: App, id: usize) {
        self.0.session.borrow_mut().go_to_question(id);
        self.tell();
        app.go(Screen::More(self.with(Session::place)));
    }
}

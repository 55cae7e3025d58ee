//! The six types of the small page; this is the register.

mod boolean;
mod checkbox;
mod choices;
mod comment;
mod frame;
mod radiogroup;
mod rating;
mod text;

use crate::prelude::*;
use mot_cua_survey::{Fault, Kind, Question};

use crate::app::App;
use crate::html::El;

/// What every view gets: the question, an id for its elements, and the faults of the last "done".
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) app: App,
    pub(crate) question: Question,
    /// Unique on the page; questions' own names may hold anything.
    pub(crate) id: String,
    pub(crate) faults: RwSignal<Vec<Fault>>,
}

/// The view of a question.
pub(crate) fn view(asked: &Asked) -> El {
    match asked.question.kind.clone() {
        Kind::Boolean(boolean) => boolean::view(asked, boolean),
        Kind::Checkbox(checkbox) => checkbox::view(asked, checkbox.choices),
        Kind::Comment(comment) => comment::view(asked, &comment),
        Kind::Radiogroup(radiogroup) => radiogroup::view(asked, radiogroup.choices),
        Kind::Rating(rating) => rating::view(asked, rating),
        Kind::Text(input) => text::view(asked, &input),
    }
}

//! Whether answers have the shapes that the questions give: what a server checks before anything is complete.

use std::rc::Rc;

use serde_json::{Map, Value};

use super::{Deed, Element, How, Kind, Model};
use crate::validate::{Fault, FaultCode};

impl Model {
    /// Faults of names and shapes, in the order of the answers. Whether an answer is allowed by logic is the session's part.
    pub fn misfits(&self, answers: &Map<String, Value>) -> Vec<Fault> {
        let mut questions = Vec::new();
        self.pages.iter().for_each(|page| gather(page, &mut questions));
        let made = |name: &str| {
            self.calculated.iter().any(|one| one.name == name)
                || self.triggers.iter().any(|trigger| match &trigger.deed {
                    Deed::SetValue { to, .. } | Deed::CopyValue { to, .. } => to == name,
                    Deed::RunExpression { to, .. } => to.as_deref() == Some(name),
                    _ => false,
                })
        };
        let wrong = answers.iter().filter_map(|(name, value)| {
            let code = misfit(&questions, name, value).or_else(|| {
                let known = questions.iter().any(|one| is_of(one, name)) || made(name);
                (!known).then_some(FaultCode::UnknownQuestion)
            })?;
            Some(Fault { question: name.clone(), code })
        });
        wrong.collect()
    }
}

/// All questions outside dynamic panels.
fn gather(element: &Rc<Element>, into: &mut Vec<Rc<Element>>) {
    if element.kind().is_some() {
        into.push(Rc::clone(element));
    }
    element.children().iter().for_each(|child| gather(child, into));
}

fn is_of(element: &Element, name: &str) -> bool {
    name == element.key || name.strip_suffix("-Comment") == Some(&element.key)
}

fn misfit(questions: &[Rc<Element>], name: &str, value: &Value) -> Option<FaultCode> {
    if crate::question::is_empty(value) {
        return None;
    }
    let Some(element) = questions.iter().find(|one| one.key == name) else {
        let beside = questions.iter().any(|one| is_of(one, name));
        return (beside && !value.is_string()).then_some(FaultCode::WrongType);
    };
    let fits = match element.kind()? {
        Kind::Boolean(_) | Kind::Comment(_) | Kind::Text(_) => !value.is_array() && !value.is_object(),
        Kind::Choices(choices) => match choices.how {
            How::One => !value.is_array(),
            How::Several | How::Ranked => value.is_array(),
        },
        Kind::Matrix(_) | Kind::MultipleText(_) => value.is_object(),
        Kind::Panels(panels) => value.as_array().is_some_and(|rows| {
            rows.len() <= panels.most && rows.iter().all(|row| row.is_object() || row.is_null())
        }),
        Kind::Rating(rating, _) => return rating.check(value).err(),
        Kind::File(file) => file.fits(value),
        Kind::Expression(_) | Kind::Html | Kind::Image | Kind::Outside(_) => true,
    };
    (!fits).then_some(FaultCode::WrongType)
}

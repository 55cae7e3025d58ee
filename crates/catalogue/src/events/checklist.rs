//! One list for several procedures: bundled ones first, each document once.

use super::Event;
use crate::fold::fold;
use crate::model::Procedure;

/// What a life event asks for.
#[derive(Debug, Default)]
pub struct Checklist<'a> {
    /// In the order in which to file them: those that cover others first. One that another covers is not here.
    pub procedures: Vec<Wanted<'a>>,
    pub documents: Vec<Need<'a>>,
    /// Codes that the catalogue has no record of.
    pub unknown: Vec<&'a str>,
}

/// A procedure to file.
#[derive(Debug)]
pub struct Wanted<'a> {
    pub procedure: &'a Procedure,
    /// Codes of those that it does together.
    pub covers: &'a [String],
}

/// A document to bring.
#[derive(Debug, PartialEq, Eq)]
pub struct Need<'a> {
    /// As the first procedure that asks for it names it.
    pub name: &'a str,
    /// For each procedure that asks for it: its place in [`Checklist::procedures`], originals, copies. Not added up: no
    /// record says whether an original is kept or only shown.
    pub by: Vec<(usize, u32, u32)>,
    /// In which case the first needs it; `None`: some procedure always needs it.
    pub case: Option<&'a str>,
    /// There is a form to fill in.
    pub form: bool,
}

/// The checklist of `event` over `records`, in whatever order these come.
pub fn checklist<'a>(event: &'a Event, records: &'a [Procedure]) -> Checklist<'a> {
    let mut steps: Vec<_> = event.steps.iter().collect();
    // Stable: otherwise in the order of the file.
    steps.sort_by_key(|step| usize::MAX - step.covers.len());
    let mut list = Checklist::default();
    for (at, step) in steps.iter().enumerate() {
        // The first that stands for it; two that cover each other do not both vanish.
        let mut earlier = steps.iter().take(at);
        if earlier.any(|other| other.code == step.code || other.covers.contains(&step.code)) {
            continue;
        }
        match records.iter().find(|record| record.code == step.code) {
            Some(procedure) => list.add(Wanted { procedure, covers: &step.covers }),
            None => list.unknown.push(&step.code),
        }
    }
    list
}

impl<'a> Checklist<'a> {
    fn add(&mut self, wanted: Wanted<'a>) {
        let number = self.procedures.len();
        let cases = wanted.procedure.cases.iter();
        let documents = cases.flat_map(|case| case.documents.iter().map(|d| (case.name.as_deref(), d)));
        for (case, document) in documents.filter(|(_, document)| !document.name.trim().is_empty()) {
            let folded = fold(&document.name);
            let by = (number, document.originals, document.copies);
            // Two names that fold to nothing (signs alone) are still two.
            match self.documents.iter_mut().find(|need| !folded.is_empty() && fold(need.name) == folded) {
                Some(need) => {
                    need.by.push(by);
                    need.case = need.case.filter(|_| case.is_some());
                    need.form |= document.form;
                }
                None => self.documents.push(Need {
                    name: &document.name,
                    by: vec![by],
                    case,
                    form: document.form,
                }),
            }
        }
        self.procedures.push(wanted);
    }
}

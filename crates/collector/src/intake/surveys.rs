//! Every definition that is or was served here, by the hash of its bytes.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use mot_cua_contract::{Answer, Problem};
use mot_cua_survey::model::Model;
use mot_cua_survey::{Definition, Done, Fault, FaultCode};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{engine, invalid};
use crate::files::Files;
use crate::store::{Refused, Store, Trouble};

/// What is known of the site's surveys.
#[derive(Debug, Default)]
pub struct Surveys {
    /// Name → version that is served now.
    served: BTreeMap<String, String>,
    /// Version → definition.
    known: RwLock<BTreeMap<String, Arc<Known>>>,
}

#[derive(Debug)]
struct Known {
    survey: String,
    definition: Definition,
    /// The text of a survey that only the engine understands. `None`: the definition is all of it.
    full: Option<String>,
}

/// Why the surveys cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum SurveyError {
    #[error(
        "{0}: found no survey in it, expected SurveyJS JSON with at least one question (see `mot-cua check`)"
    )]
    Unreadable(String),
    #[error("the database {0}")]
    Archive(Trouble),
}

impl Surveys {
    /// Reads the definitions among `files` (`surveys/<name>.json`), archives them in `store`, and reads all that were archived.
    ///
    /// # Errors
    /// [`SurveyError`].
    pub async fn load(files: &Files, store: &Store) -> Result<Self, SurveyError> {
        let mut surveys = Self::default();
        for (path, file) in files.iter() {
            let Some(name) = path.strip_prefix("surveys/").and_then(|rest| rest.strip_suffix(".json")) else {
                continue;
            };
            let text = std::str::from_utf8(file.bytes()).ok();
            let version = format!("sha256:{}", hex::encode(Sha256::digest(file.bytes())));
            let read = text.is_some_and(|text| surveys.know(&version, name, text));
            let Some(text) = text.filter(|_| read) else {
                return Err(SurveyError::Unreadable(path.to_owned()));
            };
            store.archive(&version, name, text).await.map_err(|refused| match refused {
                Refused::Overloaded => SurveyError::Archive(Trouble::Locked),
                Refused::Trouble(trouble) => SurveyError::Archive(trouble),
            })?;
            surveys.served.insert(name.to_owned(), version);
        }
        for (version, survey, text) in store.archived().await.map_err(SurveyError::Archive)? {
            surveys.know(&version, &survey, &text);
        }
        Ok(surveys)
    }

    fn know(&self, version: &str, survey: &str, text: &str) -> bool {
        let full = (!mot_cua_survey::lint::is_lean(text)).then(|| text.to_owned());
        let definition = Definition::parse(text);
        if definition.is_none() && Model::parse(text).is_none() {
            return false;
        }
        let known = Known { survey: survey.to_owned(), definition: definition.unwrap_or_default(), full };
        let known = Arc::new(known);
        self.known.write().unwrap_or_else(PoisonError::into_inner).insert(version.to_owned(), known);
        true
    }

    fn known(&self, version: &str) -> Option<Arc<Known>> {
        self.known.read().unwrap_or_else(PoisonError::into_inner).get(version).cloned()
    }

    /// Another collector of the same database may have archived that version since this one started.
    pub async fn learn(&self, version: &str, store: &Store) {
        if self.known(version).is_some() {
            return;
        }
        // Where the database does not answer, storing will say so.
        if let Ok(Some((survey, text))) = store.definition(version).await {
            self.know(version, &survey, &text);
        }
    }

    /// The version of that survey that is served now.
    pub fn version(&self, survey: &str) -> Option<String> {
        self.served.get(survey).cloned()
    }

    /// Checks the answers by the definition of their version. False: that version was never served here.
    pub(super) fn check(&self, answer: &Answer) -> Result<bool, Problem> {
        let known = self.known(&answer.survey_version).filter(|known| known.survey == answer.survey);
        let Some(known) = known else {
            let all = self.known.read().unwrap_or_else(PoisonError::into_inner);
            let heard_of = all.values().any(|known| known.survey == answer.survey);
            return if heard_of {
                Ok(false)
            } else {
                Err(invalid(422, "This survey is not known here").field("survey"))
            };
        };
        if let Some(text) = &known.full {
            return engine::check(text, answer).map(|()| true);
        }
        let done = if answer.complete { Done::Complete } else { Done::NotYet };
        match known.definition.validate(&answer.answers, done).into_iter().next() {
            Some(fault) => Err(wrong(fault)),
            None => Ok(true),
        }
    }

    /// The same for a form. It carries no version: a question that is not there any more is kept, as what was not validated.
    pub(super) fn check_form(&self, answer: &Answer) -> Result<bool, Problem> {
        let Some(known) = self.known(&answer.survey_version) else { return Ok(false) };
        let mut faults = known.definition.validate(&answer.answers, Done::NotYet).into_iter();
        let mut validated = true;
        faults.try_for_each(|fault| {
            validated = false;
            if fault.code == FaultCode::UnknownQuestion { Ok(()) } else { Err(wrong(fault)) }
        })?;
        Ok(validated)
    }

    /// Fields of a form as answers, typed by the definition of that version. What was not answered is left out.
    pub(super) fn typed<'a>(
        &self,
        version: &str,
        fields: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Map<String, Value> {
        let mut named: Vec<(&str, Vec<String>)> = Vec::new();
        for (name, value) in fields {
            match named.iter_mut().find(|(n, _)| *n == name) {
                Some((_, values)) => values.push(value.to_owned()),
                None => named.push((name, vec![value.to_owned()])),
            }
        }
        let known = self.known(version);
        let definition = known.as_ref().map(|known| &known.definition);
        let typed = named.into_iter().map(|(name, values)| {
            let value = definition.map_or(Value::Null, |definition| definition.decode_form(name, &values));
            (name.to_owned(), value)
        });
        typed.filter(|(_, value)| !value.is_null()).collect()
    }
}

pub(super) fn wrong(fault: Fault) -> Problem {
    invalid(422, "This answer does not fit the survey").detail(fault.code.as_str()).field(fault.question)
}

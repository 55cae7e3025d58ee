//! The locked core: questions that many wards ask in the same words, so that their answers can be compared.
//!
//! ```json
//! "core": {"id": "sipas-2023", "hash": "sha256:…", "questions": ["c15", "c16"]}
//! ```
//! The hash is of [`Core::canonical`]; who computes it is not this crate's part.

use serde_json::{Map, Value, json};

use crate::member::{list, string};

type Object = Map<String, Value>;

/// What may hide a question, close it or demand it from outside: members of the pages and panels around it.
const AROUND: [&str; 6] = ["enableIf", "readOnly", "requiredIf", "visible", "visibleIf", "type"];

/// A core as it is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Core {
    pub id: String,
    /// `sha256:` and 64 hex digits, as declared.
    pub hash: String,
    /// Their names, in the order in which they are hashed.
    pub questions: Vec<String>,
}

impl Core {
    /// `None`: none is declared. What a declaration lacks is empty, and fits no hash.
    pub fn of(survey: &Object) -> Option<Self> {
        let core = survey.get("core")?.as_object()?;
        let names = list(core, "questions").map(Vec::as_slice).unwrap_or_default();
        Some(Self {
            id: string(core, "id").unwrap_or_default(),
            hash: string(core, "hash").unwrap_or_default(),
            questions: names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
        })
    }

    /// What the hash is of: JSON without blanks, members in the order of their names, of the id, of each question, of what the
    /// pages and panels around it say that may hide or close it, and of the triggers that set it. Where the questions stand,
    /// and what a ward adds around them, is not in it.
    ///
    /// # Errors
    /// The names of which there is no question.
    pub fn canonical(&self, survey: &Object) -> Result<String, Vec<String>> {
        let mut found = Vec::new();
        match list(survey, "pages") {
            Some(pages) => pages.iter().for_each(|page| collect(page, &[], &mut found)),
            None => collect(&Value::Object(survey.clone()), &[], &mut found),
        }
        let named = |name: &&String| found.iter().find(|(one, _)| one.as_str() == name.as_str());
        let missing: Vec<String> =
            self.questions.iter().filter(|name| named(name).is_none()).cloned().collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        let questions: Vec<&Value> =
            self.questions.iter().filter_map(|name| named(&name)).map(|(_, question)| question).collect();
        let triggers = list(survey, "triggers").map(Vec::as_slice).unwrap_or_default().iter();
        let sets = |trigger: &&Value| {
            let to = trigger.get("setToName").and_then(Value::as_str);
            to.is_some_and(|to| self.questions.iter().any(|name| name.eq_ignore_ascii_case(to)))
        };
        let triggers: Vec<&Value> = triggers.filter(sets).collect();
        Ok(sorted(json!({"id": self.id, "questions": questions, "triggers": triggers})).to_string())
    }
}

/// Every question with a name, and what stands around it.
fn collect(host: &Value, around: &[Value], found: &mut Vec<(String, Value)>) {
    let Some(host) = host.as_object() else { return };
    let says: Object = host
        .iter()
        .filter(|(name, _)| AROUND.contains(&name.as_str()))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let mut around = around.to_vec();
    if says.keys().any(|name| name != "type") {
        around.push(Value::Object(says));
    }
    let elements = list(host, "elements").or_else(|| list(host, "questions"));
    for element in elements.map(Vec::as_slice).unwrap_or_default() {
        if element.get("type").and_then(Value::as_str) == Some("panel") {
            collect(element, &around, found);
        } else if let Some(name) = element.get("name").and_then(Value::as_str) {
            found.push((name.to_owned(), json!({"question": element, "within": around})));
        }
    }
}

/// Members in the order of their names, whatever order this build keeps them in.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let mut members: Vec<(String, Value)> = members.into_iter().collect();
            members.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(members.into_iter().map(|(name, value)| (name, sorted(value))).collect())
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        other => other,
    }
}

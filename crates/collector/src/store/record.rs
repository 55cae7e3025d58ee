//! One revision as it is stored.

use mot_cua_contract::Place;
use mot_cua_contract::contact::held;
use mot_cua_contract::receipt::receipt;
use serde_json::{Map, Value};

use super::table::{self, Row};
use super::visit::{Tier, Visit};

/// How it came. Two bodies are compared by their bytes unless one came as a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Json,
    Form,
}

impl Shape {
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Form => "form",
        }
    }
}

/// One row of `responses`, checked.
#[derive(Debug, Clone)]
#[allow(clippy::struct_excessive_bools, reason = "four columns, each its own fact")]
pub struct Record {
    pub id: String,
    pub rev: u32,
    /// JSON of the answer: the very bytes that came, without a token; or what was built from a form.
    pub body: String,
    pub shape: Shape,
    pub survey: String,
    pub survey_version: String,
    /// False where the definition of that version was never served here.
    pub validated: bool,
    pub place: Place,
    /// False where the site does not (or no longer) name that unit, counter or field.
    pub place_known: bool,
    pub answers: Map<String, Value>,
    pub complete: bool,
    /// As the phone wrote it.
    pub saved_at: String,
    /// RFC 3339, rounded like the phones' times; its first seven characters are the month.
    pub received_at: String,
    pub lang: String,
    pub app: String,
    /// `Sec-Fetch-Site`. `None`: the browser did not say.
    pub fetch_site: Option<String>,
    /// How it came, by its own word; what is stored, [`Record::visit`] may change.
    pub tier: Tier,
    /// `None`: it brought no good token.
    pub visit: Option<Visit>,
    /// At least so many sendings at its place within ten minutes: 64 and the powers of two above. 0: fewer.
    pub rate: u32,
    /// A field was filled in that nobody sees: by a program, most likely.
    pub trapped: bool,
}

impl Record {
    /// SHA-256 of [`Record::body`], hex.
    pub fn sha256(&self) -> String {
        use sha2::{Digest, Sha256};
        hex::encode(Sha256::digest(self.body.as_bytes()))
    }

    /// The rating 1 to 5 of the question `overall`. `None`: it was not answered, or otherwise.
    pub(super) fn level(&self) -> Option<i64> {
        let level = self.answers.get("overall")?.as_f64()?;
        (1..=5_i32).find(|n| (level - f64::from(*n)).abs() < f64::EPSILON).map(i64::from)
    }

    /// Hashes of the photos in it, hex, with blanks between. `None`: there are none.
    pub(super) fn photos(&self) -> Option<String> {
        let hashes = mot_cua_survey::model::photo_hashes(&self.answers);
        (!hashes.is_empty()).then(|| hashes.join(" "))
    }

    /// The receipt, where it says how somebody can be reached. `None`: it does not.
    fn contact(&self) -> Option<String> {
        held(&self.answers).then(|| receipt(&self.id)).flatten()
    }

    /// In the order of [`table::RESPONSES`].
    pub(super) fn row(&self, sha256: &str, tier: Tier) -> Row {
        let text = |text: &str| table::Value::Text(Some(text.to_owned()));
        let maybe = |text: &Option<String>| table::Value::Text(text.clone());
        let number = |number: i64| table::Value::Number(Some(number));
        vec![
            text(&self.id),
            number(self.rev.into()),
            text(&self.body),
            text(sha256),
            text(self.shape.name()),
            text(&self.survey),
            text(&self.survey_version),
            number(self.validated.into()),
            text(&self.place.unit),
            maybe(&self.place.counter),
            maybe(&self.place.field),
            maybe(&self.place.procedure),
            number(self.place_known.into()),
            number(self.complete.into()),
            text(&self.saved_at),
            text(&self.received_at),
            text(self.month()),
            text(&self.lang),
            text(&self.app),
            maybe(&self.fetch_site),
            table::Value::Number(self.level()),
            text(tier.name()),
            number(self.rate.into()),
            number(self.trapped.into()),
            maybe(&self.photos()),
            maybe(&self.contact()),
        ]
    }

    /// `2026-11`.
    pub fn month(&self) -> &str {
        self.received_at.get(..7).unwrap_or_default()
    }
}

/// Whether two sets of answers say the same, whatever the order of the names and whether a number was written 5 or 5.0.
pub(crate) fn same_answers(a: &Map<String, Value>, b: &Map<String, Value>) -> bool {
    a.len() == b.len() && a.iter().all(|(name, value)| b.get(name).is_some_and(|other| same(value, other)))
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => same_answers(a, b),
        (a, b) => a == b,
    }
}

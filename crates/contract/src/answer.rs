//! The answer: one JSON object a revision, each carrying all answers so far (docs/design: "The answer").

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::lean::{Writer, write_map};
use crate::place::Place;
use crate::{lean_enum, lean_struct};

/// The version of this shape.
pub const VERSION: u8 = 1;

/// One revision of one answer. Field order is the order on the wire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    pub v: u8,
    /// UUID version 4, lower case.
    pub id: String,
    /// From 1. Only the highest revision of an id counts.
    pub rev: u32,
    /// Name of the survey, `quick`.
    pub survey: String,
    /// `sha256:` and 64 hex digits: of the definition's bytes as served.
    pub survey_version: String,
    pub place: Place,
    /// Question name → value. All answers so far.
    pub answers: Map<String, Value>,
    /// Whether the citizen said "done".
    pub complete: bool,
    /// RFC 3339, rounded on the phone.
    pub saved_at: String,
    /// Seconds since the page opened. `None`: not measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// BCP 47 tag of the language it was answered in.
    pub lang: String,
    /// Version of the page.
    pub app: String,
    #[serde(default)]
    pub context: Context,
    /// Visit token of the link, if it had one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

impl Answer {
    /// `id:rev`, the idempotency key.
    pub fn key(&self) -> String {
        [&self.id, ":", &self.rev.to_string()].concat()
    }

    /// The bytes that travel; what the derived `Serialize` gives, in a third of the code.
    pub fn to_json(&self) -> String {
        let mut all = Writer::object();
        all.number("v", u64::from(self.v));
        all.text("id", &self.id);
        all.number("rev", u64::from(self.rev));
        all.text("survey", &self.survey);
        all.text("surveyVersion", &self.survey_version);
        all.json("place", &self.place.to_json());
        all.json("answers", &write_map(&self.answers));
        all.flag("complete", self.complete);
        all.text("savedAt", &self.saved_at);
        if let Some(seconds) = self.seconds {
            all.number("seconds", u64::from(seconds));
        }
        all.text("lang", &self.lang);
        all.text("app", &self.app);
        all.json("context", &self.context.to_json());
        all.text_if_any("token", self.token.as_deref());
        all.end()
    }
}

/// Facts about how the answer came about; nothing about who gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    #[serde(default)]
    pub mode: Mode,
    /// Someone helped on their own phone.
    #[serde(default)]
    pub assisted: bool,
    /// Milliseconds from the page's opening to the first tap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tap_ms: Option<u32>,
}

impl Context {
    fn to_json(&self) -> String {
        let mut all = Writer::object();
        all.text("mode", self.mode.word());
        all.flag("assisted", self.assisted);
        if let Some(tap_ms) = self.tap_ms {
            all.number("tapMs", u64::from(tap_ms));
        }
        all.end()
    }
}

/// Where the page ran.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    #[default]
    Page,
    /// Inside `<mot-cua>` on another page.
    Embed,
    /// A plain form post, without script.
    Form,
    /// A tablet at the counter.
    Kiosk,
    /// A sheet of paper, typed in.
    Paper,
}

lean_struct!(Answer {
    v: "v", id: "id", rev: "rev", survey: "survey", survey_version: "surveyVersion", place: "place", answers: "answers",
    complete: "complete", saved_at: "savedAt", seconds: "seconds", lang: "lang", app: "app",
    context: "context" or Context::default(), token: "token",
});
lean_struct!(Context { mode: "mode" or Mode::Page, assisted: "assisted", tap_ms: "tapMs" });
lean_enum!(Mode { "page" => Page, "embed" => Embed, "form" => Form, "kiosk" => Kiosk, "paper" => Paper });

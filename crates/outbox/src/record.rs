//! One row of the queue as storage holds it.

use mot_cua_contract::lean::{self, FromJson, Members, Writer};
use mot_cua_contract::receipt::is_uuid;
use mot_cua_contract::{Answer, lean_struct};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One revision of one answer, or the wish to have an answer deleted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The answer's id.
    pub id: String,
    /// From 1. 0 stands for "delete this id at the server"; `bytes` is empty then.
    pub rev: u32,
    /// Order in which records came to be, whatever the clock said.
    pub seq: u64,
    /// How often a draft was rewritten. Two tabs tell by it whose text is newer.
    pub edit: u32,
    /// The answer as JSON: what travels, byte for byte.
    pub bytes: String,
    pub phase: Phase,
    /// Requests begun for these bytes.
    pub attempts: u32,
    /// Where `bytes` are an answer without its long texts: all of it, as JSON. It lies in the same row, so that no death of
    /// a page parts the two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
}

/// How far a record has come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    #[default]
    /// No attempt to send it was begun: a change rewrites it.
    Draft,
    /// An attempt was begun (or may have been): these bytes never change again.
    Frozen,
    /// The backend will never take these bytes; it stays until a person decides.
    Refused { status: u16, field: Option<String> },
}

impl Phase {
    fn to_json(&self) -> String {
        let (status, field) = match self {
            Self::Draft => return "\"draft\"".to_owned(),
            Self::Frozen => return "\"frozen\"".to_owned(),
            Self::Refused { status, field } => (*status, field),
        };
        let mut refused = Writer::object();
        refused.number("status", u64::from(status));
        match field {
            Some(field) => refused.text("field", field),
            None => refused.json("field", "null"),
        }
        let mut all = Writer::object();
        all.json("refused", &refused.end());
        all.end()
    }
}

lean_struct!(Record {
    id: "id",
    rev: "rev",
    seq: "seq",
    edit: "edit",
    bytes: "bytes",
    phase: "phase",
    attempts: "attempts",
    whole: "whole",
});

impl FromJson for Phase {
    fn blank() -> Self {
        Self::Draft
    }

    fn fill(&mut self, value: &Value) -> bool {
        if let Some(at) = lean::word(&["draft", "frozen"], value) {
            *self = if at == 0 { Self::Draft } else { Self::Frozen };
            return true;
        }
        let Some(refused) = value.get("refused") else { return false };
        let mut members = Members::of(refused);
        let (mut status, mut field) = (0_u16, None::<String>);
        members.read("status", &mut status);
        members.read("field", &mut field);
        *self = Self::Refused { status, field };
        members.are_well()
    }
}

impl Record {
    /// `id:rev`: its key in storage, and the idempotency key on the wire.
    pub fn key(&self) -> String {
        key(&self.id, self.rev)
    }

    /// Reads a stored row. `None`: damaged, or written by a version that knew more.
    pub fn read(text: &str) -> Option<Self> {
        let record: Self = lean::read(text)?;
        (record.rev == 0 || record.answer().is_some()).then_some(record)
    }

    /// The row's text for storage.
    pub fn text(&self) -> String {
        let mut all = Writer::object();
        all.text("id", &self.id);
        all.number("rev", u64::from(self.rev));
        all.number("seq", self.seq);
        all.number("edit", u64::from(self.edit));
        all.text("bytes", &self.bytes);
        all.json("phase", &self.phase.to_json());
        all.number("attempts", u64::from(self.attempts));
        all.text_if_any("whole", self.whole.as_deref());
        all.end()
    }

    /// All that the citizen answered, though it may be sent without its long texts.
    pub(crate) fn all(&self) -> &str {
        self.whole.as_ref().unwrap_or(&self.bytes)
    }

    /// The answer in `bytes`. `None`: this record deletes.
    pub fn answer(&self) -> Option<Answer> {
        parse(&self.bytes).filter(|answer| answer.id == self.id && answer.rev == self.rev)
    }

    pub(crate) fn is_refused(&self) -> bool {
        matches!(self.phase, Phase::Refused { .. })
    }
}

pub(crate) fn key(id: &str, rev: u32) -> String {
    let mut key = String::with_capacity(id.len() + 4);
    key.push_str(id);
    key.push(':');
    key.push_str(&rev.to_string());
    key
}

/// `id:rev` taken apart.
pub(crate) fn split(key: &str) -> Option<(&str, u32)> {
    let (id, rev) = key.rsplit_once(':')?;
    Some((id, rev.parse().ok()?))
}

/// An answer that may be sent: readable, with an id of the right shape and a revision from 1.
pub(crate) fn parse(bytes: &str) -> Option<Answer> {
    lean::read::<Answer>(bytes).filter(|answer| answer.rev > 0 && is_uuid(&answer.id))
}

/// Whether a change says anything new: all but the revision and the times is compared.
pub(crate) fn same_content(one: &Answer, other: &Answer) -> bool {
    one.answers == other.answers
        && one.complete == other.complete
        && one.place == other.place
        && one.survey == other.survey
        && one.survey_version == other.survey_version
        && one.lang == other.lang
        && one.token == other.token
        && one.context.assisted == other.context.assisted
}

//! A backend in each of the three revision modes. Every reply goes through the real adapter.

use std::collections::{BTreeMap, BTreeSet};

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Kind, Response, Revisions, Rule, Submit};
use serde_json::{Value, json};

use crate::mutant::Mutant;

#[derive(Default)]
pub(crate) struct Server {
    /// id → revision → body.
    pub(crate) stored: BTreeMap<String, BTreeMap<u32, String>>,
    pub(crate) deleted: BTreeSet<String>,
    /// The same id and revision came with other bytes.
    pub(crate) conflicts: Vec<String>,
    pub(crate) mood: Mood,
    /// Highest revision that each id ever had, where one record stands for all.
    pub(crate) highest: BTreeMap<String, u32>,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    #[default]
    Well,
    /// A definition was broken: 422 for everything new.
    Refusing,
    /// The endpoint moved: who reads the site again finds it.
    Moved,
    /// A proxy takes no long bodies.
    Narrow,
}

/// Longest body that a narrow backend takes.
const NARROW: usize = 700;

/// Where a tab sends to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Address {
    Old,
    New,
}

pub(crate) fn submit(revisions: Revisions) -> Submit {
    if revisions == Revisions::Append {
        return Submit::default();
    }
    let rule = |status: Vec<u16>, body: Value| Rule {
        status,
        content_type: Some("application/json".into()),
        body: body.as_object().unwrap().iter().map(|(k, v)| (k.clone(), v.clone())).collect(),
        ..Rule::default()
    };
    // With `replace` the guard refuses what is not later than what it has: its refusal proves that this revision, or a later
    // one, is there.
    let duplicate = match revisions {
        Revisions::Replace => json!({"/id": "{id}"}),
        Revisions::Append | Revisions::Final => json!({"/key": "{key}"}),
    };
    Submit {
        kind: Kind::Json,
        revisions,
        ack: Some(rule(vec![200, 201], json!({"/id": "{id}", "/rev": "{rev}"}))),
        duplicate: Some(rule(vec![409], duplicate)),
        ..Submit::default()
    }
}

impl Server {
    pub(crate) fn post(
        &mut self,
        answer: &Answer,
        body: &str,
        submit: &Submit,
        to: Address,
        mutant: Mutant,
    ) -> Response {
        let kind = submit.kind;
        let problem = |status, kind: &str, stored: bool| {
            let body = json!({"type": format!("/problems/{kind}"), "title": "", "status": status, "stored": stored, "field": "n"});
            json_reply(status, &body)
        };
        let known = self.stored.get(&answer.id).and_then(|revs| revs.get(&answer.rev)).cloned();
        let held =
            self.stored.get(&answer.id).and_then(|revs| revs.last_key_value()).map_or(0, |(rev, _)| *rev);
        match (self.mood, known) {
            (Mood::Moved, _) if to == Address::Old => return Response { status: 404, ..Response::default() },
            (Mood::Narrow, None) if body.len() > NARROW => {
                return Response { status: 413, ..Response::default() };
            }
            _ if self.deleted.contains(&answer.id) => return problem(410, "deleted", false),
            (_, Some(known)) if known != body && submit.revisions != Revisions::Final => {
                // A text that was too large and its short form share a key, and once it is tried again it may find that of a
                // later text which this phone forgot: the first stays.
                let too_large = body.len() > NARROW || known.len() > NARROW;
                if number_in(&known) < number_in(body) || (number_in(&known) > number_in(body) && !too_large)
                {
                    self.conflicts.push(format!("{known} / {body}"));
                }
                if kind == Kind::MotCua {
                    return problem(422, "conflict", true);
                }
                let key = format!("{}-{}", answer.id, answer.rev);
                return json_reply(409, &json!({"id": answer.id, "key": key}));
            }
            (_, Some(_)) if kind == Kind::Json => {
                return json_reply(
                    409,
                    &json!({"id": answer.id, "key": format!("{}-{}", answer.id, answer.rev)}),
                );
            }
            (Mood::Refusing, None) => return problem(422, "invalid", false),
            // The guard: `… WHERE rev < new.rev`.
            (_, None)
                if submit.revisions == Revisions::Replace
                    && held > answer.rev
                    && mutant != Mutant::NoGuard =>
            {
                return json_reply(409, &json!({"id": answer.id}));
            }
            (_, None) if submit.revisions == Revisions::Replace => {
                let one = BTreeMap::from([(answer.rev, body.to_owned())]);
                self.stored.insert(answer.id.clone(), one);
                let highest = self.highest.entry(answer.id.clone()).or_default();
                *highest = answer.rev.max(*highest);
            }
            (_, None) => {
                self.stored.entry(answer.id.clone()).or_default().insert(answer.rev, body.to_owned());
            }
            (_, Some(_)) => {}
        }
        json_reply(201, &json!({"id": answer.id, "rev": answer.rev, "receipt": "", "sha256": ""}))
    }

    pub(crate) fn delete(&mut self, id: &str, to: Address) -> Response {
        if self.mood == Mood::Moved && to == Address::Old {
            return Response { status: 404, ..Response::default() };
        }
        self.stored.remove(id);
        self.deleted.insert(id.to_owned());
        Response { status: 204, ..Response::default() }
    }

    /// The counted answer: revision and number.
    pub(crate) fn counted(&self, id: &str) -> Option<(u32, u64)> {
        let (rev, body) = self.stored.get(id)?.last_key_value()?;
        Some((*rev, number_in(body)))
    }

    pub(crate) fn highest_number(&self, id: &str) -> u64 {
        self.stored.get(id).and_then(|revs| revs.values().map(|body| number_in(body)).max()).unwrap_or(0)
    }
}

/// Which change of the citizen a body holds.
pub(crate) fn number_in(body: &str) -> u64 {
    let answer: Answer = serde_json::from_str(body).unwrap();
    answer.answers["n"].as_u64().unwrap()
}

fn json_reply(status: u16, body: &Value) -> Response {
    Response {
        status,
        content_type: "application/json; charset=utf-8".into(),
        retry_after: None,
        body: body.to_string(),
    }
}

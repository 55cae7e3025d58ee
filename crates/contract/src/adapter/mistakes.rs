//! What is wrong with a `submit` that a person wrote.

mod address;
mod revisions;
mod rule;

use super::{Kind, Submit};
use crate::mistake::Mistake;

impl Submit {
    /// What is wrong with it, with paths from the root of `site.json`.
    pub fn mistakes(&self) -> Vec<Mistake> {
        let mut found = Vec::new();
        self.check_address(&mut found);
        self.check_kind(&mut found);
        self.check_rules(&mut found);
        self.check_revisions(&mut found);
        found
    }

    /// Members that this kind has no use for, and those that it needs.
    fn check_kind(&self, found: &mut Vec<Mistake>) {
        let mut unwanted = |given: &[(bool, &str)], why: &str| {
            for (_, path) in given.iter().filter(|(given, _)| *given) {
                found.push(Mistake::error("not-for-kind", *path, "a value", why));
            }
        };
        let (method, body) = ((self.method != "POST", "submit.method"), (self.body.is_some(), "submit.body"));
        let replies = (self.replies_from.is_some(), "submit.repliesFrom");
        match self.kind {
            Kind::MotCua => {
                let rules = [
                    method,
                    body,
                    replies,
                    (self.ack.is_some(), "submit.ack"),
                    (self.duplicate.is_some(), "submit.duplicate"),
                ];
                unwanted(&rules, "nothing: kind mot-cua has its own rule");
            }
            Kind::Form => unwanted(&[method], "nothing: kind form posts"),
            Kind::Postgrest => unwanted(&[replies], "nothing: PostgREST redirects no reply"),
            Kind::Json => {}
        }
        if matches!(self.kind, Kind::Json | Kind::Form) && self.ack.is_none() {
            found.push(Mistake::error(
                "no-ack",
                "submit.ack",
                "nothing",
                "what counts as accepted, e.g. {\"status\":[201],\"contentType\":\"application/json\"}",
            ));
        }
        if self.kind == Kind::Form && self.body.as_ref().is_some_and(|body| !body.is_object()) {
            found.push(Mistake::error(
                "bad-body",
                "submit.body",
                "no object",
                "fields by name, e.g. {\"id\":\"{id}\",\"rev\":\"{rev}\",\"answer\":\"{answer}\"}",
            ));
        }
    }
}

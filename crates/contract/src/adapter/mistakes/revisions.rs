//! What becomes of later revisions, and whether a duplicate is one of that very revision.

use super::super::{Kind, Revisions, Submit};
use crate::lean;
use crate::mistake::Mistake;

impl Submit {
    pub(super) fn check_revisions(&self, found: &mut Vec<Mistake>) {
        match (self.kind, self.revisions) {
            (Kind::MotCua, Revisions::Append) | (_, Revisions::Final) => {}
            (Kind::MotCua, Revisions::Replace) => found.push(Mistake::error(
                "not-for-kind",
                "submit.revisions",
                "replace",
                "append: kind mot-cua keeps every revision and counts the highest",
            )),
            (_, Revisions::Append) => self.check_append(found),
            (_, Revisions::Replace) => self.check_replace(found),
        }
        if self.guard.is_some() && self.revisions != Revisions::Replace {
            found.push(Mistake::error(
                "not-for-revisions",
                "submit.guard",
                "a value",
                "nothing: only replace can overwrite, and needs a guard",
            ));
        }
    }

    /// One record a revision: the backend has to know the revision, and a duplicate by the id alone would swallow the next one.
    fn check_append(&self, found: &mut Vec<Mistake>) {
        let of_key = [Some(self.url.clone()), self.body.as_ref().map(lean::write)]
            .into_iter()
            .flatten()
            .any(|text| text.contains("{key}") || (text.contains("{id}") && text.contains("{rev}")));
        let own_body = self.body.is_none() && self.kind != Kind::Json;
        if self.duplicate.is_some() && !(of_key || own_body) {
            found.push(Mistake::error(
                "duplicate-by-id",
                "submit.duplicate",
                "a rule, while the request does not name the revision",
                "{key} in url or body as the record's unique name; else revision 2 would be taken for a copy of revision 1",
            ));
        }
        if self.duplicate.is_none() && self.kind != Kind::Postgrest {
            let by_address = self.method == "PUT" && self.url.contains("{key}");
            if !by_address {
                found.push(Mistake::warning(
                    "no-duplicate",
                    "submit.duplicate",
                    "nothing",
                    "how a repeated record is answered; without it a lost reply leaves two copies, or an answer that waits for ever",
                ));
            }
        }
    }

    /// One record an answer: whoever comes late must not win.
    fn check_replace(&self, found: &mut Vec<Mistake>) {
        const CONDITIONS: [&str; 3] = ["if-match", "if-none-match", "if-unmodified-since"];
        let in_query = self.url.split_once('?').is_some_and(|(_, query)| query.contains("{rev}"));
        let in_header = self.headers.iter().any(|(name, value)| {
            CONDITIONS.contains(&name.to_ascii_lowercase().as_str()) && value.contains("{rev}")
        });
        if self.guard.is_none() && !in_query && !in_header {
            found.push(Mistake::error(
                "no-guard",
                "submit.revisions",
                "replace, while nothing keeps a late revision 1 from overwriting revision 2",
                "append or final; or a condition with {rev} in url or headers; or \"guard\": \"server\" if the backend compares revisions itself",
            ));
        }
    }
}

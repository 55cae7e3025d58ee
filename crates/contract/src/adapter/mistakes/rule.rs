//! Predicates over replies.

use super::super::judge::is_html;
use super::super::{Rule, Submit};
use crate::mistake::Mistake;

impl Submit {
    pub(super) fn check_rules(&self, found: &mut Vec<Mistake>) {
        for (rule, path) in [(&self.ack, "submit.ack"), (&self.duplicate, "submit.duplicate")] {
            if let Some(rule) = rule {
                rule.check(path, found);
            }
        }
        let reply = |status: &u16| self.duplicate.as_ref().is_some_and(|rule| rule.status.contains(status));
        if let (Some(ack), Some(duplicate)) = (&self.ack, &self.duplicate)
            && ack.body == duplicate.body
            && let Some(status) = ack.status.iter().copied().find(reply)
        {
            found.push(Mistake::error(
                "same-rule",
                "submit.duplicate",
                status.to_string(),
                "another status or body than those of ack: one reply cannot mean both",
            ));
        }
    }
}

impl Rule {
    fn check(&self, path: &str, found: &mut Vec<Mistake>) {
        if self.status.is_empty() {
            found.push(Mistake::error(
                "no-status",
                format!("{path}.status"),
                "an empty list",
                "at least one status",
            ));
        }
        for status in self.status.iter().filter(|status| !matches!(status, 200..=299 | 400..=599)) {
            found.push(Mistake::error(
                "bad-status",
                format!("{path}.status"),
                status.to_string(),
                "200 to 299 or 400 to 599: no other reply ever reaches the page",
            ));
        }
        if self.status.contains(&200) && self.body.is_empty() && self.text.is_none() {
            found.push(Mistake::warning(
                "weak-rule",
                format!("{path}.body"),
                "nothing",
                "a member that only this backend sends, e.g. {\"/id\":\"{key}\"}: networks that want a login answer 200 to everything",
            ));
        }
        if self.content_type.as_deref().is_some_and(is_html) {
            found.push(Mistake::error(
                "html-ack",
                format!("{path}.contentType"),
                "text/html",
                "another type: HTML is what a Wi-Fi login page sends",
            ));
        }
        if self.text.as_deref().is_some_and(|text| text.len() < 8 || text.starts_with(['<', '\u{feff}', ' ']))
        {
            found.push(Mistake::error(
                "bad-text",
                format!("{path}.text"),
                self.text.as_deref().unwrap_or_default(),
                "the first words of the reply, eight letters at least, no HTML",
            ));
        }
        for pointer in self.body.keys() {
            if (!pointer.is_empty() && !pointer.starts_with('/')) || pointer.contains('~') {
                found.push(Mistake::error(
                    "bad-pointer",
                    format!("{path}.body"),
                    pointer,
                    "a JSON pointer like /id, of names without / and ~",
                ));
            }
        }
    }
}

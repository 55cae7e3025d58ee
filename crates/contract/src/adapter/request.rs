//! What is sent.

use super::fill::Filling;
use super::form;
use super::{Kind, Request, Submit};
use crate::answer::Answer;
use crate::lean::{self, Writer};

impl Submit {
    /// The request for one frozen revision. `bytes` are the frozen bytes; the same bytes give the same request.
    pub fn request(&self, answer: &Answer, bytes: &str) -> Request {
        let filling = Filling::new(answer);
        let mut headers = Vec::new();
        let mut head = |name: &str, value: String| headers.push((name.to_owned(), value));
        let (media, body) = match (self.kind, &self.body) {
            (Kind::Form, template) => {
                ("application/x-www-form-urlencoded", form::encode(answer, template.as_ref()))
            }
            (Kind::Json | Kind::Postgrest, Some(template)) => {
                ("application/json", lean::write(&filling.value(template)))
            }
            (Kind::Postgrest, None) => {
                let mut row = Writer::object();
                row.text("id", &answer.id);
                row.number("rev", u64::from(answer.rev));
                row.json("body", bytes);
                ("application/json", row.end())
            }
            (Kind::Json | Kind::MotCua, _) => ("application/json", bytes.to_owned()),
        };
        head("content-type", media.to_owned());
        // A foreign API answers a preflight only for the headers it knows.
        match self.kind {
            Kind::MotCua => head("idempotency-key", ["\"", &answer.key(), "\""].concat()),
            // The row itself must not come back: nobody may read.
            Kind::Postgrest => head("prefer", "return=minimal".to_owned()),
            Kind::Json | Kind::Form => {}
        }
        for (name, value) in self.headers.iter() {
            head(&name.to_ascii_lowercase(), filling.text(value));
        }
        Request {
            method: self.method.clone(),
            url: filling.text(&self.url),
            headers,
            body,
            replies_from: self.replies_from.clone(),
        }
    }
}

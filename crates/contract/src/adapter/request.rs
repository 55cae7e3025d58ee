//! What is sent.

use super::fill::{fill_url, fill_value};
use super::{Kind, Request, Submit};
use crate::answer::Answer;
use crate::lean;

impl Submit {
    /// The request for one frozen revision. `bytes` are the frozen bytes; the same bytes give the same request.
    pub fn request(&self, answer: &Answer, bytes: &str) -> Request {
        let fill = |text: &str| fill_url(text, answer);
        let mut headers = vec![("content-type".to_owned(), "application/json".to_owned())];
        headers.push(("idempotency-key".to_owned(), ["\"", &answer.key(), "\""].concat()));
        if self.kind == Kind::Json {
            // A foreign API answers a preflight only for the headers it knows.
            headers.truncate(1);
        }
        for (name, value) in &self.headers {
            headers.push((name.to_ascii_lowercase(), fill(value)));
        }
        let body = match (&self.kind, &self.body) {
            (Kind::Json, Some(template)) => lean::write(&fill_value(template, answer)),
            _ => bytes.to_owned(),
        };
        Request { method: self.method.clone(), url: fill(&self.url), headers, body }
    }
}

//! `PUT <attachments>/<sha256>`, and what a reply to it means.

use mot_cua_contract::adapter::{Request, Response, Submit, Verdict};
use mot_cua_contract::lean::FromJson as _;
use mot_cua_contract::{Answer, lean};
use serde_json::Value;

/// The request that brings a photo; its bytes are the body. `None`: this backend takes none.
pub fn photo_request(submit: &Submit, sha256: &str) -> Option<Request> {
    let url = [submit.attachments.as_ref()?.trim_end_matches('/'), "/", sha256].concat();
    let mut headers: Vec<(String, String)> =
        submit.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone())).collect();
    headers.retain(|(name, _)| name != "content-type");
    headers.push(("content-type".to_owned(), "image/jpeg".to_owned()));
    Some(Request { method: "PUT".to_owned(), url, headers, body: String::new(), replies_from: None })
}

/// 200 or 201 with this very hash says that it is there; all other replies mean what they mean for an answer, except that none
/// of them is an acknowledgement.
pub fn judge_photo(submit: &Submit, sha256: &str, response: &Response) -> Verdict {
    let told =
        || lean::parse(&response.body)?.get("sha256").and_then(Value::as_str).map(|told| told == sha256);
    let html = response.content_type.to_ascii_lowercase().contains("html");
    if matches!(response.status, 200 | 201) && !html && told() == Some(true) {
        return Verdict::Acked;
    }
    // No id of ours is empty, so no body can acknowledge this one.
    match submit.judge(&Answer::blank(), response) {
        Verdict::Acked | Verdict::Already => Verdict::Later { after_ms: None },
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_very_hash_is_an_acknowledgement() {
        let submit = Submit { attachments: Some("/api/attachments/".into()), ..Submit::default() };
        let judge = |status, content_type: &str, body: &str| {
            let response =
                Response { status, content_type: content_type.into(), body: body.into(), retry_after: None };
            judge_photo(&submit, "ab", &response)
        };
        let json = "application/json";
        assert_eq!(judge(201, json, r#"{"sha256":"ab"}"#), Verdict::Acked);
        assert_eq!(judge(200, json, r#"{"sha256":"ab"}"#), Verdict::Acked);
        assert_eq!(judge(200, json, r#"{"sha256":"cd"}"#), Verdict::Later { after_ms: None });
        assert_eq!(judge(200, json, r#"{"id":"","rev":0}"#), Verdict::Later { after_ms: None });
        assert_eq!(judge(200, "text/html", r#"{"sha256":"ab"}"#), Verdict::LoginPage);
        assert_eq!(judge(413, json, "{}"), Verdict::Refused { status: 413, field: None });
        assert_eq!(judge(507, json, "{}"), Verdict::Later { after_ms: None });
        assert_eq!(judge(404, json, "{}"), Verdict::Paused { status: 404 });
        assert_eq!(photo_request(&submit, "ab").unwrap().url, "/api/attachments/ab");
        assert_eq!(photo_request(&Submit::default(), "ab"), None);
    }
}

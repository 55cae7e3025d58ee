//! `DELETE /api/responses/{id}`, and what a reply to it means.

use mot_cua_contract::Answer;
use mot_cua_contract::adapter::{Request, Response, Submit, Verdict};
use mot_cua_contract::lean::FromJson as _;

/// The request that deletes all revisions of `id`.
pub fn erase_request(submit: &Submit, id: &str) -> Request {
    let url = [submit.url.trim_end_matches('/'), "/", id].concat();
    let headers = submit.headers.iter().map(|(name, value)| (name.to_ascii_lowercase(), value.clone()));
    Request {
        method: "DELETE".to_owned(),
        url,
        headers: headers.collect(),
        body: String::new(),
        replies_from: None,
    }
}

/// 204 and nothing else says that it is done; all other replies mean what they mean for an answer, except that none
/// of them is an acknowledgement.
pub fn judge_erase(submit: &Submit, response: &Response) -> Verdict {
    if response.status == 204 {
        return Verdict::Acked;
    }
    // No id of ours is empty, so no body can acknowledge this one.
    let nobody = Answer::blank();
    match submit.judge(&nobody, response) {
        Verdict::Acked | Verdict::Already => Verdict::Later { after_ms: None },
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_no_content_is_done() {
        let submit = Submit::default();
        let judge = |status, content_type: &str, body: &str| {
            let response =
                Response { status, content_type: content_type.into(), body: body.into(), retry_after: None };
            judge_erase(&submit, &response)
        };
        assert_eq!(judge(204, "", ""), Verdict::Acked);
        assert_eq!(judge(200, "text/html", "<html>"), Verdict::LoginPage);
        assert_eq!(judge(200, "application/json", r#"{"id":"","rev":0}"#), Verdict::Later { after_ms: None });
        assert_eq!(judge(503, "", ""), Verdict::Later { after_ms: None });
        assert_eq!(judge(403, "", ""), Verdict::Paused { status: 403 });
    }
}

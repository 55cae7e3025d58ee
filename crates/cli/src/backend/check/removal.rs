//! The marked answer goes again, where the backend can delete.

use mot_cua_contract::adapter::{Kind, Verdict};
use mot_cua_outbox::{erase_request, judge_erase};

use super::super::http::Client;
use super::browser::page;
use super::delivery::Delivered;
use super::finding::Findings;
use super::marked;
use super::site::Target;

pub(super) fn run(target: &Target, delivered: &Delivered, findings: &mut Findings) {
    let id = &delivered.id;
    if target.submit.kind != Kind::MotCua {
        findings
            .fine("removal", format!("delete the records of {id} by hand (\"app\": \"{}\")", marked::MARK));
        return;
    }
    let client = Client::new(Some(page(target)));
    let request = erase_request(&target.submit, id);
    // Twice: a phone that lost the reply asks again.
    for _ in 0..2 {
        match client.send(&request).map(|reply| judge_erase(&target.submit, &reply.response)) {
            Ok(Verdict::Acked) => {}
            Ok(verdict) => {
                let fix = "a backend that answers DELETE with 204, whether or not the answer was there";
                findings.fail("removal", format!("DELETE {} is not done: {verdict:?}", request.url), fix);
                return;
            }
            Err(error) => {
                findings.fail(
                    "removal",
                    format!("DELETE {}: {error}", request.url),
                    "a server that stays up",
                );
                return;
            }
        }
    }
    let answer = marked::answer(target, id, 3);
    let after = client.send(&target.submit.request(&answer, &answer.to_json()));
    if after.is_ok_and(|reply| target.submit.judge(&answer, &reply.response) == Verdict::Already) {
        findings.fine("removal", "the marked answer is deleted, and a late copy does not bring it back");
    } else {
        findings.fail(
            "removal",
            format!("a late copy brings {id} back after its deletion"),
            "410 with the problem `deleted` for an answer that its owner removed",
        );
    }
}

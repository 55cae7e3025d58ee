//! Three revisions, each as a phone sends it whose first reply got lost; then the first once more, late.

use mot_cua_contract::adapter::{Guard, Kind, Request, Revisions, Verdict};
use mot_cua_outbox::{Failure, Job, Outcome};

use super::super::courier::Courier;
use super::super::http::Client;
use super::browser::page;
use super::finding::Findings;
use super::site::Target;
use super::{marked, told};

/// So often the outbox may try again.
const TIMES: u32 = 6;

/// What was sent, and what it led to.
#[derive(Debug)]
pub(super) struct Delivered {
    pub(super) id: String,
    /// Milliseconds of each request.
    pub(super) took: Vec<u128>,
    /// The last request that was acknowledged.
    pub(super) last: Option<Request>,
    /// Every revision arrived.
    pub(super) arrived: bool,
}

/// What one attempt came to.
struct Attempt {
    key: String,
    request: Request,
    verdict: Option<Verdict>,
}

pub(super) fn run(target: &Target, findings: &mut Findings) -> Delivered {
    let id = uuid::Uuid::new_v4().to_string();
    let client = Client::new(Some(page(target)));
    let (mut attempts, mut took): (Vec<Attempt>, Vec<u128>) = (Vec::new(), Vec::new());
    let mut courier = Courier::new(&target.submit, |job: &Job, request: &Request| {
        let Job::Post { answer, .. } = job else { return Outcome::Failed(Failure::NoConnection) };
        let first = !attempts.iter().any(|attempt| attempt.key == answer.key());
        let mut attempt = Attempt { key: answer.key(), request: request.clone(), verdict: None };
        let outcome = match client.send(request) {
            Err(error) => {
                let fix = "submit.url: a server that can be reached from here and from phones, with a certificate that is believed";
                findings.fail("reached", format!("{} {}: {error}", request.method, request.url), fix);
                Outcome::Failed(Failure::NoConnection)
            }
            Ok(reply) => {
                took.push(reply.took.as_millis());
                let verdict = target.submit.judge(answer, &reply.response);
                let counts = matches!(verdict, Verdict::Acked | Verdict::Already);
                if !counts && told::is_readable(target, &reply, findings) {
                    told::not_acked(target, &reply, &verdict, findings);
                } else if counts {
                    told::is_readable(target, &reply, findings);
                }
                attempt.verdict = Some(verdict.clone());
                // The first reply gets lost on the way: the outbox has to ask again with the same bytes.
                if first && counts { Outcome::Failed(Failure::Broken) } else { Outcome::Judged(verdict) }
            }
        };
        attempts.push(attempt);
        outcome
    });
    let mut arrived = true;
    for n in 1..=3 {
        let mut answer = marked::answer(target, &id, n);
        answer.complete = n == 3 && target.submit.revisions == Revisions::Final;
        courier.change(answer);
        // One that is refused at once is not asked for three times.
        if target.submit.revisions != Revisions::Final || n == 3 {
            arrived = courier.wait(TIMES) && arrived;
        }
        if !arrived {
            break;
        }
    }
    let sent = courier.outbox().highest(&id);
    drop(courier);
    if arrived {
        repetitions(target, sent, &attempts, findings);
        late(target, &client, &id, &attempts, findings);
    }
    let last = attempts.pop().map(|attempt| attempt.request);
    Delivered { id, took, last, arrived }
}

/// How the first and the second time of each revision were answered.
fn repetitions(target: &Target, sent: u32, attempts: &[Attempt], findings: &mut Findings) {
    let mut again = Vec::new();
    for attempt in attempts {
        let verdict = attempt.verdict.as_ref();
        let first = attempts.iter().position(|one| one.key == attempt.key)
            == attempts.iter().position(|one| std::ptr::eq(one, attempt));
        match (first, verdict) {
            (true, Some(Verdict::Already)) => findings.fail(
                "duplicate",
                format!("{} was new and was taken for a copy", attempt.key),
                "submit.duplicate: it has to prove this very id and revision; {key} as the record's unique name",
            ),
            (false, Some(verdict)) => again.push(verdict),
            _ => {}
        }
    }
    findings.fine("accepted", format!("{sent} of {sent} revisions"));
    let unguarded = target.submit.kind != Kind::MotCua
        && target.submit.revisions != Revisions::Replace
        && !(target.submit.method == "PUT" && target.submit.url.contains("{key}"));
    if again.iter().all(|verdict| **verdict == Verdict::Already) {
        findings.fine("duplicate", "every copy was recognised");
    } else if unguarded {
        findings.warn(
            "duplicate",
            "copies were accepted like new ones: either they were ignored, or they are stored twice now (look for the id below)",
            "a unique {key} at the backend; then submit.duplicate: how it answers a copy",
        );
    } else {
        findings.fine("duplicate", "every copy was accepted under the same name");
    }
}

/// The first revision comes out of a slow network after the last.
fn late(target: &Target, client: &Client, id: &str, attempts: &[Attempt], findings: &mut Findings) {
    let answer = marked::answer(target, id, 1);
    let Some(first) = attempts.first().filter(|_| target.submit.revisions != Revisions::Final) else {
        findings.fine("order", "one revision only: nothing can come late");
        return;
    };
    let verdict = client.send(&first.request).map(|reply| target.submit.judge(&answer, &reply.response));
    match (verdict, target.submit.revisions, target.submit.guard) {
        (Ok(Verdict::Acked | Verdict::Already), Revisions::Append, _) => {
            findings.fine("order", "a late revision 1 is recognised; the highest counts");
        }
        (Ok(Verdict::Acked | Verdict::Already), _, Some(Guard::Server)) => {
            findings.fine("order", "a late revision 1 is answered; that it did not overwrite revision 3 is the backend's promise (submit.guard)");
        }
        (Ok(Verdict::Acked | Verdict::Already), ..) => {
            findings.fine("order", "a late revision 1 is answered as one that is there");
        }
        (Ok(verdict), ..) => findings.fail(
            "order",
            format!("a late revision 1 would wait on that phone for ever ({verdict:?})"),
            "submit.duplicate: how the backend answers a revision that is not the highest",
        ),
        (Err(error), ..) => findings.fail("order", error, "a server that stays up"),
    }
}

//! A marked answer to the backend of the draft: sent, sent again, deleted where that can be. By the button alone.

use mot_cua_contract::adapter::{Kind, Request, Revisions, Verdict, may_mix};
use mot_cua_contract::check::{self, Asked};
use mot_cua_contract::time::rounded;
use mot_cua_contract::{Answer, Site};
use mot_cua_outbox::{erase_request, judge_erase};
use serde_json::Value;

use super::said::{Came, Said, failure, origin_of};
use crate::browser::{self, carry, files};

/// What came of it, sentence by sentence. `survey`: the text of the definition that is asked.
pub(super) async fn run(mut site: Site, survey: &str) -> Vec<Said> {
    let origin = files::origin();
    if let Some(told) = unreachable_from(&origin, &mut site) {
        return vec![told];
    }
    let value: Value = serde_json::from_str(survey).unwrap_or_default();
    let question = check::first_rating(&value).unwrap_or("overall");
    let version = browser::hash(survey);
    let (now, offset) = browser::clock();
    let asked = Asked { question, version: &version };
    let saved_at = rounded(now, offset, site.privacy.rounding);
    let mut answer = check::answer(&site, asked, &browser::random_id(), 1, saved_at);
    answer.complete = site.submit.revisions == Revisions::Final;
    let request = site.submit.request(&answer, &answer.to_json());
    let mut said = Vec::new();
    let (came, verdict) = send(&site, &answer, &request).await;
    if !matches!(verdict, Verdict::Acked) {
        let told = if verdict == Verdict::Already {
            Said::bad("try.wrongCopy", Some("ask.wrongCopy"))
        } else {
            failure(&site.submit, &request, &origin, &came, &verdict)
        };
        said.push(told);
        return said;
    }
    said.push(Said::fine("try.arrived").with(&[&request.url]));
    said.push(copy(&site, &answer, &request, &origin).await);
    said.push(away(&site, &answer.id).await);
    if site.url.as_deref().is_some_and(|url| url != origin) && site.submit.url.contains("://") {
        let url = site.url.unwrap_or_default();
        said.push(Said::bad("try.elsewhere", Some("ask.elsewhere")).with(&[&url, &origin]));
    }
    said
}

/// What a browser would never send, told before. Else the address is made absolute.
fn unreachable_from(origin: &str, site: &mut Site) -> Option<Said> {
    let Some(endpoint) = origin_of(&site.submit.url).map(str::to_owned) else {
        // A path is a path on the site's own host: from another one nothing could be said about it.
        if let Some(url) = site.url.as_deref().filter(|url| *url != origin) {
            let own = [url, &site.base, "workbench/"].concat();
            return Some(Said::bad("try.ownHost", None).with(&[url, &own]));
        }
        site.submit.url = [origin, &site.submit.url].concat();
        return None;
    };
    let page = site.url.as_deref().unwrap_or(origin);
    let mixed = [page, origin].iter().any(|page| !may_mix(page, &endpoint));
    mixed.then(|| Said::bad("try.mixed", Some("ask.mixed")).with(&[page, &endpoint]))
}

async fn send(site: &Site, answer: &Answer, request: &Request) -> (Came, Verdict) {
    let came = carry::send(request).await;
    let verdict = match &came {
        Came::Reply(reply) => site.submit.judge(answer, reply),
        _ => Verdict::Later { after_ms: None },
    };
    (came, verdict)
}

/// A phone that lost the reply sends the same again.
async fn copy(site: &Site, answer: &Answer, request: &Request, origin: &str) -> Said {
    let (came, verdict) = send(site, answer, request).await;
    let named = site.submit.kind == Kind::MotCua
        || site.submit.revisions == Revisions::Replace
        || (site.submit.method == "PUT" && site.submit.url.contains("{key}"));
    match verdict {
        Verdict::Already => Said::fine("try.copy"),
        Verdict::Acked if named => Said::fine("try.copy"),
        Verdict::Acked => Said::bad("try.twice", Some("ask.twice")),
        _ => {
            let told = failure(&site.submit, request, origin, &came, &verdict);
            Said { key: "try.noCopy", ask: Some("ask.twice"), ..told }
        }
    }
}

async fn away(site: &Site, id: &str) -> Said {
    let by_hand = Said::fine("try.byHand").with(&[id, check::MARK]);
    if site.submit.kind != Kind::MotCua {
        return by_hand;
    }
    match carry::send(&erase_request(&site.submit, id)).await {
        Came::Reply(reply) if judge_erase(&site.submit, &reply) == Verdict::Acked => {
            Said::fine("try.deleted")
        }
        _ => Said { good: false, ask: Some("ask.delete"), ..by_hand },
    }
}

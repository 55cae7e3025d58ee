//! What citizens write, at its most troublesome, and the phones that send it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use mot_cua_contract::adapter::{Request, Submit};
use mot_cua_contract::{Answer, Context, Place};
use mot_cua_outbox::{Failure, Job, Outcome};
use serde_json::json;

use crate::courier::Courier;
use crate::http::Client;

const PHONES: u32 = 6;

/// Precomposed and decomposed letters, families of emoji, both quotes, line ends, what looks like markup or a formula.
const WORDS: [&str; 6] = [
    "Chị Hường ở quầy số 3 giải thích rất kỹ; ẫ ữ Ặ ợ ĩ Đ đ",
    "Nguye\u{302}\u{303}n Thi\u{323} Da\u{323}u: da\u{300}i quá",
    "👩‍👩‍👧‍👦🇻🇳❤️\u{200d}🔥 \u{200b}\u{2028}",
    "dòng một\ndòng hai\r\n\tdòng \"ba\" và 'bốn' \\ hết\u{7f}",
    "<script>alert(1)</script>&amp; %20 + ; -- ' OR 1=1",
    "=HYPERLINK(\"http://x\";\"bấm\") {id} {rev} ${x}",
];

/// Revision `rev` of the `n`th answer. All is in it so far.
pub(crate) fn answer(n: u32, rev: u32) -> Answer {
    let mut answers = json!({"overall": n % 5 + 1});
    if rev > 1 {
        answers["why"] = json!(["fast", "polite"]);
    }
    if rev > 2 {
        answers["words"] = json!(format!("{n}: {}", WORDS[n as usize % WORDS.len()]));
    }
    Answer {
        v: 1,
        id: format!("{:08x}-0000-4000-8000-{n:012x}", n.wrapping_mul(0x9e37_79b9)),
        rev,
        survey: "quick".into(),
        survey_version: format!("sha256:{}", "0".repeat(64)),
        place: Place::unit("04795"),
        answers: answers.as_object().unwrap().clone(),
        complete: rev == 3,
        saved_at: "2026-11-21T09:00:00+07:00".into(),
        seconds: Some(14),
        lang: "vi".into(),
        app: "0.1.0".into(),
        context: Context::default(),
        token: None,
    }
}

/// What the backend has to hold in the end: the last revision of each.
pub(crate) fn finals(count: u32) -> BTreeMap<String, Answer> {
    (0..count).map(|n| answer(n, 3)).map(|answer| (answer.id.clone(), answer)).collect()
}

/// Sends all of them, each in three revisions, by phones that try until nothing is left. Half of the answers go on while the
/// revision before is still waiting.
pub(crate) fn send_all(submit: &Submit, count: u32) {
    std::thread::scope(|scope| {
        for phone in 0..PHONES {
            scope.spawn(move || send((phone..count).step_by(PHONES as usize), submit));
        }
    });
}

fn send(mine: impl Iterator<Item = u32>, submit: &Submit) {
    let client = Client::new(Some("https://page.example".into()));
    let begun = Mutex::new(BTreeSet::new());
    let mut courier = Courier::new(submit, |job: &Job, request: &Request| {
        let Job::Post { answer, .. } = job else { panic!("nothing is deleted here") };
        begun.lock().unwrap().insert(answer.key());
        match client.send(request) {
            Ok(reply) => Outcome::Judged(submit.judge(answer, &reply.response)),
            Err(_) => Outcome::Failed(Failure::NoConnection),
        }
    });
    for n in mine {
        for rev in 1..=3 {
            let answer = answer(n, rev);
            courier.change(answer.clone());
            // Until it is begun a change would rewrite the revision.
            while !begun.lock().unwrap().contains(&answer.key()) {
                courier.wait(1);
            }
            if n % 2 == 0 {
                courier.wait(200);
            }
        }
    }
    assert!(courier.wait(2_000), "left: {:?}", courier.outbox().pending());
}

//! When the next attempt is made, and what is said meanwhile.

use mot_cua_contract::adapter::{Kind, Response, Revisions, Submit, Verdict};
use mot_cua_outbox::{Failure, Input, Keeping, Trouble, When};

use crate::phone::{Phone, answer};

#[test]
fn f01_a_network_that_returns_is_used_within_five_seconds() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    for _ in 0..12 {
        phone.fail(1, Failure::NoConnection);
        phone.pass(300_000);
    }
    phone.fail(1, Failure::NoConnection);
    assert_eq!(phone.keeping(), Keeping::Kept { trouble: Some(Trouble::NoConnection) });
    let before = phone.sent.len();
    phone.pass(10);
    phone.give(Input::Online);
    phone.pass(5_000);
    assert_eq!(phone.sent.len(), before + 1);
}

#[test]
fn f13_to_f16_nothing_but_the_ack_predicate_is_an_acknowledgement() {
    let reply = |status, content_type: &str, body: &str| Response {
        status,
        content_type: content_type.into(),
        body: body.into(),
        retry_after: None,
    };
    for (other, trouble) in [
        (reply(200, "text/html", "<title>Wi-Fi</title>"), Trouble::LoginPage),
        (reply(201, "text/html; charset=utf-8", "{}"), Trouble::LoginPage),
        (reply(200, "application/json", "{}"), Trouble::Busy),
        (reply(201, "application/json", "{\"id\":\"0000"), Trouble::Busy),
        (reply(204, "", ""), Trouble::Busy),
        (reply(201, "", ""), Trouble::Busy),
        (reply(409, "", ""), Trouble::Busy),
        (reply(500, "", ""), Trouble::Busy),
        (reply(502, "text/html", "<html>"), Trouble::Busy),
        (reply(504, "", ""), Trouble::Busy),
        (reply(520, "", ""), Trouble::Busy),
    ] {
        let mut phone = Phone::new(&Submit::default());
        phone.tap(5, When::Now);
        phone.reply(1, Submit::default().judge(&answer(5), &other));
        assert_eq!(phone.keeping(), Keeping::Kept { trouble: Some(trouble) }, "{other:?}");
        phone.pass(5_000);
        assert_eq!(phone.sent.len(), 2, "{other:?}");
    }
}

#[test]
fn f17_f18_what_the_server_asks_for_is_waited_for_and_hints_do_not_help() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    let busy = Response { status: 429, retry_after: Some("120".into()), ..Response::default() };
    phone.reply(1, Submit::default().judge(&answer(5), &busy));
    assert_eq!(phone.keeping(), Keeping::Kept { trouble: Some(Trouble::Busy) });
    for hint in
        [Input::Online, Input::Wake, Input::Flush, Input::Retry { id: None }, Input::Hide, Input::Wake]
    {
        phone.pass(19_000);
        phone.give(hint);
    }
    phone.pass(5_999);
    assert_eq!(phone.sent.len(), 1);
    phone.pass(120_001);
    assert_eq!(phone.sent.len(), 2);
}

#[test]
fn f21_f22_the_site_is_read_again_and_the_same_bytes_go_to_the_new_backend() {
    for status in [401, 403, 404, 410] {
        let mut phone = Phone::new(&Submit::default());
        phone.tap(5, When::Now);
        phone.reply(1, Verdict::Paused { status });
        assert_eq!(phone.rereads, 1);
        assert_eq!(phone.keeping(), Keeping::Kept { trouble: Some(Trouble::Paused { status }) });
        phone.pass(60_000);
        assert_eq!(phone.sent.len(), 1, "nobody is asked again and again");
        phone.give(Input::Moved { kind: Kind::Json, revisions: Revisions::Append });
        assert_eq!(phone.sent.len(), 2);
        assert_eq!(phone.sent[0].1, phone.sent[1].1);
        phone.reply(1, Verdict::Acked);
        assert!(matches!(phone.keeping(), Keeping::Sent { .. }));
    }
}

#[test]
fn f28_a_policy_that_blocks_the_connection_is_no_bad_connection() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.fail(1, Failure::Blocked);
    assert_eq!(phone.keeping(), Keeping::Kept { trouble: Some(Trouble::Blocked) });
}

/// F07: a page that was frozen for an hour tries once, not once for each timer that ran out.
#[test]
fn f07_no_burst_after_a_long_sleep() {
    let mut phone = Phone::new(&Submit::default());
    phone.tap(5, When::Now);
    phone.fail(1, Failure::NoConnection);
    phone.time += 3_600_000;
    for input in [Input::Due, Input::Wake, Input::Online, Input::Due] {
        phone.give(input);
    }
    assert_eq!(phone.sent.len(), 2);
}

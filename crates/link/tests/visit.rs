//! Visit tokens: what is genuine, what is not, and that nothing makes it panic.
#![allow(clippy::unwrap_used)]

use mot_cua_contract::Place;
use mot_cua_link::visit::{GRACE_HOURS, Key, LENGTH, Reject, Ring, RingError, When, issue, verify};
use proptest::prelude::*;

const END: u32 = 498_700;

fn ring(keys: &[(u8, u8)]) -> Ring {
    let lines: Vec<String> =
        keys.iter().map(|(id, byte)| Key::new(*id, [*byte; 32]).unwrap().line()).collect();
    Ring::read(&lines.join("\n")).unwrap()
}

fn desk(counter: Option<&str>) -> Place {
    Place { counter: counter.map(Into::into), ..Place::unit("04795") }
}

fn token(ring: &Ring, place: &Place) -> String {
    issue(ring.newest().unwrap(), place, END, [7; 8])
}

#[test]
fn a_token_is_good_at_its_place_until_its_end_and_late_for_thirty_days() {
    let ring = ring(&[(1, 1)]);
    let three = desk(Some("3"));
    let token = token(&ring, &three);
    assert_eq!(token.len(), LENGTH);
    let when = |now| verify(&ring, &token, &three, now).map(|visit| visit.when);
    assert_eq!(when(END - 1), Ok(When::InTime));
    assert_eq!(when(END), Ok(When::Late));
    assert_eq!(when(END + GRACE_HOURS - 1), Ok(When::Late));
    assert_eq!(when(END + GRACE_HOURS), Err(Reject::Expired));
    // What the visit was for is not its desk.
    let more = Place { field: Some("HOTICH".into()), procedure: Some("1.001193".into()), ..three };
    assert!(verify(&ring, &token, &more, END - 1).is_ok());
}

#[test]
fn another_place_is_not_genuine_and_a_units_token_is_good_at_its_counters() {
    let ring = ring(&[(1, 1)]);
    let at = |token: &str, place: &Place| verify(&ring, token, place, END - 1).map(|visit| visit.when);
    let three = token(&ring, &desk(Some("3")));
    assert_eq!(at(&three, &desk(Some("4"))), Err(Reject::NotGenuine));
    assert_eq!(at(&three, &desk(None)), Err(Reject::NotGenuine));
    assert_eq!(at(&three, &Place { unit: "04798".into(), ..desk(Some("3")) }), Err(Reject::NotGenuine));
    // "04795", "3" and "047953" without a counter are the same letters.
    assert_eq!(at(&three, &Place::unit("047953")), Err(Reject::NotGenuine));
    let unit = token(&ring, &desk(None));
    assert_eq!(at(&unit, &desk(Some("4"))), Ok(When::InTime));
}

#[test]
fn a_replaced_key_verifies_until_it_is_taken_out() {
    let old = ring(&[(1, 1)]);
    let token = token(&old, &desk(None));
    let is = |ring: &Ring| verify(ring, &token, &desk(None), END - 1).map(|visit| visit.when);
    assert_eq!(is(&ring(&[(1, 1), (2, 2)])), Ok(When::InTime));
    assert_eq!(ring(&[(1, 1), (2, 2)]).newest().unwrap().id(), 2);
    assert_eq!(is(&ring(&[(2, 2)])), Err(Reject::UnknownKey));
    assert_eq!(is(&ring(&[(1, 9)])), Err(Reject::NotGenuine));
    assert_eq!(is(&Ring::default()), Err(Reject::UnknownKey));
}

#[test]
fn cut_short_made_longer_or_changed_in_any_letter_it_is_refused() {
    let ring = ring(&[(1, 1)]);
    let good = token(&ring, &desk(None));
    let is = |token: &str| verify(&ring, token, &desk(None), END - 1).map(|visit| visit.when);
    for end in 0..LENGTH {
        assert_eq!(is(&good[..end]), Err(Reject::Malformed));
    }
    assert_eq!(is(&[&good, "A"].concat()), Err(Reject::Malformed));
    for at in 0..LENGTH {
        for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".chars() {
            let changed = [&good[..at], &letter.to_string(), &good[at + 1..]].concat();
            assert!(changed == good || is(&changed).is_err(), "{changed}");
        }
    }
}

#[test]
fn marks_tell_tokens_and_answers_apart() {
    let ring = ring(&[(1, 1)]);
    let (key, place) = (ring.newest().unwrap(), desk(None));
    let (one, two) = (issue(key, &place, END, [1; 8]), issue(key, &place, END, [2; 8]));
    let one = verify(&ring, &one, &place, 0).unwrap();
    let two = verify(&ring, &two, &place, 0).unwrap();
    assert_ne!(one.mark(), two.mark());
    assert_ne!(one.holder("a"), two.holder("a"));
    assert_ne!(one.holder("a"), one.holder("b"));
    assert_eq!(one.holder("a"), one.holder("a"));
}

#[test]
fn a_key_file_names_its_bad_line_and_shows_no_secret() {
    let good = Key::new(7, [3; 32]).unwrap();
    assert!(!format!("{good:?}").contains("AMBQG"), "{good:?}");
    let text = format!("# ours\n\n{}\n", good.line());
    assert_eq!(Ring::read(&text).unwrap().newest().unwrap().id(), 7);
    assert_eq!(Ring::read(&text).unwrap().next_id(), Some(8));
    assert_eq!(Ring::read("").unwrap().next_id(), Some(1));
    for bad in ["0 ", "256 ", "x ", "1", "1 short"] {
        let line = if bad.ends_with(' ') { good.line().replace("7 ", bad) } else { bad.to_owned() };
        assert_eq!(Ring::read(&line).unwrap_err(), RingError::Unreadable { line: 1 }, "{bad}");
    }
    let twice = [good.line(), good.line()].join("\n");
    assert_eq!(Ring::read(&twice).unwrap_err(), RingError::Repeated { line: 2 });
}

proptest! {
    #[test]
    fn any_text_is_refused_without_a_panic(text in "\\PC{0,60}|[A-Z2-7]{45}", now: u32) {
        let ring = ring(&[(1, 1), (0x41, 2)]);
        prop_assert!(verify(&ring, &text, &desk(Some("3")), now).is_err());
        let _ = Ring::read(&text);
    }
}

//! Promises, hours and former names, at a given moment.
#![allow(clippy::unwrap_used)]

#[path = "../../contract/tests/common/agree.rs"]
#[allow(dead_code, reason = "other tests use the rest of it")]
mod agree;

use mot_cua_catalogue::ward::{
    Date, Desk, Moment, Special, Ward, Wards, Weekday, desk, formerly, mistakes, week,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn file() -> Value {
    json!({"v": 1, "units": [{"id": "04795", "former": ["Phường Hữu Nghị", "Xã Cẩm Giàng"], "onlineHelp": {"vi": "Quầy 4"},
        "hours": {"week": [{"days": ["thứ 2", "T3", "thứ Tư", "5", "thứ Sáu"], "from": "7:30", "to": "11:30"},
                {"days": ["thứ 2", "T3", "thứ Tư", "5", "thứ Sáu"], "from": "13h30", "to": "17:00"}],
            "special": [{"date": "2026-11-26", "open": [{"from": "7:30", "to": "12:00"}, {"from": "12:00", "to": "19h"}],
                    "note": {"vi": "Giờ thứ 9"}},
                {"date": "2027-02-04", "to": "2027-02-14", "note": {"vi": "Tết"}}]},
        "promises": [{"code": "1.001193", "time": {"amount": 1, "unit": "day"}, "atOnce": true, "noAppointment": true,
            "when": [{"days": ["thứ Tư"], "before": "15 giờ", "time": {"amount": 2, "unit": "hour"}},
                {"days": ["thứ 8"], "time": {"amount": 1, "unit": "hour"}}],
            "delivery": {"vi": "Người trên 80 tuổi"}, "tips": {"vi": "Mang căn cước"},
            "samples": {"Tờ khai mẫu": "https://x/y.pdf"}, "counter": "1"}]}]})
}

fn wards() -> Wards {
    serde_json::from_value(file()).unwrap()
}

fn at(date: &str, minute: u16) -> Moment {
    Moment::new(Date::read(date).unwrap(), minute).unwrap()
}

#[test]
fn read_alike_by_both() {
    let mut file = file();
    file["units"][0]["promises"] = json!([]);
    agree::on::<Wards>(&file.to_string());
}

#[test]
fn open_closed_and_next() {
    let wards = wards();
    let hours = wards.units[0].hours.as_ref().unwrap();
    let open = |date, minute| match desk(hours, at(date, minute)) {
        Desk::Open { until, special } => Ok((until, special.is_some())),
        Desk::Closed { opens, special } => Err((opens, special.is_some())),
    };
    assert_eq!(open("2026-11-25", 450), Ok((690, false)));
    assert_eq!(open("2026-11-25", 449), Err((Some(at("2026-11-25", 450)), false)));
    assert_eq!(open("2026-11-25", 690), Err((Some(at("2026-11-25", 810)), false)));
    let week = week(hours);
    assert_eq!(week[0], (Weekday::Monday, vec![(450, 690), (810, 1020)]));
    assert_eq!(week[6], (Weekday::Sunday, vec![]));
    assert_eq!(hours.special[0].shifts(), [(450, 720), (720, 1140)]);
    let ahead = |today: &str| hours.special.iter().filter(|s| s.is_ahead(Date::read(today).unwrap())).count();
    assert_eq!((ahead("2026-11-26"), ahead("2027-02-14"), ahead("2027-02-15")), (2, 1, 0));
    // The ninth hour: two shifts that touch are one.
    assert_eq!(open("2026-11-26", 500), Ok((1140, true)));
    assert_eq!(open("2026-11-27", 1020), Err((Some(at("2026-11-30", 450)), false)));
    // Tết: from before its first day to the Monday after its last.
    assert_eq!(open("2027-02-05", 600), Err((Some(at("2027-02-15", 450)), true)));
    assert!(matches!(open("2027-02-03", 1020), Err((Some(opens), false)) if opens == at("2027-02-15", 450)));
}

#[test]
fn former_names_lead_here() {
    let wards = wards();
    let found =
        |query| formerly(&wards, query).first().map(|(ward, name)| (ward.id.clone(), (*name).to_owned()));
    let expected = |name: &str| Some(("04795".to_owned(), name.to_owned()));
    assert_eq!(found("phuong huu nghi"), expected("Phường Hữu Nghị"));
    assert_eq!(found("Hữu Nghị"), expected("Phường Hữu Nghị"));
    assert_eq!(found("cẩm giang"), expected("Xã Cẩm Giàng"));
    assert_eq!((found("Hữu"), found(""), found("🙂")), (None, None, None));
}

#[test]
fn what_is_wrong_is_named_and_the_rest_goes_on() {
    let mut file = file();
    let unit = &mut file["units"][0];
    unit["promises"][0]["time"]["amount"] = json!(-1);
    unit["promises"][0]["samples"]["x"] = json!("javascript:alert(1)");
    unit["hours"]["week"][1]["to"] = json!("sáng");
    unit["hours"]["week"][0]["to"] = json!("7:00");
    unit["hours"]["special"][1]["to"] = json!("2027-02-30");
    unit["promises"].as_array_mut().unwrap().push(json!({"code": "9.999999"}));
    let wards: Wards = serde_json::from_value(file).unwrap();
    let found: Vec<_> =
        mistakes(&wards, &|code| code == "1.001193").into_iter().map(|m| (m.path, m.code)).collect();
    let unit = |path: &str| format!("units[0].{path}");
    let expected = [
        (unit("hours.week[0].to"), "ends-before-it-begins"),
        (unit("hours.week[1].to"), "unknown-time"),
        (unit("hours.special[1].to"), "unknown-date"),
        (unit("promises[0].time.amount"), "impossible-time"),
        (unit("promises[0].when[1].days[0]"), "unknown-weekday"),
        (unit("promises[0].samples.x"), "not-https"),
        (unit("promises[1].code"), "unknown-procedure"),
    ];
    assert_eq!(found, expected);
    let day = mistakes(&wards, &|_| true).into_iter().find(|m| m.code == "unknown-weekday").unwrap();
    assert_eq!((day.found.as_str(), day.expected.as_str()), ("\"thứ 8\"", "thứ 2 … thứ 7 or chủ nhật"));
    // The ninth hour is still known.
    assert!(matches!(
        desk(wards.units[0].hours.as_ref().unwrap(), at("2026-11-26", 1100)),
        Desk::Open { .. }
    ));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_words(day in "\\PC{0,12}", from in "\\PC{0,8}", to in "[0-9:h ]{0,6}", date in "[0-9-]{0,12}", minute in 0_u16..1440) {
        let shift = json!({"days": [day], "from": from, "to": to});
        let special: Special = serde_json::from_value(json!({"date": date, "open": [shift.clone()]})).unwrap();
        let mut ward: Ward = serde_json::from_value(json!({"id": "x", "hours": {"week": [shift]}, "former": [day]})).unwrap();
        ward.hours.as_mut().unwrap().special.push(special);
        let wards = Wards { v: 1, units: vec![ward] };
        let _ = desk(wards.units[0].hours.as_ref().unwrap(), at("2026-12-31", minute));
        let _ = (mistakes(&wards, &|_| false), formerly(&wards, &day));
    }
}

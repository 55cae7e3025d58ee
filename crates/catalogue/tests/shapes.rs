//! The national interface's and the portal's shapes become the same record as a crawl's, and what cannot is kept or named.
#![allow(clippy::unwrap_used)]

mod common;

use mot_cua_catalogue::doubts::DoubtCode;
use mot_cua_catalogue::import::{Change, Import, Options, Replacement, changes, replacements};
use mot_cua_catalogue::model::{By, FeeState, Status, Unit};
use mot_cua_catalogue::{Procedure, doubts};
use serde_json::{Value, json};

fn imported(value: &Value) -> Import {
    let mut import = Import::new(Options::default());
    import.file("x.json", value.to_string().as_bytes());
    import
}

fn official() -> Value {
    json!({"MATTHC": "1.001193.000.00.00.H49", "TENTTHC": "Đăng ký khai sinh", "CAPTHUCHIEN": ["Cấp xã"],
        "LINHVUCTHUCHIEN": {"MALINHVUC": "G15-HT01"}, "TRANGTHAI": "Bị thay thế", "TUKHOA": "khai sinh",
        "CACHTHUCTHUCHIEN": [{"KENH": 2, "THOIGIAN": [{"THOIGIANGIAIQUYET": "3,5", "DONVITINH": "Ngày làm việc",
            "PHILEPHI": [{"SOTIEN": "8000", "DONVI": "VND"}, {"SOTIEN": 0, "MOTA": "Theo HĐND tỉnh"}, {"SOTIEN": 0}]}]},
            {"KENH": "1", "THOIGIAN": [{"THOIGIANGIAIQUYET": "trong ngày", "DONVITINH": "Ngày"}]}],
        "THANHPHANHOSO": [{"TRUONGHOP": "Phải nộp", "GIAYTO": [{"TENGIAYTO": "Tờ khai", "SOBANCHINH": "1", "SOBANSAO": 0,
            "TENMAUDON": "Mẫu 01", "URL": "javascript:alert(1)", "MA_KQ_THAYTHE": "KQ.1"}]}],
        "KETQUATHUCHIEN": ["Giấy khai sinh"], "CANCUPHAPLY": [{"SOKYHIEU": "60/2014/QH13"}],
        "TRINHTUTHUCHIEN": [{"TRUONGHOP": "Trực tiếp", "TRINHTU": ["Nộp", "Nhận"]}], "TTHCLIENTHONG": ["2.000986"]})
}

#[test]
fn the_national_interface() {
    let import = imported(&json!({"data": [official(), {"MATTHC": "1.000002.x", "TENTTHC": "x",
        "CACHTHUCTHUCHIEN": [{"KENH": "9"}]}]}));
    assert_eq!(import.refused.len(), 1);
    assert_eq!(import.refused[0].path, "data[1].CACHTHUCTHUCHIEN[0].KENH");
    let [record] = import.procedures.as_slice() else { panic!("one record") };
    assert_eq!((record.code.as_str(), record.field.as_str()), ("1.001193", "G15-HT01"));
    assert_eq!(record.status, Some(Status::Replaced));
    assert_eq!(record.steps.as_deref(), Some("Trực tiếp\nNộp\nNhận"));
    let [online, desk] = record.channels.as_slice() else { panic!("two channels") };
    assert_eq!((online.by, desk.by), (By::Online, By::InPerson));
    assert_eq!(online.time.map(|time| (time.amount, time.unit)), Some((3.5, Some(Unit::WorkingDay))));
    let states: Vec<_> = online.fees.iter().map(|fee| fee.state).collect();
    assert_eq!(states, [FeeState::Amount, FeeState::SeeNote, FeeState::Unknown], "0 is not free");
    assert_eq!(desk.time, None, "words are no number");
    let document = &record.cases[0].documents[0];
    assert_eq!((document.originals, document.form, document.form_name.as_deref()), (1, true, Some("Mẫu 01")));
    let mut kept: Vec<_> = record.extra.keys().map(String::as_str).collect();
    kept.sort_unstable();
    assert_eq!(
        kept,
        [
            "CACHTHUCTHUCHIEN[1].THOIGIAN[0].DONVITINH",
            "CACHTHUCTHUCHIEN[1].THOIGIAN[0].THOIGIANGIAIQUYET",
            "LINHVUCTHUCHIEN",
            "MATTHC",
            "THANHPHANHOSO[0].GIAYTO[0].MA_KQ_THAYTHE",
            "TTHCLIENTHONG",
        ]
    );
    let found: Vec<DoubtCode> = doubts(record).into_iter().map(|doubt| doubt.code).collect();
    for code in [DoubtCode::Superseded, DoubtCode::FormNotHttps, DoubtCode::Markup] {
        assert!(found.contains(&code), "{code:?} in {found:?}");
    }
}

#[test]
fn the_portal_of_2026() {
    let record = json!({"id": "019d2bfd-3fe0", "code": "1.001193", "name": "Đăng ký khai sinh", "decisionNo": "163/QĐ-BTP",
        "isMinistry": false, "isProvince": true, "isWard": true, "formalityType": "Loại", "keywords": ["khai", "sinh"],
        "executionMethods": [{"submissionMethod": "POSTAL", "processingTime": 2, "processingTimeUnit": "WORKING_DAY",
            "fees": [{"value": 0, "description": null}, {"value": -1}]},
            {"submissionMethod": "ONLINE", "processingTime": null, "processingTimeUnit": "OTHER"}],
        "executionCases": [{"name": null, "profileComponents": [{"name": "Tờ khai", "originalQty": 1, "copyQty": "2",
            "required": true, "hasElectronicForm": false, "attachments": [{"name": "Mẫu", "url": "https://x/y"}]}]}],
        "resultsDetails": [{"name": "Giấy khai sinh"}], "legalBasisesDetails": [{"code": "60/2014/QH13", "name": "Luật"}]});
    let import = imported(&json!({"result": {"content": [record]}}));
    assert!(import.refused.is_empty(), "{:?}", import.refused);
    let [record] = import.procedures.as_slice() else { panic!("one record") };
    assert_eq!(record.levels, ["Cấp tỉnh", "Cấp xã"]);
    assert_eq!(record.source.as_deref(), Some("https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0"));
    assert_eq!((record.channels[0].by, record.channels[1].time), (By::Post, None));
    let states: Vec<_> = record.channels[0].fees.iter().map(|fee| (fee.state, fee.amount)).collect();
    assert_eq!(states, [(FeeState::Unknown, None), (FeeState::Amount, Some(-1.0))]);
    assert!(doubts(record).iter().any(|doubt| doubt.code == DoubtCode::FeeNegative));
    let document = &record.cases[0].documents[0];
    assert_eq!((document.copies, document.form_url.as_deref()), (2, Some("https://x/y")));
    assert!(record.extra.contains_key("executionCases[0].profileComponents[0].required"));
    assert!(record.extra.contains_key("executionMethods[1].processingTimeUnit"));
    assert_eq!(
        (record.legal.as_slice(), record.keywords.as_deref()),
        (&["60/2014/QH13".to_owned()][..], Some("khai; sinh"))
    );
}

#[test]
fn a_second_import_says_what_changed() {
    let before = imported(&json!([official()])).procedures;
    let mut again = official();
    again["CACHTHUCTHUCHIEN"][0]["THOIGIAN"][0]["PHILEPHI"][0]["SOTIEN"] = json!("9000");
    again["CACHTHUCTHUCHIEN"][0]["THOIGIAN"][0]["THOIGIANGIAIQUYET"] = json!(1);
    again["TRANGTHAI"] = json!("Hiệu lực");
    let mut after = imported(&json!([again])).procedures;
    after.push(common::titled("1.000009", "Mới"));
    let mut before = [before, vec![common::titled("1.000001", "Cũ")]].concat();
    let kinds = |found: &[Change]| found.iter().map(|c| (c.code.clone(), c.kind)).collect::<Vec<_>>();
    let expected = [
        ("1.000001", "gone"),
        ("1.000009", "new"),
        ("1.001193", "fee"),
        ("1.001193", "superseded"),
        ("1.001193", "time"),
    ];
    assert_eq!(kinds(&changes(&before, &after)), expected.map(|(code, kind)| (code.to_owned(), kind)));
    let fee = &changes(&before, &after)[2];
    assert!(fee.before.contains("8000") && fee.after.contains("9000"));
    assert_eq!(changes(&after, &after), []);
    before.truncate(1);
    let mut later = before.clone();
    later[0].retrieved = Some("2027-01-01".to_owned());
    assert_eq!(changes(&before, &later), [], "read again, and nothing new");
    later[0].requirements = Some("Có mặt".to_owned());
    assert_eq!(kinds(&changes(&before, &later)), [("1.001193".to_owned(), "other")]);
}

#[test]
fn replacements_that_lead_nowhere() {
    let record = |code: &str, by: Option<&str>| Procedure {
        replaced_by: by.map(str::to_owned),
        ..common::titled(code, "x")
    };
    let records = [
        record("1", Some("2")),
        record("2", Some("3")),
        record("3", Some("2")),
        record("4", Some("9")),
        record("5", Some("5")),
        record("6", Some("7")),
        record("7", None),
    ];
    let circle =
        |codes: &[&str]| Replacement::Circle { codes: codes.iter().map(|code| (*code).to_owned()).collect() };
    assert_eq!(
        replacements(&records),
        [circle(&["2", "3"]), Replacement::Unknown { code: "4".into(), by: "9".into() }, circle(&["5"])]
    );
}

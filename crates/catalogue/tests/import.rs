//! Nothing invented, nothing dropped.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::BTreeMap;

use mot_cua_catalogue::import::{Import, Options, Refusal, Which};
use mot_cua_catalogue::{DoubtCode, Procedure, doubts};
use serde_json::{Value, json};

/// Every text and number below `value`, with how often it occurs. Words of the source's three closed lists as ours.
fn leaves(value: &Value, of: &mut BTreeMap<String, i64>, by: i64) {
    match value {
        Value::String(text) if text.trim().is_empty() => {}
        Value::String(text) => *of.entry(ours(text).to_owned()).or_default() += by,
        Value::Number(number) => *of.entry(format!("#{}", number.as_f64().unwrap())).or_default() += by,
        Value::Array(entries) => entries.iter().for_each(|entry| leaves(entry, of, by)),
        Value::Object(members) => members.values().for_each(|member| leaves(member, of, by)),
        Value::Null | Value::Bool(_) => {}
    }
}

fn ours(text: &str) -> &str {
    match text {
        "Trực tiếp" => "inPerson",
        "Trực tuyến" => "online",
        "Dịch vụ bưu chính" => "post",
        "Giờ" => "hour",
        "Ngày" => "day",
        "Ngày làm việc" => "workingDay",
        "Tháng" => "month",
        "mien_phi" => "free",
        "so_tien" => "amount",
        "xem_ghi_chu" => "seeNote",
        "khong_co_thong_tin" => "unknown",
        other => other,
    }
}

#[test]
fn every_text_and_number_survives_and_none_is_added() {
    for (file, count) in [("data/tthc-commune.json.gz", 588), ("data/tthc-all.json.gz", 2642)] {
        let (Some(text), Some(procedures)) = (common::national(file), common::imported(file)) else { return };
        let source: Vec<Value> = serde_json::from_slice(&text).unwrap();
        assert_eq!((source.len(), procedures.len()), (count, count));
        for (record, procedure) in source.iter().zip(&procedures) {
            let written = serde_json::to_string(procedure).unwrap();
            let read: Value = serde_json::from_str(&written).unwrap();
            assert_eq!(&serde_json::from_str::<Procedure>(&written).unwrap(), procedure);
            let mut balance = BTreeMap::new();
            leaves(record, &mut balance, 1);
            leaves(&read, &mut balance, -1);
            balance.retain(|_, times| *times != 0);
            // The version of the record's own shape is all that is new.
            assert_eq!(balance, BTreeMap::from([("#1".to_owned(), -1)]), "{}", procedure.code);
            assert!(
                procedure.extra.is_empty(),
                "{}: every member of the source has its place",
                procedure.code
            );
            let yes = |value: &Value| value.to_string().matches("true").count();
            let texts_say_true = procedure.channels.iter().filter(|channel| channel.uncertain).count();
            assert_eq!(yes(record) + texts_say_true, yes(&read), "{}: a flag", procedure.code);
        }
    }
}

#[test]
fn the_traps_of_the_data_are_counted() {
    for (file, expected) in [
        ("data/tthc-commune.json.gz", [385, 320, 180, 53, 40, 37]),
        ("data/tthc-all.json.gz", [860, 1087, 1006, 193, 104, 208]),
    ] {
        let Some(procedures) = common::imported(file) else { return };
        let found: Vec<DoubtCode> = procedures.iter().flat_map(doubts).map(|doubt| doubt.code).collect();
        let count = |code| found.iter().filter(|c| **c == code).count();
        let codes = [
            count(DoubtCode::TimeWithoutUnit),
            count(DoubtCode::FeeSeeNote),
            count(DoubtCode::FeeUnknown),
            count(DoubtCode::FeeMaybeThousands),
            count(DoubtCode::ChannelUncertain),
            count(DoubtCode::FeeFreeWithNote),
        ];
        assert_eq!(codes, expected, "{file}");
    }
}

fn imported(text: &str, which: Which) -> Import {
    let mut import = Import::new(Options { retrieved: Some("2026-11-21".to_owned()), which });
    import.file("x.json", text.as_bytes());
    import
}

#[test]
fn what_is_wrong_is_named_and_the_rest_goes_on() {
    let text = json!([
        {"ma": "1.000001", "ten": "Một", "linh_vuc": "Hộ tịch", "goi_y_quay_mot_cua_cap_xa": true},
        {"ten": "no code"}, {"ma": "../../etc", "ten": "x"}, {"ma": "1.000002"}, 7,
        {"ma": "1.000003", "ten": "x", "cach_thuc": [{"hinh_thuc": "Bồ câu"}]},
        {"ma": "1.000004", "ten": "x", "thanh_phan_ho_so": [{"giay_to": [{"ten": "a", "ban_chinh": -1}]}]},
        {"ma": "1.000001", "ten": "Another"},
        {"ma": "1.000005", "ten": "<script>alert(1)</script>", "moi": {"a": [1]}, "cach_thuc": [{"hinh_thuc": "Trực tuyến",
            "thoi_han_so": 2, "thoi_han_don_vi": "Tuần trăng", "phi_le_phi": [{"trang_thai": "so_tien", "so_tien": -1, "x": 3}]}]},
    ]);
    let import = imported(&text.to_string(), Which::All);
    let refused: Vec<&str> = import.refused.iter().map(|refusal| refusal.path.as_str()).collect();
    assert_eq!(
        refused,
        [
            "[1].ma",
            "[2].ma",
            "[3].ten",
            "[4]",
            "[5].cach_thuc[0].hinh_thuc",
            "[6].thanh_phan_ho_so[0].giay_to[0].ban_chinh"
        ]
    );
    assert_eq!(
        import.refused[4].to_string(),
        "x.json at [5].cach_thuc[0].hinh_thuc: found \"Bồ câu\", expected \"Trực tiếp\", \"Trực tuyến\" or \"Dịch vụ bưu chính\""
    );
    let codes: Vec<&str> = import.procedures.iter().map(|p| p.code.as_str()).collect();
    assert_eq!(codes, ["1.000001", "1.000005"]);
    let mut kept: Vec<&str> = import.procedures[1].extra.keys().map(String::as_str).collect();
    kept.sort_unstable();
    assert_eq!(kept, ["cach_thuc[0].phi_le_phi[0].x", "cach_thuc[0].thoi_han_don_vi", "moi"]);
    let noted =
        |code: DoubtCode| import.notes.iter().find(|note| note.doubt == code).map(|note| note.found.clone());
    assert!(noted(DoubtCode::CodeTwice).unwrap().contains("Another"));
    assert!(noted(DoubtCode::FeeNegative).unwrap().contains("-1"));
    assert!(import.notes.iter().any(|note| note.doubt == DoubtCode::ExtraMember && note.found == "3"));
    assert!(noted(DoubtCode::TimeWithoutUnit).is_some());
    assert_eq!(import.procedures[0].retrieved.as_deref(), Some("2026-11-21"));

    let counter = imported(&text.to_string(), Which::CounterOnly);
    assert_eq!((counter.procedures.len(), counter.left_out), (1, 2));
}

#[test]
fn a_file_that_is_none_is_refused_whole() {
    for (text, found) in [
        ("", "EOF"),
        ("{\"a\":1}", "an object of 1 members"),
        ("[", "EOF"),
        ("null", "null"),
        ("\u{1f}\u{8b}", "expected value"),
    ] {
        let import = imported(text, Which::All);
        let [Refusal { path, found: said, .. }] = import.refused.as_slice() else { panic!("{text}") };
        assert!(path.is_empty() && said.starts_with(found), "{said}");
    }
}

//! Promises in a sheet become a part of `wards.json`; what is wrong is told at its cell, and the rest goes on.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::ward::Wards;

use super::super::assemble::Assembled;
use super::super::folder::Folder;
use super::super::{Options, Problems, Source, assemble};
use super::fixture::{shell, site, source, survey};

const HEADS: &str = "Mã thủ tục;Tên thủ tục;Thời hạn;Nhanh hơn;Không cần hẹn;Lưu ý::en;Quầy\n";

fn built(files: &[(&str, &str)]) -> Result<Assembled, Problems> {
    let mut site = site();
    site["catalogue"] = true.into();
    let mut folder: Folder = source(&site, &survey()).files;
    let record =
        r#"{"v":1,"code":"2.000990","title":"Chứng thực","field":"Chứng thực","channels":[],"cases":[]}"#;
    folder.insert("catalogue/p/2.000990.json".into(), record.into());
    folder.extend(files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())));
    assemble(&shell(), &Source::of(folder), &Options::default())
}

#[test]
fn a_sheet_adds_to_what_the_file_says() {
    let sheet = [HEADS, "2,00099;x;1 ngày;\"thứ Tư, trước 15 giờ: 2 giờ\";có;Bring it;2\n"].concat();
    let wards = r#"{"v":1,"units":[{"id":"04795","former":["Xã Cũ"]}]}"#;
    let made = built(&[("catalogue/promises.csv", &sheet), ("catalogue/wards.json", wards)]).unwrap();
    assert!(made.files.get("catalogue/promises.csv").is_none(), "the sheet itself is the ward's");
    let wards: Wards =
        serde_json::from_slice(made.files.get("catalogue/wards.json").unwrap().bytes()).unwrap();
    let ward = wards.unit("04795").unwrap();
    let promise = ward.promise("2.000990").unwrap();
    assert_eq!((promise.when.len(), promise.no_appointment, ward.former.len()), (1, true, 1));
    assert_eq!(
        (promise.counter.as_deref(), promise.tips.get("en").map(String::as_str)),
        (Some("2"), Some("Bring it"))
    );
}

#[test]
fn the_record_carries_the_promise_in_every_language() {
    let sheet = [HEADS, "2.000990;x;1,5 ngày;\"thứ Tư, trước 15 giờ: 2 giờ\";có;Bring it;2\n"].concat();
    let made = built(&[("catalogue/promises.csv", &sheet)]).unwrap();
    let record: Procedure =
        serde_json::from_slice(made.files.get("catalogue/p/2.000990.json").unwrap().bytes()).unwrap();
    let said = |lang: &str| record.ours.iter().map(|line| &line[lang]).collect::<Vec<_>>().join("|");
    assert!(said("vi").starts_with("Ở đây: 1,5 ngày|Thứ Tư, nộp trước 15:00: 2 giờ|Không cần hẹn trước.|"));
    assert!(
        said("en")
            .starts_with("Here: 1.5 days|Wednesday, filed before 15:00: 2 hours|No appointment needed.|")
    );
    assert!(said("en").ends_with("|Tip: Bring it"), "{}", said("en"));
    let rule = &record.ours[1];
    assert_eq!((&rule["unit"], &rule["days"], &rule["before"]), ("04795", "2", "900"));
    // Nobody who is promised a time is asked whether it was kept.
    assert!(made.notes.iter().any(|note| note.contains("promise-not-asked")), "{:?}", made.notes);
    let words = made.files.get("locales/more/vi.json").unwrap().bytes();
    assert!(!String::from_utf8_lossy(words).contains("\"promise."), "the page needs no words for it");
}

#[test]
fn mistakes_are_told_at_the_cell_with_the_fix() {
    let sheet =
        [HEADS, "2.000990;;1;thứ 8: 2 giờ;hai;;9\n9.999999;;1 ngày;;;;\n2.000990;;2 giờ;;;;\n"].concat();
    let told = built(&[("catalogue/promises.csv", &sheet)]).unwrap_err().to_string();
    for part in [
        "catalogue/promises.csv: csv!C2 (Thời hạn): found \"1\", expected a number and a unit",
        "csv!D2 (Nhanh hơn): found \"thứ 8\", expected thứ 2 … thứ 7 or chủ nhật",
        "csv!E2 (Không cần hẹn): found \"hai\", expected có hoặc không",
        "csv!G2 (Quầy): found 9, expected the id of a counter of the unit: 1, 2",
        "warning: catalogue/promises.csv: csv!A3 (Mã thủ tục): found 9.999999",
    ] {
        assert!(told.contains(part), "{part} is not in:\n{told}");
    }
}

#[test]
fn an_unknown_code_is_a_warning_and_a_promise_made_twice_an_error() {
    let one = [HEADS, "9.999999;;1 ngày;;;;\n"].concat();
    let made = built(&[("catalogue/promises.csv", &one)]).unwrap();
    assert!(made.notes.iter().any(|note| note.contains("unknown-procedure")), "{:?}", made.notes);
    let sheet = [HEADS, "2.000990;;1 ngày;;;;\n2.000990;;2 giờ;;;;\n"].concat();
    assert!(built(&[("catalogue/promises.csv", &sheet)]).unwrap_err().to_string().contains("row 2 has it"));
    let wards = r#"{"v":1,"units":[{"id":"04795","promises":[{"code":"9.999999"}]}]}"#;
    let told = built(&[("catalogue/promises.csv", &one), ("catalogue/wards.json", wards)]).unwrap_err();
    assert!(told.to_string().contains("catalogue/wards.json: units[0].promises[0].code"), "{told}");
}

#[test]
fn the_wards_own_words_rank_in_the_index() {
    let words = r#"{"v":1,"names":{"2.000990":["đóng mộc đỏ"]}}"#;
    let made = built(&[("catalogue/words.json", words)]).unwrap();
    let index = std::str::from_utf8(made.files.get("catalogue/index.json").unwrap().bytes()).unwrap();
    let index = mot_cua_catalogue::Index::from_json(index).unwrap();
    assert_eq!(index.search("dong moc do", 1).len(), 1);
    let told = built(&[("catalogue/words.json", r#"{"v":1,"pin":[]}"#)]).unwrap_err().to_string();
    assert!(told.contains("catalogue/words.json: pin: found unknown field"), "{told}");
}

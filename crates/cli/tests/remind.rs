//! From a clerk's list to a calendar, cards and letters.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;

use desk::{folder, mot_cua};

#[test]
fn bad_rows_are_told_the_others_become_codes_that_name_nobody() {
    let folder = folder();
    let (list, out) = (folder.join("list.csv"), folder.join("out"));
    let text = "mã thủ tục,hết hạn,giấy tờ,họ tên\n1.002755,15/01/2099,\"Tạm trú, xóm 3\",=HYPERLINK(1)\n1.002755,31/02/2099,,b\n";
    fs::write(&list, text).unwrap();
    let run = |base: &str| {
        mot_cua(&[
            "remind",
            list.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
            "--unit",
            "04795",
            "--base",
            base,
        ])
    };
    let output = run("https://phuong.example.vn");
    let told = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("list.csv") && told.contains("B3 (hết hạn)") && told.contains("31/02/2099"),
        "{told}"
    );
    assert!(told.contains("1 of 2 rows"), "{told}");
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let calendar = read("reminders.ics").replace("\r\n ", "");
    assert!(calendar.contains("SUMMARY:Hết hạn: Tạm trú\\, xóm 3\r\n"), "{calendar}");
    assert!(calendar.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20990115T080000\r\n"), "{calendar}");
    assert!(
        calendar.contains("URL:https://phuong.example.vn/Q/04795/DL#remind/1002755/2099-01-15\r\n"),
        "{calendar}"
    );
    assert!(read("codes/0002.svg").starts_with("<svg"));
    let cards = read("cards.html");
    assert!(cards.contains("15/1/2099") && !cards.contains("HYPERLINK"), "{cards}");
    assert!(fs::metadata(out.join("letters.xlsx")).unwrap().len() > 1000);
    assert!(String::from_utf8_lossy(&run("ftp://x").stderr).contains("--base ftp://x"));
}

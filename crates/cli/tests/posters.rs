//! From a clerk's list, and from a site, to sheets on disk.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;
use std::path::Path;

use desk::{failing, folder, mot_cua};

const LIST: &str = "mã đơn vị,tên đơn vị,mã quầy,tên quầy,điện thoại,mục đích\n\
    4795,Phường Hoà Bình,1,\"Quầy 1: Hộ tịch, chứng thực\",0218 385 1234,\"đánh giá, góp ý\"\n\
    04796,مكتب البلدية,,,,\n\
    04797,Phường \u{202e}gnab,,,,\n\
    04798,<script>alert(1)</script>,,,,\n\
    ,Không mã,,,,\n\
    04795,Lần nữa,1,,,góp ý\n";

fn posters(folder: &Path, more: &[&str]) -> (Option<i32>, String) {
    let (list, out) = (folder.join("list.csv"), folder.join("out"));
    fs::write(&list, LIST).unwrap();
    let args =
        ["posters", list.to_str().unwrap(), "--out", out.to_str().unwrap(), "--base", "https://x.gov.vn"];
    let output = mot_cua(&[&args[..], more].concat());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn bad_rows_are_told_the_others_are_printed_the_same_each_time() {
    let folder = folder();
    let (code, told) = posters(&folder, &[]);
    assert_eq!(code, Some(1), "{told}");
    for cell in ["csv!B3 (tên đơn vị)", "U+202E", "csv!A6", "[bad-unit]", "csv!A7", "[double-place]"] {
        assert!(told.contains(cell), "{cell}: {told}");
    }
    let read = || fs::read(folder.join("out/04795.pdf")).unwrap();
    let first = read();
    assert!(first.starts_with(b"%PDF-") && folder.join("out/04798.pdf").is_file());
    assert!(!folder.join("out/04796.pdf").exists());
    posters(&folder, &[]);
    assert!(read() == first, "byte by byte");
}

#[test]
fn a_picture_a_page_and_stickers_as_many_as_wanted() {
    let folder = folder();
    let (_, told) = posters(&folder, &["--format", "svg"]);
    let names = |unit: &str| {
        let all = fs::read_dir(folder.join("out").join(unit)).unwrap();
        let mut names: Vec<_> = all.map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names("04795"), ["00.svg", "01-04795-1-rate.svg", "02-04795-1-say.svg"], "{told}");
    let page = fs::read_to_string(folder.join("out/04798/01-04798-rate.svg")).unwrap();
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script"), "a name is never markup");
    fs::remove_dir_all(folder.join("out")).unwrap();
    posters(&folder, &["--format", "svg", "--sheet", "stickers", "--copies", "5"]);
    assert_eq!(names("04795"), ["00.svg", "01.svg", "02.svg"], "ten stickers");
}

#[test]
fn what_is_too_small_or_no_picture_is_refused() {
    let folder = folder();
    let (_, told) = posters(&folder, &["--distance", "200"]);
    assert!(told.contains("[too-small]") && told.contains("no row can be used"), "{told}");
    let (_, told) = posters(&folder, &["--logo", folder.join("list.csv").to_str().unwrap()]);
    assert!(told.contains("no PNG picture"), "{told}");
    let out = folder.join("out");
    let told = failing(&["posters", "--out", out.to_str().unwrap()]);
    assert!(told.contains("expected a list, or --site DIR"), "{told}");
}

#[test]
fn a_site_is_a_list_and_words_can_be_changed() {
    let folder = folder();
    let (out, words) = (folder.join("out"), folder.join("words.json"));
    assert!(mot_cua(&["posters", "--template", words.to_str().unwrap()]).status.success());
    let site = |more: &[&str]| {
        let args = [
            "posters",
            "--site",
            "public",
            "--base",
            "https://x.vn",
            "--format",
            "svg",
            "--out",
            out.to_str().unwrap(),
        ];
        let output = mot_cua(&[&args[..], more].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        fs::read_to_string(out.join("04795/05-04795-2-rate.svg")).unwrap()
    };
    let plain = site(&[]);
    assert!(plain.contains("Quầy 2: Đất đai, xây dựng"), "its title");
    fs::write(&words, r#"{"vi": {"static.print.rate": "Mời chấm điểm {counter}"}}"#).unwrap();
    let other = site(&["--words", words.to_str().unwrap()]);
    assert!(other.contains("Mời chấm điểm Quầy 2: Đất đai, xây dựng"));
}

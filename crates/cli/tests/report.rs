//! A month's report of any backend's lines, and a ward's answers, without a server.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};
use desk::{failing, folder, mot_cua};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn line(n: u32, month: &str, answers: Value) -> String {
    let survey = fs::read(desk::repository().join("public/surveys/quick.json")).unwrap();
    let version = format!("sha256:{}", hex::encode(Sha256::digest(survey)));
    let line = json!({
        "v": 1, "id": format!("00000000-0000-4000-8000-{n:012x}"), "rev": 1, "survey": "quick", "surveyVersion": version,
        "place": {"unit": "04795", "counter": "3"}, "answers": answers, "complete": false,
        "savedAt": format!("{month}-21T09:00:00+07:00"), "lang": "vi", "app": "0.1.0"
    });
    line.to_string() + "\n"
}

fn ran(args: &[&str]) -> String {
    let output = mot_cua(args);
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{args:?}: {said}");
    said
}

#[test]
fn a_folder_for_the_ward_and_one_for_everybody() {
    let folder = folder();
    let path = |name: &str| folder.join(name).display().to_string();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let mut text: String =
        (0..24).map(|n| line(n, "2026-09", json!({"overall": if n < 12 { 5 } else { 2 }}))).collect();
    text += &line(99, "2026-09", json!({"overall": 2, "words": "=1+1 gọi 0912345678 <b>"}));
    // A phone's clock ten years ahead counts in no month of this report.
    text += &line(100, "2036-09", json!({"overall": 1}));
    fs::write(folder.join("answers.jsonl"), &text).unwrap();
    let (answers, out) = (path("answers.jsonl"), path("report"));
    let counts = path("counts.csv");
    fs::write(
        &counts,
        "Tháng,Đơn vị,Trước hạn,Đúng hạn,Trễ hạn\n2026-09,04795,10,28,2\n2026-08,04795,1,1,1\n",
    )
    .unwrap();
    let report = [
        "report",
        "--month",
        "2026-09",
        "--site",
        "public",
        "--dossiers",
        &counts,
        "--in",
        &answers,
        "--out",
        &out,
    ];
    let said = ran(&report);
    assert!(
        said.contains("25 answers of 2026-09") && said.contains("1 lines bear a date more than two years"),
        "{said}"
    );

    let leader = read("report/desk/leader.html");
    assert!(leader.contains("<b>48,0</b> %") && leader.contains("=1+1 gọi ••• &lt;b&gt;"), "{leader}");
    assert!(leader.contains("Trễ hạn") && leader.contains("<b>5,0&nbsp;%</b>"), "{leader}");
    // The lines do not say how they came: by the page's own word, and then by a code.
    assert!(leader.contains("Quét mã, không có phiếu"), "{leader}");
    let public = read("report/public/results.html");
    assert!(!public.contains("Trễ hạn") && public.contains("25 người quét mã không có phiếu"), "{public}");
    assert!(
        public.contains("<b>48,0</b> %") && !public.contains("gọi") && !public.contains("Quầy"),
        "{public}"
    );
    assert!(read("report/public/tv.html").contains("48,0"));

    // One more comes late: what was told of the month is told again as it was.
    let told = read("report/public/publications.json");
    fs::write(folder.join("answers.jsonl"), text + &line(101, "2026-09", json!({"overall": 5}))).unwrap();
    assert!(ran(&report).contains("26 answers"));
    assert_eq!(read("report/public/publications.json"), told);

    // The sheet comes back with answers; they are public by code, and the pages of the next report show those for all.
    let code = "000000000Z";
    fs::write(
        folder.join("sheet.csv"),
        format!("Mã biên nhận,Trả lời,Đã đọc,Công khai\n{code},\"Đã sửa, gọi 0243825123\",,x\n"),
    )
    .unwrap();
    let (sheet, published) = (path("sheet.csv"), path("report/public/answers.json"));
    for _ in 0..2 {
        let said = ran(&["answer", "--site", "public", "--in", &sheet, "--out", &published]);
        assert!(said.contains("1 answers of this sheet, 1 in all"), "{said}");
    }
    let one: Value = serde_json::from_str(&read("report/public/answers.json")).unwrap();
    assert_eq!(
        (&one["answers"][0]["receipt"], &one["answers"][0]["words"]),
        (&json!(code), &json!("Đã sửa, gọi •••"))
    );
    assert!(read("report/public/answers.html").contains(&format!("<li id=\"{code}\">")));
    ran(&report);
    assert!(read("report/public/tv.html").contains("Đã sửa, gọi •••"));
    ran(&["answer", "--site", "public", "--in", &path("report/desk/inbox.xlsx"), "--out", &published]);

    fs::write(folder.join("bad.csv"), "Mã biên nhận,Trả lời\nnhầm,x\n").unwrap();
    assert!(
        failing(&["answer", "--in", &path("bad.csv"), "--out", &published]).contains("!2: found \"NHẦM\"")
    );
    assert!(failing(&["report", "--month", "2026-09", "--out", &out]).contains("--in"));
    assert!(failing(&["report", "--month", "2026-13", "--out", "x.xlsx"]).contains("like 2026-11"));
}

/// A PDF's words, as a reader copies them. `None`: no pdftotext here.
fn words(path: &str) -> Option<String> {
    let output = Command::new("pdftotext").args(["-layout", path, "-"]).output().ok()?;
    assert!(output.status.success(), "{output:?}");
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Every number and word of a workbook but its code book, as the paper writes them.
fn cells(path: &str) -> Vec<String> {
    let mut book: Xlsx<_> = open_workbook(path).unwrap();
    let names: Vec<String> = book.sheet_names().into_iter().filter(|name| name != "Bảng mã").collect();
    let ranges = names.iter().map(|name| book.worksheet_range(name).unwrap());
    let texts = ranges.flat_map(|range| {
        let cells = range.rows().skip(3).flatten().map(|cell| match cell {
            Data::Float(number) if number.fract() == 0.0 => format!("{number}"),
            Data::Float(number) => format!("{number:.1}").replace('.', ","),
            other => other.to_string(),
        });
        cells.collect::<Vec<_>>()
    });
    texts.filter(|text| !text.is_empty()).collect()
}

#[test]
fn the_paper_says_what_the_workbook_says_and_no_more() {
    let folder = folder();
    let path = |name: &str| folder.join(name).display().to_string();
    // 20 at counter 3; 11 at counter 1 and 4 at counter 2, who share a line.
    let text: String = (0..35)
        .map(|n| {
            let reasons = if n % 3 == 0 { json!(["waiting"]) } else { json!([]) };
            let answers = json!({"overall": if n % 4 == 0 { 2 } else { 5 }, "why": reasons});
            let counter = match n {
                0..20 => "3",
                20..31 => "1",
                _ => "2",
            };
            line(n, "2026-09", answers).replace("\"counter\":\"3\"", &format!("\"counter\":\"{counter}\""))
        })
        .collect();
    fs::write(folder.join("answers.jsonl"), &text).unwrap();
    let (answers, book, paper, empty) =
        (path("answers.jsonl"), path("report.xlsx"), path("report.pdf"), path("empty.pdf"));
    let args =
        |month: &'static str| ["report", "--month", month, "--site", "public", "--in", &answers, "--out"];
    ran(&[&args("2026-09")[..], &[&book, "--out", &paper]].concat());
    ran(&[&args("2026-10")[..], &[&empty]].concat());
    let bytes = fs::read(&paper).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("/Lang"), "its language is said");
    let (Some(said), Some(none)) = (words(&paper), words(&empty)) else {
        println!("skipped: no pdftotext");
        return;
    };
    let tokens: Vec<&str> = said.split_whitespace().collect();
    let numbers: Vec<String> = cells(&book)
        .into_iter()
        .filter(|text| text.starts_with(|first: char| first.is_ascii_digit()))
        .collect();
    assert!(numbers.len() > 40, "{numbers:?}");
    for number in numbers.iter().filter(|number| !number.contains('-')) {
        assert!(
            tokens.contains(&number.as_str()) || tokens.contains(&format!("{number},0").as_str()),
            "{number}: {said}"
        );
    }
    for words in [
        "BÁO CÁO",
        "tháng 9 năm 2026",
        "Quầy 3",
        "Gộp các dòng ít người",
        "Thời gian chờ",
        "NGƯỜI LẬP BIỂU",
        "Trang 1/2",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(!said.contains("Quầy 1") && !said.contains("Quầy 2"), "few people share a line: {said}");
    assert!(
        none.contains("chưa có ai trả lời") && none.contains("Trang 1/1") && !none.contains('%'),
        "{none}"
    );
}

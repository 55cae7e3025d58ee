//! Printed sheets, read by zbar, zxing-cpp and `OpenCV`: every code, by every decoder.
//!
//! `MC_CODES_PYTHON` is a Python with the packages of `tests/codes/requirements.txt` (`cargo xtask test codes` makes one); 50 codes
//! as PNG; with `MC_CODES=250` so many of other places each as PNG, PDF and SVG, after `MC_FROM`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use desk::{folder, mot_cua, repository};
use serde_json::Value;

/// Unit, counter and page of the place of that number; bases and ids of all lengths, so that versions and masks differ.
fn place(at: usize) -> (String, usize, &'static str) {
    let unit = if at.is_multiple_of(3) { format!("XA{at}") } else { format!("{:05}", at * 7 + 4) };
    let base =
        ["https://x.vn", "https://danhgia.hoabinh.gov.vn", "https://ward.province.gov.vn/mot-cua"][at % 3];
    (unit, at % 9 + 1, base)
}

fn list(all: impl Iterator<Item = usize>) -> String {
    let row = |at: usize| {
        let (unit, counter, base) = place(at);
        format!("{unit},Phường số {at},{counter},{base}\n")
    };
    let rows: String = all.map(row).collect();
    format!("mã đơn vị,tên đơn vị,mã quầy,địa chỉ trang\n{rows}")
}

/// What the poster's link must say: scheme and host in capitals, a folder as it is.
fn address(at: usize) -> String {
    let (unit, counter, base) = place(at);
    let (host, path) = base.split_once(".vn").unwrap();
    format!("{}.VN{path}/Q/{unit}-{counter}/DR", host.to_uppercase())
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn three_decoders_read_every_code() {
    let Some(python) = std::env::var_os("MC_CODES_PYTHON") else {
        println!("skipped: no zxing-cpp and OpenCV: cargo xtask test codes");
        return;
    };
    let (count, formats): (usize, &[&str]) =
        number("MC_CODES").map_or((50, &["png"]), |count| (count, &["png", "pdf", "svg"]));
    let from = number("MC_FROM").unwrap_or_default();
    let folder = folder();
    fs::write(folder.join("list.csv"), list(from..from + count)).unwrap();
    for format in formats {
        let out = folder.join(format);
        let (list, out_text) = (folder.join("list.csv"), out.display().to_string());
        let args = ["posters", list.to_str().unwrap(), "--sheet", "a5", "--purpose", "rate", "--dpi", "100"];
        let made = mot_cua(&[&args[..], &["--format", format, "--out", &out_text]].concat());
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let files: Vec<PathBuf> = (from..from + count).map(|at| file(&out, at, format)).collect();
        let mut read = Command::new(&python);
        read.arg(repository().join("tests/codes/read.py")).args(&files);
        let read = read.output().unwrap();
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        let text = String::from_utf8(read.stdout).unwrap();
        let pages: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        // A PDF begins with the page to scan first, which carries the same code.
        let a_file = if *format == "pdf" { 2 } else { 1 };
        assert_eq!(pages.len(), count * a_file, "{format}");
        for (at, page) in pages.iter().enumerate() {
            for decoder in ["zbar", "zxing", "opencv"] {
                assert_eq!(
                    page[decoder][0],
                    address(from + at / a_file).as_str(),
                    "{format} {decoder}: {page}"
                );
            }
        }
    }
    fs::remove_dir_all(&folder).unwrap();
}

fn file(out: &Path, at: usize, format: &str) -> PathBuf {
    let (unit, counter, _) = place(at);
    if format == "pdf" {
        return out.join(unit).with_extension("pdf");
    }
    out.join(&unit).join(format!("01-{unit}-{counter}-rate")).with_extension(format)
}

//! Printed sheets, read by zbar, zxing-cpp and `OpenCV`: every code, by every decoder.
//!
//! `MC_CODES_PYTHON` is a Python with the packages of `tests/codes/requirements.txt` (`cargo xtask test codes` makes one); 50 codes
//! as PNG, with `MC_LONG=1` a thousand each as PNG, PDF and SVG.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod desk;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use desk::{folder, mot_cua, repository};
use serde_json::Value;

/// `unit,name,counter`: units of three digits and letters, so that versions and masks differ.
fn list(count: usize) -> String {
    let row = |at: usize| {
        let unit = if at.is_multiple_of(3) { format!("XA{at}") } else { format!("{:05}", at * 7 + 4) };
        let base =
            ["https://x.vn", "https://danhgia.hoabinh.gov.vn", "https://ward.province.gov.vn/mot-cua/"]
                [at % 3];
        format!("{unit},Phường số {at},{},{base}\n", at % 9 + 1)
    };
    let rows: String = (0..count).map(row).collect();
    format!("mã đơn vị,tên đơn vị,mã quầy,địa chỉ trang\n{rows}")
}

/// What the poster's link must say.
fn address(at: usize) -> String {
    let line = list(at + 1);
    let cells: Vec<&str> = line.lines().last().unwrap().split(',').collect();
    let (scheme, rest) = cells[3].split_once("://").unwrap();
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let path = path.trim_end_matches('/');
    let between = if path.is_empty() { String::new() } else { format!("/{path}") };
    format!("{}://{}{between}/Q/{}-{}/DR", scheme.to_uppercase(), host.to_uppercase(), cells[0], cells[2])
}

#[test]
fn three_decoders_read_every_code() {
    let Some(python) = std::env::var_os("MC_CODES_PYTHON") else {
        println!("skipped: no zxing-cpp and OpenCV: cargo xtask test codes");
        return;
    };
    let long = std::env::var_os("MC_LONG").is_some();
    let (count, formats): (usize, &[&str]) =
        if long { (1000, &["png", "pdf", "svg"]) } else { (50, &["png"]) };
    let place = folder();
    fs::write(place.join("list.csv"), list(count)).unwrap();
    for format in formats {
        let out = place.join(format);
        let (list, out_text) = (place.join("list.csv"), out.display().to_string());
        let args = ["posters", list.to_str().unwrap(), "--sheet", "a5", "--purpose", "rate", "--dpi", "100"];
        let made = mot_cua(&[&args[..], &["--format", format, "--out", &out_text]].concat());
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let files: Vec<PathBuf> = (0..count).map(|at| file(&out, at, format)).collect();
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
                assert_eq!(page[decoder][0], address(at / a_file).as_str(), "{format} {decoder}: {page}");
            }
        }
    }
    fs::remove_dir_all(&place).unwrap();
}

fn file(out: &Path, at: usize, format: &str) -> PathBuf {
    let place = address(at);
    let desk = place.split("/Q/").nth(1).unwrap().trim_end_matches("/DR");
    let unit = desk.split('-').next().unwrap();
    if format == "pdf" {
        return out.join(unit).with_extension("pdf");
    }
    out.join(unit).join(format!("01-{desk}-rate")).with_extension(format)
}

//! All of a site is written, or nothing.

use std::fs;

use super::super::{compress, write};
use super::fixture::{made, site};

#[test]
fn replaces_an_earlier_site_and_nothing_else() {
    let home = std::env::temp_dir().join(format!("mot-cua-build-{}", std::process::id()));
    let out = home.join("dist");
    fs::create_dir_all(&home).unwrap();
    let files = compress::all(&made(&site()).unwrap().files).unwrap();
    write::folder(&files, &out).unwrap();
    assert!(out.join("Q/04795-1/DR/index.html.br").is_file());
    assert!(out.join(".htaccess").is_file());

    fs::write(out.join("stale.html"), "old").unwrap();
    write::folder(&files, &out).unwrap();
    assert!(!out.join("stale.html").exists());
    assert_eq!(fs::read_dir(&home).unwrap().count(), 1, "nothing is left beside it");

    let other = home.join("photos");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("one.jpg"), "x").unwrap();
    let error = write::folder(&files, &other).unwrap_err().to_string();
    assert!(error.contains("photos"), "{error}");
    assert!(other.join("one.jpg").is_file());
    fs::remove_dir_all(&home).unwrap();
}

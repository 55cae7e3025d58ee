//! `serve --watch`: what is saved is served, what is broken is not, and both are said.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;

use desk::{Server, folder, repository};
use serde_json::Value;

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

fn get(address: &str) -> String {
    ureq::get(address).call().unwrap().body_mut().read_to_string().unwrap()
}

/// What the server tells pages, one after the other. It waits for each.
fn news(server: &Server) -> impl Iterator<Item = Value> {
    let body = ureq::get(format!("{}/mot-cua-watch", server.address)).call().unwrap().into_body();
    let lines = BufReader::new(body.into_reader()).lines().map(Result::unwrap);
    lines.filter_map(|line| Some(serde_json::from_str(line.strip_prefix("data:")?).unwrap()))
}

#[test]
fn a_saved_file_is_served_and_a_broken_one_is_told() {
    let folder = folder();
    let (site, db) = (folder.join("site"), format!("sqlite:{}", folder.join("a.db").display()));
    copy(&repository().join("public"), &site);
    let server = Server::with(
        &folder,
        &["--site", &site.display().to_string(), "--db", &db, "--watch", "--lang", "vi"],
    );
    let home = format!("{}/", server.address);
    let mut news = news(&server);
    let first = news.next().unwrap();
    assert_eq!(first["told"], serde_json::json!([]));
    let made = first["made"].as_str().unwrap();
    assert!(get(&home).contains(&format!("<script src=\"/mot-cua-watch.js\" data-made=\"{made}\"")));
    assert!(get(&format!("{}/mot-cua-watch.js", server.address)).contains("EventSource"));

    let quick = site.join("surveys/quick.json");
    let text = fs::read_to_string(&quick).unwrap();
    fs::write(&quick, text.replace("lần phục vụ này", "lần mới này")).unwrap();
    let second = news.next().unwrap();
    assert_ne!(second["made"], first["made"]);
    let page = get(&home);
    assert!(page.contains("lần mới này") && page.contains(second["made"].as_str().unwrap()));

    fs::write(&quick, "{").unwrap();
    let third = news.next().unwrap();
    assert_eq!(third["made"], second["made"], "the last good site stays");
    let told = &third["told"][0];
    assert_eq!((&told["grade"], &told["file"]), (&"error".into(), &"surveys/quick.json".into()), "{third}");
    assert!(told["path"].as_str().unwrap().starts_with("line 1"), "{told}");
    assert!(!told["found"].as_str().unwrap().is_empty() && !told["expected"].as_str().unwrap().is_empty());
    assert_eq!(get(&home), page);
    assert!(fs::read_to_string(folder.join("log")).unwrap().contains("error: surveys/quick.json: line 1"));

    fs::write(&quick, text.replace("\"rating\"", "\"rating\", \"isRequred\": true")).unwrap();
    let fourth = news.next().unwrap();
    assert_eq!(fourth["told"][0]["grade"], "warning", "{fourth}");
    assert!(fourth["told"][0]["found"].as_str().unwrap().contains("không có thuộc tính"), "{fourth}");
    assert_ne!(fourth["made"], second["made"]);
}

#[test]
fn nothing_of_it_is_in_a_normal_site() {
    let folder = folder();
    let server = Server::start(&folder, &folder.join("a.db"));
    assert!(!get(&server.address).contains("mot-cua-watch"));
    let config = ureq::Agent::config_builder().http_status_as_error(false).build();
    let agent: ureq::Agent = config.into();
    for path in ["mot-cua-watch", "mot-cua-watch.js"] {
        let status = agent.get(format!("{}/{path}", server.address)).call().unwrap().status();
        assert_eq!(status.as_u16(), 404, "{path}");
    }
}

//! Whatever is wrong, it is named, all of it, and nothing is touched.
#![allow(clippy::unwrap_used)]

mod desk;

use std::fs;

use desk::{failing, folder, mot_cua, page};

#[test]
fn a_broken_site_is_refused_with_all_its_mistakes() {
    let folder = folder();
    let site = folder.join("site");
    fs::create_dir_all(site.join("surveys")).unwrap();
    fs::create_dir_all(site.join("catalogue/p")).unwrap();
    let text = r#"{"v":1,"name":" ","base":"x","units":[{"id":"a","name":"A","counters":[{"id":"1","name":"A","fields":["X"]}]}]}"#;
    fs::write(site.join("site.json"), text).unwrap();
    fs::write(site.join("surveys/quick.json"), "{").unwrap();
    fs::write(
        site.join("catalogue/p/1.000001.json"),
        r#"{"v":1,"code":"1.000002","title":"x","field":"y","chanels":[]}"#,
    )
    .unwrap();
    let (site, page, db) =
        (site.display().to_string(), page(&folder).display().to_string(), folder.join("a.db"));
    let check = failing(&["check", &site]);
    for part in [
        "site.json: name:",
        "base:",
        "units[0].id",
        "quick.json: line 1",
        "1.000001.json: chanels",
        "unknown-field",
    ] {
        assert!(check.contains(part), "{part} is not in:\n{check}");
    }
    let json = mot_cua(&["check", &site, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(json.as_array().unwrap().iter().any(|m| m["code"] == "bad-base" && m["severity"] == "error"));
    let db_arg = format!("sqlite:{}", db.display());
    let serve =
        failing(&["serve", "--site", &site, "--page", &page, "--db", &db_arg, "--listen", "127.0.0.1:0"]);
    assert!(serve.contains("site.json: base: found x, expected"), "{serve}");
    assert!(!db.exists(), "a site that is refused makes no database");
}

#[test]
fn single_files_are_told_apart() {
    for file in [
        "public/site.json",
        "public/surveys/quick.json",
        "public/locales/en.json",
        "public/catalogue/p/1.001193.json",
        "public/catalogue/words.json",
        "public/catalogue/events.json",
        "public/catalogue/wards.json",
    ] {
        let output = mot_cua(&["check", file]);
        assert!(output.status.success(), "{file}: {output:?}");
    }
    let sample = mot_cua(&["check", "public"]);
    assert_eq!(String::from_utf8(sample.stdout).unwrap(), "0 errors, 0 warnings\n");
    let folder = folder();
    let odd = folder.join("odd.json");
    fs::write(&odd, "[]").unwrap();
    assert!(failing(&["check", &odd.display().to_string()]).contains("cannot tell what this is"));
    assert!(failing(&["check", "no/such/file.json"]).contains("no/such/file.json"));
}

#[test]
fn ports_and_databases_that_cannot_be_had() {
    let folder = folder();
    let page = page(&folder).display().to_string();
    let serve = |listen: &str, db: &str| {
        failing(&["serve", "--site", "public", "--page", &page, "--listen", listen, "--db", db])
    };
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let db = folder.join("answers.db");
    let said = serve(&format!("127.0.0.1:{port}"), &format!("sqlite:{}", db.display()));
    assert!(said.contains(&format!("port {port} is in use")) && said.contains("--listen"), "{said}");
    assert!(!db.exists());
    for (db, part) in [
        ("postgres://ward:s3cret@127.0.0.1:9/x", "postgres://ward@127.0.0.1:9/x does not answer"),
        ("postgres://ward:s3cret@/", "expected sqlite:FILE or postgres://USER@HOST/DATABASE"),
        ("mysql://ward:s3cret@localhost/x", "mysql:…: expected sqlite:FILE or postgres://"),
        ("sqlite:", "the path of a file"),
        ("sqlite:/nowhere/x.db", "the folder /nowhere does not exist"),
        ("sqlite:/proc/x.db", "cannot write it in /proc"),
        ("sqlite:Cargo.toml", "is not a database of mot-cua"),
    ] {
        let said = serve("127.0.0.1:0", db);
        assert!(said.contains(part), "{db}: {said}");
        assert!(!said.contains("s3cret"), "{said}");
    }
}

#[test]
fn answers_are_moved_backed_up_and_purged_by_hand() {
    let folder = folder();
    let at = |name: &str| format!("sqlite:{}", folder.join(name).display());
    let (first, second) = (at("first.db"), at("second.db"));
    let said = |args: &[&str]| {
        let output = mot_cua(args);
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    said(&["seed", "--count", "40", "--site", "public", "--db", &first]);
    let moved = said(&["migrate", "--from", &first, "--to", &second]);
    assert!(moved.contains("responses            40 rows") && moved.contains("second.db"), "{moved}");
    assert!(said(&["migrate", "--from", &first, "--to", &second]).contains("nothing was written"));
    said(&["seed", "--count", "3", "--seed", "2", "--site", "public", "--db", &second]);
    let refused = failing(&["migrate", "--from", &first, "--to", &second]);
    assert!(refused.contains("name an empty database"), "{refused}");
    let out = folder.join("copy.db").display().to_string();
    assert!(said(&["backup", "--db", &second, "--out", &out]).contains("copy.db: 43 answers"));
    assert!(failing(&["backup", "--db", &second, "--out", &out]).contains("is there already"));
    assert!(failing(&["purge", "--db", &second, "--older-than", "soon"]).contains("like 2y, 18m or 90d"));
    assert!(said(&["purge", "--db", &second, "--older-than", "10y", "--dry-run"]).contains(": 0 answers"));
    let dry = said(&["purge", "--db", &second, "--older-than", "1d", "--dry-run"]);
    let gone = said(&["purge", "--db", &second, "--older-than", "1d"]);
    assert_eq!(dry.replace("would go; nothing was changed", "are gone"), gone);
    assert_eq!(said(&["conflicts", "--db", &second]), "");
    assert!(failing(&["conflicts", "--db", &at("third.db")]).contains("there is no such file"));
}

#[test]
fn seeds_stay_away_from_citizens() {
    let folder = folder();
    let db = folder.join("answers.db");
    let arg = format!("sqlite:{}", db.display());
    let twice = |_| {
        String::from_utf8(mot_cua(&["seed", "--count", "40", "--site", "public", "--db", &arg]).stdout)
            .unwrap()
    };
    let said: Vec<String> = (0..2).map(twice).collect();
    assert!(
        said[0].contains("40 made-up answers stored") && said[1].contains("40 were there already"),
        "{said:?}"
    );
    let csv = folder.join("out.csv");
    assert!(mot_cua(&["export", "--db", &arg, "--out", &csv.display().to_string()]).status.success());
    let csv = fs::read_to_string(csv).unwrap();
    assert_eq!(
        (csv.lines().count(), csv.matches(",true,04795,").count()),
        (41, 40),
        "valid, and at a place of the site"
    );
    let server = desk::Server::start(&folder, &db);
    assert_eq!(server.post(&desk::answer(1)), Some(201));
    assert!(failing(&["seed", "--site", "public", "--db", &arg]).contains("1 answers of citizens"));
}

#[test]
fn a_page_carries_its_whole_policy_as_a_header() {
    let folder = folder();
    let server = desk::Server::start(&folder, &folder.join("answers.db"));
    for path in ["/", "/Q/04795-3/DR"] {
        let mut page = ureq::get(format!("{}{path}", server.address)).call().unwrap();
        let policy = page.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"), "{policy}");
        // A portal that takes no script frames the page; only a header can say so.
        let policy = policy.strip_suffix("; frame-ancestors *").unwrap();
        let html = page.body_mut().read_to_string().unwrap();
        assert!(html.contains(policy), "the same as in the page: {policy}");
    }
}

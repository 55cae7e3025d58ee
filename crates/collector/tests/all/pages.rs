//! The site's files.

use crate::desk::{On, Server, fresh};
use mot_cua_collector::Limits;

#[test]
fn a_printed_code_opens_its_page_in_any_case() {
    let server = Server::start(On::Sqlite);
    for (path, title) in [
        ("/", "home"),
        ("/Q/04795-3/DR", "counter"),
        ("/q/04795-3/", "counter"),
        ("/q/04795-3/p1001193/dl", "look"),
        ("/Q/04795-9/DR", "unit"),
        ("/%51/04795/T234", "unit"),
    ] {
        let reply = server.get(path);
        assert_eq!(
            (reply.status, reply.body.as_str()),
            (200, format!("<title>{title}</title>").as_str()),
            "{path}"
        );
        assert!(!reply.header("content-security-policy").is_empty(), "{path}");
    }
    for path in ["/Q/99999", "/nothing", "/../Cargo.toml", "/q/%00", "/Q//"] {
        let reply = server.get(path);
        assert_eq!((reply.status, reply.body.as_str()), (404, "<title>lost</title>"), "{path}");
    }
    assert_eq!(server.send("POST", "/nothing", &[], "x").status, 405);
}

#[test]
fn files_are_sent_compressed_and_kept() {
    let server = Server::start(On::Sqlite);
    let get = |headers: &[(&str, &str)]| server.send("GET", "/assets/boot.1a2b.js", headers, "");
    let brotli = get(&[("accept-encoding", "gzip, deflate, br")]);
    // The fixture's "compressed" bytes are plain words.
    assert_eq!((brotli.header("content-encoding"), brotli.header("vary")), ("br", "accept-encoding"));
    assert!(brotli.header("cache-control").contains("immutable"));
    assert_eq!(get(&[("accept-encoding", "br;q=0, gzip;q=0.5")]).header("content-encoding"), "gzip");
    let plain = get(&[("accept-encoding", "identity")]);
    assert_eq!((plain.body.as_str(), plain.header("content-encoding")), ("plain", ""));
    let tag = plain.header("etag").to_owned();
    assert_ne!(tag, brotli.header("etag"));
    let known = get(&[("accept-encoding", "identity"), ("if-none-match", &tag)]);
    assert_eq!((known.status, known.body.as_str()), (304, ""));
    assert_eq!(server.get("/surveys/quick.json").header("cache-control"), "no-cache");
    let head = server.send("HEAD", "/surveys/quick.json", &[], "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), crate::desk::QUICK.len().to_string());
}

#[test]
fn a_site_may_live_in_a_folder() {
    let server = Server::start_with(&fresh(On::Sqlite), "/mot-cua/", Limits::default(), 8);
    for path in ["/mot-cua/", "/mot-cua/q/04795", "/mot-cua/api/results?unit=04795&month=2026-10", "/healthz"]
    {
        assert_eq!(server.get(path).status, 200, "{path}");
    }
    let to = server.form("survey=quick&unit=04795&overall=5").header("location").to_owned();
    assert!(to.starts_with("/mot-cua/thanks/"));
    assert_eq!(server.get(&to).status, 200);
}

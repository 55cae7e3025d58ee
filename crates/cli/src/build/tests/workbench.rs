//! The page for designers: stamped where the shell has it, known to no citizen's page, kept by no citizen's phone.

use super::super::assemble;
use super::fixture::{page, shell, site, source, survey};

#[test]
fn it_is_stamped_with_its_own_policy_and_no_phone_keeps_it() {
    let mut shell = shell();
    let html = b"<head>\n<!--policy-->\n</head>".to_vec();
    for (name, bytes) in [
        ("workbench/index.html", html.clone()),
        ("workbench/preview/index.html", html.clone()),
        ("workbench/try/index.html", html),
        ("workbench/sw.js", b"worker".to_vec()),
        ("workbench/bench.1.js", b"1".to_vec()),
    ] {
        shell.files.insert(name.to_owned(), bytes);
    }
    let made = assemble(&shell, &source(&site(), &survey()), &super::super::Options::default()).unwrap();
    for (path, framed) in [("workbench/index.html", "'none'"), ("workbench/preview/index.html", "'self'")] {
        let header = made.files.get(path).unwrap().csp().unwrap();
        assert!(header.ends_with(&format!("; frame-ancestors {framed}")), "{header}");
        // The frame of a test answer alone may reach other hosts.
        assert!(header.contains("connect-src 'self';") && header.contains("form-action 'none'"), "{header}");
        assert!(page(&made, path).contains("<meta http-equiv=\"Content-Security-Policy\""));
    }
    let header = made.files.get("workbench/try/index.html").unwrap().csp().unwrap();
    assert!(
        header.contains("connect-src 'self' https: http:;") && header.ends_with("frame-ancestors 'self'"),
        "{header}"
    );
    let worker = page(&made, "workbench/sw.js");
    let (list, rest) = worker.split_once(";\n").unwrap();
    assert_eq!(rest, "worker");
    for part in [
        "\"workbench/bench.1.js\"",
        "\"workbench/preview/\"",
        "\"workbench/try/\"",
        "\"assets/wasmFull.1\"",
        "\"locales/full/vi.json\"",
        "\"site.json\"",
    ] {
        assert!(list.contains(part), "{part} is not in {list}");
    }
    assert!(!list.contains("index.html\"") && !list.contains("locales/core"), "{list}");
    assert!(!page(&made, "sw.js").contains("workbench"));
    for path in ["index.html", "404.html", "Q/04795-1/index.html"] {
        assert!(!page(&made, path).contains("workbench"), "{path}");
    }
}

#![allow(clippy::unwrap_used)]

use super::*;

const PORTAL: &str = "https://phuong.example.vn";
const HOST: &str = "https://danhgia.example.vn";

fn allowed(policy: &str) -> String {
    let Allowed { script, frame, style, connect, wasm, trusted_types } =
        Allowed::by(&[Policy::read(policy).unwrap()], PORTAL, HOST);
    let all = [
        (script, "script"),
        (frame, "frame"),
        (style, "style"),
        (connect, "connect"),
        (wasm, "wasm"),
        (trusted_types, "tt"),
    ];
    all.iter().filter(|(yes, _)| *yes).map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_policy_is_read_as_a_browser_reads_it() {
    for (policy, wanted) in [
        ("img-src 'none'", "script frame style connect wasm"),
        ("default-src 'self'", ""),
        ("default-src *", "script frame style connect"),
        ("default-src https:", "script frame style connect"),
        ("default-src http://danhgia.example.vn", "script frame style connect"),
        ("default-src 'none'; frame-src *.example.vn", "frame"),
        ("default-src 'none'; frame-src example.vn", ""),
        ("default-src 'none'; child-src danhgia.example.vn/Q/", "frame"),
        ("default-src 'none'; script-src https://danhgia.example.vn:443", ""),
        ("default-src 'self'; script-src 'strict-dynamic' 'nonce-a' https:", ""),
        ("SCRIPT-SRC https://danhgia.example.vn 'wasm-unsafe-eval'; default-src 'none'", "script wasm"),
        ("script-src 'none'; script-src *", "frame style connect"),
        ("require-trusted-types-for 'script'", "script frame style connect wasm tt"),
    ] {
        assert_eq!(allowed(policy), wanted, "{policy}");
    }
}

#[test]
fn the_line_to_ask_for_is_the_old_one_and_the_host() {
    for (policy, wanted) in [
        (
            "default-src 'self'",
            "default-src 'self'; script-src 'self' https://danhgia.example.vn; frame-src 'self' https://danhgia.example.vn",
        ),
        ("script-src 'none'; img-src *", "script-src https://danhgia.example.vn; img-src *"),
        (
            "script-src-elem 'self'; frame-src https:",
            "script-src-elem 'self' https://danhgia.example.vn; frame-src https:",
        ),
    ] {
        let wide = Policy::read(policy).unwrap().widened(HOST);
        assert_eq!(wide.to_string(), wanted);
        let allowed = Allowed::by(&[wide], PORTAL, HOST);
        assert!(allowed.script && allowed.frame, "{policy}");
    }
}

#[test]
fn a_policy_in_the_page_counts_too() {
    let html = "<META name=a><meta http-equiv='Content-Security-Policy' content=\"default-src 'self'; frame-src &quot;\">";
    assert_eq!(metas(html), ["default-src 'self'; frame-src \""]);
    assert_eq!(metas("<meta charset=utf-8><p>content-security-policy</p><meta"), Vec::<String>::new());
    assert_eq!(joined("https://a.vn/b/c", "/d"), "https://a.vn/d");
    assert_eq!(origin("javascript://a"), None);
}

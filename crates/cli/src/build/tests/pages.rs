//! What every stamped page has to be.

use super::super::folder::is_kind;
use super::super::html::escape;
use super::super::policy;
use super::super::{Options, assemble};
use super::fixture::{HOSTILE, HOSTILE_WORDS, made, page, shell, site, source, survey};

/// Content of the first such element.
pub(super) fn inside<'a>(html: &'a str, open: &str, close: &str) -> &'a str {
    html.split_once(open).unwrap().1.split_once(close).unwrap().0
}

fn pages_of(made: &super::super::assemble::Assembled) -> Vec<(String, String)> {
    let html = made.files.iter().filter(|(path, _)| is_kind(path, "html"));
    html.map(|(path, _)| (path.to_owned(), page(made, path))).collect()
}

#[test]
fn every_place_has_its_pages() {
    let made = made(&site()).unwrap();
    for desk in ["04795", "04795-1", "04795-2"] {
        for purpose in ["", "DR/"] {
            assert!(made.files.get(&format!("Q/{desk}/{purpose}index.html")).is_some(), "{desk} {purpose}");
        }
        assert!(made.files.get(&format!("print/{desk}/index.html")).is_some());
    }
    assert!(made.files.get("Q/04795-1/DL/index.html").is_none(), "nothing to look up without a catalogue");
    for path in [
        "index.html",
        "404.html",
        "thanks.html",
        ".htaccess",
        "web.config",
        "nginx.conf.snippet",
        "Caddyfile.snippet",
    ] {
        assert!(made.files.get(path).is_some(), "{path}");
    }
}

/// The page that most people have knew no way to what the ward answered.
#[test]
fn the_way_to_the_answer_is_stamped_where_our_collector_gives_one() {
    let mut site = site();
    let html = page(&made(&site).unwrap(), "Q/04795-1/index.html");
    assert!(html.contains("href=\"/receipt\""), "{html}");
    site["submit"] = serde_json::json!({"kind": "json", "url": "https://host.example/answers",
        "ack": {"status": [201], "contentType": "application/json"}});
    assert!(!page(&made(&site).unwrap(), "Q/04795-1/index.html").contains("receipt\""));
}

/// A ward's name is typed by people, a definition comes from anywhere: neither may become HTML, an attribute or a mark.
#[test]
fn hostile_names_stay_text() {
    let made = made(&site()).unwrap();
    for (path, html) in pages_of(&made) {
        assert!(!html.contains("<script>alert"), "{path}");
        assert!(!html.contains("alert(1)</script>"), "{path}");
        let before_block = html.split("<script type=\"application/json\"").next().unwrap();
        assert!(!before_block.contains("\" onload"), "{path}");
    }
    let html = page(&made, "Q/04795-2/DR/index.html");
    assert!(html.contains(&escape(HOSTILE)), "shown as it was typed, marks and all");
    let block: serde_json::Value =
        serde_json::from_str(inside(&html, "id=\"mc-site\">", "</script>")).unwrap();
    assert_eq!(block["units"][0]["counters"][1]["name"], HOSTILE);
}

#[test]
fn the_policy_allows_the_inlined_sheets_and_nothing_else() {
    let made = made(&site()).unwrap();
    for (path, html) in pages_of(&made) {
        let meta = inside(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        let inlined = |tag: &str| -> Vec<String> {
            let open = format!("<{tag}>");
            let inside = html.split(&open).skip(1);
            inside.map(|rest| policy::hash(rest.split("</").next().unwrap())).collect()
        };
        let hashes = [inlined("style"), inlined("script")].concat();
        // The doctor's sheet is a file: in a portal no page of ours could inline it.
        assert!(
            hashes.is_empty() == path.starts_with("doctor/")
                && hashes.iter().all(|hash| meta.contains(hash.as_str())),
            "{path}: {meta}"
        );
        assert_eq!(meta.matches("sha256-").count(), hashes.len(), "{path}");
        let ours = before_block(&html);
        for forbidden in [" style=", " onclick=", " onload=", "javascript:", "data-trunk", "{{", "<!--"] {
            assert!(!ours.contains(forbidden), "{path}: {forbidden}");
        }
    }
}

/// The one script that is allowed inline stands in SECURITY.md with its hash, word for word.
#[test]
fn the_one_inline_script_is_the_one_that_is_told_of() {
    let told = include_str!("../../../../../SECURITY.md");
    assert!(told.contains(&policy::hash(policy::LOOK)) && told.contains(policy::LOOK));
}

/// `results.html` of `mot-cua report` lies beside the site, and has its sheet and its script inside.
#[test]
fn what_a_report_puts_beside_the_site_works_under_its_header() {
    let (sheet, script) = mot_cua_collector::results::hashes();
    let made = made(&site()).unwrap();
    for server in [".htaccess", "web.config", "nginx.conf.snippet", "Caddyfile.snippet"] {
        let text = page(&made, server);
        let header = text.lines().find(|line| line.contains("script-src 'self'")).unwrap();
        let (scripts, rest) = header.split_once("style-src").unwrap();
        assert!(
            scripts.contains(script) && rest.contains(sheet) && !rest.contains(script),
            "{server}: {header}"
        );
    }
}

/// `serve` sends what is in the files; the four web servers are told the same.
#[test]
fn item_8_who_may_frame_is_said_once_and_print_is_nobodys() {
    let mut site = site();
    let said = [
        (serde_json::Value::Null, "frame-ancestors *"),
        (serde_json::json!([]), "frame-ancestors 'none'"),
        (
            serde_json::json!(["https://phuong.example.vn"]),
            "frame-ancestors 'self' https://phuong.example.vn",
        ),
    ];
    for (frames, ancestors) in said {
        site["frames"] = frames;
        let made = made(&site).unwrap();
        for path in ["index.html", "404.html", "Q/04795-1/index.html"] {
            let policy = made.files.get(path).unwrap().csp().unwrap();
            assert!(policy.ends_with(&format!("; {ancestors}")), "{path}: {policy}");
        }
        // Without a policy of its own, a page is sent with `frame-ancestors 'none'`.
        assert!(made.files.get("print/index.html").unwrap().csp().is_none());
        for server in [".htaccess", "web.config", "nginx.conf.snippet", "Caddyfile.snippet"] {
            let text = page(&made, server);
            let policies: Vec<_> = text.lines().filter(|line| line.contains("frame-ancestors")).collect();
            assert_eq!(policies.len(), 2, "{server}");
            assert!(
                policies.iter().any(|line| line.contains("script-src") && line.contains(ancestors)),
                "{server}"
            );
            let staff = |line: &&str| !line.contains("script-src") && line.contains("frame-ancestors 'none'");
            assert!(policies.iter().any(staff), "{server}");
        }
    }
    site["frames"] = serde_json::json!(["https://a.example; script-src *"]);
    assert!(made(&site).is_err());
}

/// What we wrote ourselves: without the data block, which may hold anything as JSON, and without the hostile name.
fn before_block(html: &str) -> String {
    html.split("<script type=\"application/json\"")
        .next()
        .unwrap()
        .replace(&escape(HOSTILE), "")
        .replace(&escape(HOSTILE_WORDS), "")
}

#[test]
fn another_origin_of_the_backend_is_allowed_by_name() {
    let mut site = site();
    site["submit"] = serde_json::json!({"url": "https://api.example.vn:8443/api/responses"});
    let html = page(&made(&site).unwrap(), "index.html");
    assert!(html.contains(
        "connect-src 'self' https://api.example.vn:8443; form-action 'self' https://api.example.vn:8443;"
    ));
    assert!(html.contains("action=\"https://api.example.vn:8443/api/responses\""));
}

#[test]
fn elements_are_closed_in_order() {
    const VOID: [&str; 5] = ["meta", "link", "input", "!doctype", "br"];
    const SHAPES: [&str; 3] = ["circle", "path", "rect"];
    for (path, html) in pages_of(&made(&site()).unwrap()) {
        let mut open = Vec::new();
        for tag in html.split('<').skip(1) {
            let name: String = tag.chars().take_while(|c| !c.is_whitespace() && *c != '>').collect();
            match name.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "{path}"),
                None if VOID.contains(&name.as_str()) || SHAPES.contains(&name.trim_end_matches('/')) => {}
                None => open.push(name),
            }
        }
        assert!(open.is_empty(), "{path}: {open:?}");
    }
}

#[test]
fn the_form_says_all_that_boot_needs() {
    let made = made(&site()).unwrap();
    let html = page(&made, "Q/04795-1/DR/index.html");
    for part in [
        "action=\"/api/responses\"",
        "\"submit\":{\"kind\":\"mot-cua\",\"url\":\"/api/responses\"",
        "data-survey=\"quick\"",
        "data-version=\"sha256:",
        "data-rounding=\"hour\"",
        "data-purpose=\"rate\"",
        "<input type=\"hidden\" name=\"counter\" value=\"1\">",
        "<input type=\"hidden\" name=\"rev\" value=\"\" disabled>",
    ] {
        assert!(html.contains(part), "{part}");
    }
    let order: Vec<_> = html
        .match_indices("name=\"overall\" value=\"")
        .map(|(at, m)| html[at + m.len()..].chars().next().unwrap())
        .collect();
    assert_eq!(order, ['5', '4', '3', '2', '1']);
}

#[test]
fn several_units_are_offered_where_the_link_names_none() {
    let mut site = site();
    let mut second = site["units"][0].clone();
    second["id"] = "04798".into();
    site["units"].as_array_mut().unwrap().push(second);
    let html = page(&made(&site).unwrap(), "404.html");
    assert!(html.contains("href=\"/Q/04798/\""));
    assert!(html.contains("data-show=\"rate\" hidden"));
}

#[test]
fn a_backend_that_takes_no_form_offers_none_without_script() {
    let mut site = site();
    site["submit"] = serde_json::json!({"kind": "json", "url": "/x", "ack": {"status": [201]}});
    let html = page(&made(&site).unwrap(), "index.html");
    assert!(html.contains(",html .mc-rate{display:none}"));
    assert!(html.contains("<noscript><p class=\"mc-notice\">"));
}

#[test]
fn words_that_a_language_lacks_are_the_first_ones() {
    let mut source = source(&site(), &survey());
    source.files.insert("locales/en.json".to_owned(), br#"{"side.close": "Close"}"#.to_vec());
    let made = assemble(&shell(), &source, &Options::default()).unwrap();
    let side = page(&made, "locales/side/en.json");
    assert!(
        side.contains("\"side.close\":\"Close\"") && side.contains("\"side.stop\":\"Dừng đọc\""),
        "{side}"
    );
    assert!(!page(&made, "locales/core/en.json").contains("side."));
}

#[test]
fn whoever_is_above_the_office_is_named_quietly() {
    let mut site = site();
    site["above"] = serde_json::json!({"name": "Thanh tra tỉnh", "url": "tel:02180001"});
    let made = made(&site).unwrap();
    let html = page(&made, "Q/04795-2/DR/index.html");
    assert!(html.contains("<a href=\"tel:02180001\">Thanh tra tỉnh</a>"));
    site["above"]["url"] = "javascript:alert(1)".into();
    assert!(super::fixture::made(&site).is_err());
}

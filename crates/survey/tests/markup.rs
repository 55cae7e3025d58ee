//! Rich text: what may stay stays, nothing that runs does.
#![allow(clippy::unwrap_used)]

use mot_cua_survey::markup::{Piece, read};
use proptest::prelude::*;

fn flat(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(words) => words.clone(),
        Piece::Element { tag, href, inside } => {
            let href = href.as_ref().map_or_else(String::new, |href| format!(" {href}"));
            format!("<{tag}{href}>{}</{tag}>", flat(inside))
        }
    };
    pieces.iter().map(one).collect()
}

#[test]
fn what_designers_write_stays() {
    assert_eq!(
        flat(&read("<p>Cảm ơn, <B>An</B> &amp; <i>Bình</i>!<br/><ul><li>một<li>hai</ul></p> 1 < 2")),
        "<p>Cảm ơn, <strong>An</strong> & <em>Bình</em>!<br></br><ul><li>một<li>hai</li></li></ul></p> 1 < 2"
    );
    assert_eq!(
        flat(&read("<a title='x' href=\"https://a.vn/?a=1&amp;b=2\">đây</a>")),
        "<a https://a.vn/?a=1&b=2>đây</a>"
    );
}

#[test]
fn nothing_that_runs_stays() {
    let payloads = [
        "<script>alert(1)</script>",
        "<SCRIPT SRC=//x></SCRIPT >",
        "<img src=x onerror=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<a href=' jAvAsCrIpT:alert(1)'>x</a>",
        "<a href='java&#115;cript:alert(1)'>x</a>",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<a data-href='https://x' href='data:text/html,1'>x</a>",
        "<svg onload=alert(1)><p>x</svg>",
        "<iframe srcdoc='<script>1</script>'></iframe>",
        "<style>*{background:url(//x)}</style>",
        "<p style='x' onclick='alert(1)'>x</p>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<!-- --><!--><script>alert(1)</script>-->",
    ];
    for payload in payloads {
        let made = flat(&read(payload));
        assert!(
            !made.contains("script:") && !made.contains("data:") && !made.contains("onerror="),
            "{payload}: {made}"
        );
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "(<|>|/|&|;|\"|'|=|a|p|script|href|#x?[0-9]{1,9}|ữ|!--|-->|[ -~]){0,60}") {
        for piece in read(&text) {
            if let Piece::Element { href: Some(href), .. } = piece {
                prop_assert!(["http", "mailto:", "tel:"].iter().any(|scheme| href.to_lowercase().starts_with(scheme)));
            }
        }
    }
}

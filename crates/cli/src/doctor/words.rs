//! The report in words.

use super::Way;
use super::policy::Allowed;
use crate::check::surveys::Lang;

/// What was found, what to use, and the lines to ask for.
pub(super) fn text(lang: Lang, allowed: Allowed, way: Way, ask: &[String]) -> String {
    let say = |vi: &'static str, en: &'static str| match lang {
        Lang::Vi => vi,
        Lang::En => en,
    };
    let findings = [
        (allowed.script, say("mã chạy (script) của máy chủ đánh giá", "scripts from the rating host")),
        (allowed.frame, say("khung (iframe)", "frames")),
        (allowed.connect, say("kết nối tới máy chủ đánh giá", "requests to the rating host")),
        (allowed.style, say("kiểu trình bày (CSS)", "style sheets")),
        (allowed.wasm, say("WebAssembly", "WebAssembly")),
        (!allowed.trusted_types, say("HTML không cần Trusted Types", "HTML without Trusted Types")),
    ];
    let line = |(yes, name): &(bool, &str)| {
        let (mark, verdict) =
            if *yes { ("✓", say("được", "allowed")) } else { ("✕", say("bị chặn", "forbidden")) };
        format!("{mark} {name}: {verdict}\n")
    };
    let mut text: String = findings.iter().map(line).collect();
    text += match way {
        Way::Tag => say("Dùng cách 3: một thẻ.\n", "Use way 3: one tag.\n"),
        Way::Frame => say("Dùng cách 2: khung (iframe).\n", "Use way 2: a frame.\n"),
        Way::Element => say("Dùng cách 4: thẻ <mot-cua>.\n", "Use way 4: the element.\n"),
        Way::Link => say("Dùng cách 1: đường dẫn hoặc mã QR.\n", "Use way 1: a link or a code.\n"),
    };
    if !ask.is_empty() {
        text += say(
            "Để dùng được cách 3, gửi người quản trị cổng dòng này:\n",
            "For way 3, send this line to whoever runs the portal:\n",
        );
    }
    for policy in ask {
        text += "Content-Security-Policy: ";
        text += policy;
        text += "\n";
    }
    text += say(
        "Trình soạn thảo của cổng có thể tự xóa thẻ: mở trang /doctor/ của bạn để thử ngay trong cổng.\n",
        "The portal's editor may strip tags: the page /doctor/ of your site says how to try it inside the portal.\n",
    );
    text
}

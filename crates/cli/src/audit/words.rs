//! Findings as sentences.

use super::tally::Finding;
use crate::check::surveys::Lang;

pub(super) fn report(lang: Lang, answers: u64, findings: &[Finding]) -> String {
    let (head, none, end) = match lang {
        Lang::Vi => (
            format!("Đã xem {answers} câu trả lời.\n"),
            "Không thấy điều gì lạ.\n",
            "Đây là dấu hiệu để xem lại, không phải kết luận. Không câu trả lời nào bị bỏ.\n",
        ),
        Lang::En => (
            format!("Looked at {answers} answers.\n"),
            "Nothing unusual was found.\n",
            "These are signs to look at, and no proof. No answer was taken out.\n",
        ),
    };
    if findings.is_empty() {
        return head + none;
    }
    let sentence = |finding: &Finding| match lang {
        Lang::Vi => vi(finding),
        Lang::En => en(finding),
    };
    let lines: Vec<String> = findings.iter().map(|finding| format!("- {}\n", sentence(finding))).collect();
    head + &lines.concat() + end
}

fn vi(finding: &Finding) -> String {
    match finding {
        Finding::Burst { place, hour, count, usual } => {
            format!("{place}: {count} câu trả lời trong một giờ ({}); giờ thường có {usual}.", clock(hour))
        }
        Finding::Flood { place, count } => {
            format!("{place}: {count} câu trả lời đến dồn dập, hơn 64 lượt gửi trong 10 phút.")
        }
        Finding::SameText { place, text, count } => {
            format!("{place}: {count} câu trả lời viết giống hệt nhau: “{text}”.")
        }
        Finding::Night { place, count, of } => {
            format!("{place}: {count} trong {of} câu trả lời từ 22 giờ đến 5 giờ sáng.")
        }
        Finding::Quick { place, count, of } => {
            format!("{place}: {count} trong {of} câu trả lời chạm sau chưa đến nửa giây, không ai kịp đọc.")
        }
        Finding::Reused { place, count } => format!("{place}: {count} câu trả lời dùng lại phiếu đã dùng."),
        Finding::Trap { place, count } => {
            format!("{place}: {count} câu trả lời có ô ẩn bị điền, có thể do máy gửi.")
        }
    }
}

fn en(finding: &Finding) -> String {
    match finding {
        Finding::Burst { place, hour, count, usual } => {
            format!("{place}: {count} answers in one hour ({}); its usual hour has {usual}.", clock(hour))
        }
        Finding::Flood { place, count } => {
            format!("{place}: {count} answers came in a rush of more than 64 sendings in ten minutes.")
        }
        Finding::SameText { place, text, count } => {
            format!("{place}: {count} answers have the very same words: “{text}”.")
        }
        Finding::Night { place, count, of } => {
            format!("{place}: {count} of {of} answers between 22:00 and 5:00.")
        }
        Finding::Quick { place, count, of } => {
            format!(
                "{place}: {count} of {of} answers were tapped within half a second, before anyone can read."
            )
        }
        Finding::Reused { place, count } => format!("{place}: {count} answers with a ticket used before."),
        Finding::Trap { place, count } => {
            format!("{place}: {count} answers with a hidden field filled in, by a program most likely.")
        }
    }
}

/// `2026-11-21T09` → `21/11/2026 9:00`.
fn clock(hour: &str) -> String {
    let part = |from: usize, to: usize| hour.get(from..to).unwrap_or("?");
    let at = part(11, 13).trim_start_matches('0');
    let at = if at.is_empty() { "0" } else { at };
    format!("{}/{}/{} {at}:00", part(8, 10), part(5, 7), part(0, 4))
}

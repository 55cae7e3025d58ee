//! The columns that every answer has, in their order, with the words of the code book.

use mot_cua_contract::receipt::receipt;
use serde_json::Value;

use crate::answer::Answer;
use crate::cell::Cell;

/// One column: its head, what it says (Vietnamese, English), and where its value is.
#[derive(Debug)]
pub(crate) struct Fixed {
    pub(crate) head: &'static str,
    pub(crate) vi: &'static str,
    pub(crate) en: &'static str,
    pub(crate) get: fn(&Answer) -> Cell,
}

const fn fixed(head: &'static str, vi: &'static str, en: &'static str, get: fn(&Answer) -> Cell) -> Fixed {
    Fixed { head, vi, en, get }
}

pub(crate) const FIXED: [Fixed; 23] = [
    fixed(
        "receipt",
        "Mã biên nhận mà người dân thấy",
        "Receipt code that the citizen sees",
        |answer| answer.text("id").and_then(receipt).map_or(Cell::Empty, Cell::Text),
    ),
    fixed(
        "rev",
        "Bản thứ mấy; chỉ bản cuối được xuất",
        "Revision; only the last one is here",
        |a| top(a, "rev"),
    ),
    fixed("survey", "Tên phiếu hỏi", "Name of the survey", |a| top(a, "survey")),
    fixed("surveyVersion", "Phiên bản phiếu hỏi", "Version of the survey", |a| {
        top(a, "surveyVersion")
    }),
    fixed("validated", "Đã kiểm tra theo phiếu hỏi", "Checked against its survey", |a| {
        Cell::Flag(a.validated)
    }),
    fixed("unit", "Đơn vị (mã xã, phường)", "Unit (commune code)", |a| inside(a, "place", "unit")),
    fixed("counter", "Quầy", "Counter", |a| inside(a, "place", "counter")),
    fixed("field", "Lĩnh vực", "Field", |a| inside(a, "place", "field")),
    fixed("procedure", "Mã thủ tục", "Procedure code", |a| inside(a, "place", "procedure")),
    fixed("purpose", "Mã QR in để làm gì", "What the printed code was for", |a| {
        inside(a, "place", "purpose")
    }),
    fixed("placeKnown", "Nơi này có trong cấu hình", "The site names this place", |a| {
        Cell::Flag(a.place_known)
    }),
    fixed("complete", "Người dân đã bấm xong", "The citizen said done", |a| top(a, "complete")),
    fixed(
        "savedAt",
        "Lúc trả lời, theo điện thoại, đã làm tròn",
        "When answered, by the phone, rounded",
        |a| a.text("savedAt").map_or(Cell::Empty, |time| Cell::Time(time.to_owned())),
    ),
    fixed(
        "receivedAt",
        "Lúc máy chủ nhận, đã làm tròn",
        "When received, by the server, rounded",
        |a| Cell::Time(a.received_at.clone()),
    ),
    fixed(
        "tier",
        "Trả lời bằng cách nào: vé lượt (token), mã treo (poster), nhúng (embed)",
        "How it came: with a visit token, from a poster, embedded",
        |a| Cell::Text(a.tier.clone()),
    ),
    fixed(
        "rate",
        "Trong 10 phút có ít nhất từng này lượt gửi tại nơi đó; 0: dưới 64",
        "At least so many sendings at that place within ten minutes; 0: fewer than 64",
        |a| Cell::Number(a.rate.into()),
    ),
    fixed(
        "trap",
        "Ô ẩn bị điền: có thể là máy gửi",
        "A hidden field was filled in: a program, most likely",
        |a| Cell::Flag(a.trap),
    ),
    fixed("seconds", "Số giây từ lúc mở trang", "Seconds since the page opened", |a| {
        top(a, "seconds")
    }),
    fixed("lang", "Ngôn ngữ", "Language", |a| top(a, "lang")),
    fixed("app", "Phiên bản trang", "Version of the page", |a| top(a, "app")),
    fixed("mode", "Trang, nhúng hay biểu mẫu", "Page, embedded or plain form", |a| {
        inside(a, "context", "mode")
    }),
    fixed("assisted", "Có người giúp", "Someone helped", |a| inside(a, "context", "assisted")),
    fixed("tapMs", "Mili giây đến lần chạm đầu", "Milliseconds to the first tap", |a| {
        inside(a, "context", "tapMs")
    }),
];

fn top(answer: &Answer, member: &str) -> Cell {
    cell(answer.body.get(member))
}

fn inside(answer: &Answer, object: &str, member: &str) -> Cell {
    cell(answer.inside(object, member))
}

fn cell(value: Option<&Value>) -> Cell {
    value.map_or(Cell::Empty, Cell::of)
}

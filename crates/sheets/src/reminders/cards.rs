//! Cards to cut out, ten an A4 sheet: the paper, its last day, the code. Nobody's name: whose card it is, the clerk knows by its row.

use mot_cua_contract::Site;

use super::Made;

const STYLE: &str = "\
@page{size:A4;margin:10mm}\
*{box-sizing:border-box}\
body{margin:0;font:12pt/1.35 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;color:#1a1712}\
main{display:grid;grid-template-columns:repeat(auto-fill,minmax(92mm,1fr))}\
article{display:flex;gap:4mm;align-items:center;min-block-size:54mm;padding:3mm;border:1px dashed #8a8172;break-inside:avoid;overflow:hidden}\
svg{flex:none;inline-size:40mm;block-size:40mm}\
p{margin:0 0 1.5mm;overflow-wrap:anywhere}\
.paper{font-weight:700;display:-webkit-box;-webkit-line-clamp:4;-webkit-box-orient:vertical;overflow:hidden}\
.day{font-size:15pt;font-weight:700}\
.small{font-size:9pt;color:#4d463b}\
@media screen{body{padding:1rem;background:#f4efe5}article{background:#fff}}";

/// A sheet to print, whole: no script, nothing loaded.
pub fn cards(made: &[Made], site: &Site) -> String {
    let cards: Vec<String> = made.iter().map(|one| card(one, site)).collect();
    format!(
        "<!doctype html>\n<html lang=\"vi\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n\
         <title>Thẻ nhắc hạn giấy tờ</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
        cards.concat()
    )
}

fn card(made: &Made, site: &Site) -> String {
    let (year, month, day) = made.line.reminder.until.parts();
    format!(
        "<article>\n{code}\n<div>\n<p class=\"paper\">{paper}</p>\n<p>Hết hạn ngày</p>\n<p class=\"day\">{day}/{month}/{year}</p>\n\
         <p class=\"small\">Quét mã để xem cần chuẩn bị gì và thêm ngày này vào lịch điện thoại. Mã không ghi tên ai.</p>\n\
         <p class=\"small\">{office} · dòng {row}</p>\n</div>\n</article>\n",
        code = made.svg,
        paper = escape(&made.paper),
        office = escape(site.name.get("vi")),
        row = made.line.number,
    )
}

/// Safe as the content of an element.
fn escape(text: &str) -> String {
    let visible: String = text.chars().filter(|letter| !letter.is_control()).collect();
    visible.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

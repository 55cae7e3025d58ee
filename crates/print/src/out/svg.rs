//! A page as SVG: letters are outlines, so that it looks the same wherever it is opened.

use crate::font::Fonts;
use crate::ink::Ink;
use crate::logo::Logo;
use crate::out::raster::encode;
use crate::page::{Code, Mark, Page};
use crate::shape::{Shape, Step};

/// In millimetres, a hundredth of one at most beside the truth. No script, no style, no font, no address to fetch.
pub fn svg(page: &Page, fonts: &Fonts) -> String {
    let (w, h) = (number(page.width), number(page.height));
    let mut out = String::new();
    put(
        &mut out,
        &[
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
            &w,
            "mm\" height=\"",
            &h,
            "mm\" viewBox=\"0 0 ",
            &w,
            " ",
            &h,
        ],
    );
    put(
        &mut out,
        &[
            "\" role=\"img\"><title>",
            &escape(&page.title),
            "</title><rect width=\"",
            &w,
            "\" height=\"",
            &h,
            "\" fill=\"#fff\"/>",
        ],
    );
    for panel in &page.panels {
        let matrix: Vec<String> = panel.matrix().into_iter().map(number).collect();
        put(&mut out, &["<g transform=\"matrix(", &matrix.join(" "), ")\">"]);
        for mark in &panel.marks {
            draw(&mut out, mark, fonts);
        }
        out.push_str("</g>");
    }
    out.push_str("</svg>\n");
    out
}

fn draw(out: &mut String, mark: &Mark, fonts: &Fonts) {
    match mark {
        Mark::Fill(shape, ink) => put(out, &["<path fill=\"", &hex(*ink), "\" d=\"", &path(shape), "\"/>"]),
        Mark::Stroke(shape, ink, width) => {
            put(
                out,
                &[
                    "<path fill=\"none\" stroke-linecap=\"round\" stroke=\"",
                    &hex(*ink),
                    "\" stroke-width=\"",
                    &number(*width),
                ],
            );
            put(out, &["\" d=\"", &path(shape), "\"/>"]);
        }
        Mark::Text(text) => {
            let shape = fonts.outline(text.weight, text.size, (text.x, text.y), &text.text);
            put(out, &["<path fill=\"", &hex(text.ink), "\" d=\"", &path(&shape), "\"/>"]);
        }
        Mark::Code(code) => modules(out, code),
        Mark::Logo { logo, x, y, w, h } => {
            put(
                out,
                &[
                    "<image x=\"",
                    &number(*x),
                    "\" y=\"",
                    &number(*y),
                    "\" width=\"",
                    &number(*w),
                    "\" height=\"",
                    &number(*h),
                ],
            );
            put(out, &["\" href=\"data:image/png;base64,", &base64(&picture(logo)), "\"/>"]);
        }
    }
}

/// In units of a module, so that every edge is whole.
fn modules(out: &mut String, code: &Code) {
    let scale = code.module.to_string();
    put(
        out,
        &[
            "<g transform=\"translate(",
            &number(code.x),
            " ",
            &number(code.y),
            ") scale(",
            &scale,
            ")\" shape-rendering=\"crispEdges\">",
        ],
    );
    out.push_str("<path d=\"");
    for (x, y, run) in code.runs() {
        let run = run.to_string();
        put(out, &["M", &x.to_string(), " ", &y.to_string(), "h", &run, "v1h-", &run, "z"]);
    }
    out.push_str("\"/></g>");
}

fn path(shape: &Shape) -> String {
    let mut out = String::new();
    for step in &shape.0 {
        match step {
            Step::Move(x, y) => put(&mut out, &["M", &number(*x), " ", &number(*y)]),
            Step::Line(x, y) => put(&mut out, &["L", &number(*x), " ", &number(*y)]),
            Step::Curve(points) => {
                let points: Vec<String> = points.iter().map(|one| number(*one)).collect();
                put(&mut out, &["C", &points.join(" ")]);
            }
            Step::Close => out.push('z'),
        }
    }
    out
}

fn picture(logo: &Logo) -> Vec<u8> {
    encode(logo.width, logo.height, &logo.rgb, png::ColorType::Rgb, None)
}

fn put(out: &mut String, pieces: &[&str]) {
    for piece in pieces {
        out.push_str(piece);
    }
}

/// Hundredths, without zeros at the end.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn hex(ink: Ink) -> String {
    format!("#{:02x}{:02x}{:02x}", ink.0, ink.1, ink.2)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
            out.push(if at > chunk.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_base64() {
        assert_eq!([number(1.0), number(0.126), number(-0.001), number(10.5)], ["1", "0.13", "0", "10.5"]);
        assert_eq!(
            [base64(b""), base64(b"f"), base64(b"fo"), base64(b"foo"), base64(b"foob")],
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }
}

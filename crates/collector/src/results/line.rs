//! The line over months: the share, its interval as a band, a gap where nobody answered, a wall where the questions changed.

use std::fmt::Write as _;

use mot_cua_survey::figures::{FEW, Figure, Month, Point};

use super::escape;
use super::words::Words;

const LEFT: f64 = 36.0;
const RIGHT: f64 = 348.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 190.0;

/// Percent at the bottom of the scale: below all that is drawn, so that changes are seen; the scale says so.
fn floor(points: &[(Month, Point)]) -> f64 {
    let lows = points.iter().filter_map(|(_, point)| figure(*point)).map(|figure| figure.interval.low);
    let low = lows.fold(100.0, f64::min);
    ((low / 10.0).floor() * 10.0).clamp(0.0, 80.0)
}

/// `None`: nothing to draw, or of too few people.
fn figure(point: Point) -> Option<Figure> {
    match point {
        Point::Figure(figure) if figure.n >= FEW => Some(figure),
        Point::Figure(_) | Point::Break | Point::NoData => None,
    }
}

/// The drawing and its table. `absent`: the words of a month without a figure.
pub(super) fn section(words: &Words, points: &[(Month, Point)], absent: &str) -> String {
    let title = escape(&words.get("line.title"));
    format!(
        "<section class=\"months\"><h2>{title}</h2><div class=\"pair\">{}{}</div></section>\n",
        drawing(words, points),
        table(words, points, absent)
    )
}

fn drawing(words: &Words, points: &[(Month, Point)]) -> String {
    let base = floor(points);
    let steps = f64::from(u32::try_from(points.len().saturating_sub(1)).unwrap_or(1).max(1));
    let x = |at: usize| LEFT + (RIGHT - LEFT) * f64::from(u32::try_from(at).unwrap_or_default()) / steps;
    let y = |percent: f64| BOTTOM - (BOTTOM - TOP) * (percent - base) / (100.0 - base);
    let mut svg = format!(
        "<svg class=\"line\" viewBox=\"0 0 360 226\" role=\"img\" aria-label=\"{}\">",
        escape(&words.get("line.label"))
    );
    let step = if base >= 60.0 { 10.0 } else { 20.0 };
    let mut level = 100.0;
    while level >= base {
        let _ = write!(
            svg,
            "<path class=\"grid\" d=\"M{LEFT} {y:.1}H{RIGHT}\"/><text class=\"scale\" x=\"{}\" y=\"{:.1}\">{level:.0}</text>",
            LEFT - 6.0,
            y(level) + 4.0,
            y = y(level)
        );
        level -= step;
    }
    for (at, (month, point)) in points.iter().enumerate() {
        // Every fourth month has its name, and the last one.
        if (points.len() - 1 - at).is_multiple_of(4) {
            let _ = write!(
                svg,
                "<text class=\"month\" x=\"{:.1}\" y=\"212\">{}</text>",
                x(at),
                escape(&words.month(*month))
            );
        }
        if *point == Point::Break {
            let _ = write!(svg, "<path class=\"wall\" d=\"M{0:.1} {TOP}V{BOTTOM}\"/>", x(at));
        }
    }
    for piece in pieces(points) {
        let up = piece.iter().map(|(at, figure)| format!("{:.1},{:.1}", x(*at), y(figure.interval.high)));
        let down =
            piece.iter().rev().map(|(at, figure)| format!("{:.1},{:.1}", x(*at), y(figure.interval.low)));
        let band: Vec<String> = up.chain(down).collect();
        let line: Vec<String> =
            piece.iter().map(|(at, figure)| format!("{:.1},{:.1}", x(*at), y(figure.value))).collect();
        let _ = write!(
            svg,
            "<polygon class=\"band\" points=\"{}\"/><polyline class=\"stroke\" points=\"{}\"/>",
            band.join(" "),
            line.join(" ")
        );
        for (at, figure) in &piece {
            // The interval of a month without neighbours is seen as well.
            let _ = write!(
                svg,
                "<path class=\"reach\" d=\"M{x:.1} {:.1}V{:.1}\"/><circle class=\"dot\" cx=\"{x:.1}\" cy=\"{:.1}\" r=\"3.5\"/>",
                y(figure.interval.low),
                y(figure.interval.high),
                y(figure.value),
                x = x(*at)
            );
        }
    }
    svg + "</svg>"
}

/// Months in a row that have a figure.
fn pieces(points: &[(Month, Point)]) -> Vec<Vec<(usize, Figure)>> {
    let mut pieces = vec![Vec::new()];
    for (at, (_, point)) in points.iter().enumerate() {
        match (figure(*point), pieces.last_mut()) {
            (Some(figure), Some(piece)) => piece.push((at, figure)),
            _ => pieces.push(Vec::new()),
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn table(words: &Words, points: &[(Month, Point)], absent: &str) -> String {
    let heads =
        ["month", "share", "people"].map(|key| format!("<th scope=\"col\">{}</th>", escape(&words.get(key))));
    let mut html = format!("<table class=\"plain\"><thead><tr>{}</tr></thead><tbody>", heads.concat());
    for (month, point) in points.iter().rev() {
        let says = match point {
            Point::Figure(_) => "few",
            Point::Break => "break",
            Point::NoData => absent,
        };
        let cells = figure(*point).map_or_else(
            || format!("<td colspan=\"2\" class=\"says\">{}</td>", escape(&words.get(says))),
            |figure| {
                let (share, span) = (words.decimal(figure.value), words.span(figure.interval));
                format!(
                    "<td><b>{share}&nbsp;%</b> <small>{span}</small></td><td>{}</td>",
                    words.count(figure.n)
                )
            },
        );
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>{cells}</tr>", escape(&words.month(*month)));
    }
    html + "</tbody></table>"
}

//! A table whose rows draw themselves: under each name a bar and the whisker of its interval.

use std::fmt::Write as _;

use mot_cua_survey::figures::Figure;

use super::escape;
use super::words::Words;

/// What is known of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shown {
    Figure(Figure),
    /// Words instead of a number.
    Says(String),
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    /// Place among the units: "2–5". `None`: they have no places.
    pub(super) place: Option<String>,
    pub(super) shown: Shown,
}

impl Row {
    /// Without data it says so; it is never 0.
    pub(super) fn of(name: &str, figure: Option<Figure>, words: &Words) -> Self {
        let shown = figure.map_or_else(|| Shown::Says(words.get("noData")), Shown::Figure);
        Self { name: name.to_owned(), place: None, shown }
    }

    /// Beside a part of everybody stands how many they are, not everybody again.
    pub(super) fn counted(self, count: u64) -> Self {
        let shown = match self.shown {
            Shown::Figure(figure) => Shown::Figure(Figure { n: count, ..figure }),
            says @ Shown::Says(_) => says,
        };
        Self { shown, ..self }
    }
}

/// The table, with `caption` for its heading; `share` and `count` head the columns of numbers.
pub(super) fn table(words: &Words, caption: &str, share: &str, count: &str, rows: &[Row]) -> String {
    let mut html = format!(
        "<table class=\"bars\"><caption>{}</caption><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        escape(caption),
        escape(&words.get("what")),
        escape(share),
        escape(count),
    );
    for row in rows {
        let place = row
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!("<span class=\"place\">{}</span> ", escape(place)));
        let name = escape(&row.name);
        let _ = match &row.shown {
            Shown::Figure(figure) => write!(
                html,
                "<tr><th scope=\"row\">{place}{name}{}</th><td><b>{}&nbsp;%</b><small>{}</small></td><td>{}</td></tr>",
                bar(figure),
                words.decimal(figure.value),
                words.span(figure.interval),
                words.count(figure.n),
            ),
            Shown::Says(says) => {
                write!(
                    html,
                    "<tr><th scope=\"row\">{place}{name}</th><td colspan=\"2\" class=\"says\">{}</td></tr>",
                    escape(says)
                )
            }
        };
    }
    html + "</tbody></table>\n"
}

/// The numbers stand beside it, so it is nothing to read aloud.
fn bar(figure: &Figure) -> String {
    let Figure { value, interval, .. } = figure;
    let x = |percent: f64| format!("{:.1}", percent * 3.0);
    format!(
        "<svg class=\"bar\" viewBox=\"0 0 300 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">\
         <rect class=\"ground\" width=\"300\" height=\"12\"/><rect class=\"share\" width=\"{}\" height=\"12\"/>\
         <path class=\"whisker\" d=\"M{low} 3v6M{low} 6H{high}M{high} 3v6\"/></svg>",
        x(*value),
        low = x(interval.low),
        high = x(interval.high),
    )
}

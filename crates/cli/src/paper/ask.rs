//! One question on paper, by type: boxes to tick, lines to write on.

use mot_cua_survey::model::{Choices, Element, How, Item, Kind, Matrix};
use mot_cua_survey::question::rating::{Look, Rating};

use super::sheet::Sheet;
use crate::build::{MOUTHS, escape, face};

const BOX: &str = "<i class=\"box\"></i>";
const LINE: &str = "<p class=\"line\"></p>";

impl Sheet<'_> {
    pub(super) fn question(&self, element: &Element, kind: &Kind) -> String {
        let answer = match kind {
            Kind::Rating(rating, _) => self.rating(rating),
            Kind::Choices(choices) => self.choices(choices),
            Kind::Boolean(boolean) => {
                let words = |own: Option<&mot_cua_contract::Text>, key| {
                    own.map_or_else(|| self.say(key), |text| escape(text.get(self.lang)))
                };
                let (yes, no) = (boolean.yes_text.as_ref(), boolean.no_text.as_ref());
                row(&[words(yes, "choice.yes"), words(no, "choice.no")])
            }
            Kind::Comment(_) => LINE.repeat(4),
            Kind::Text(_) => LINE.to_owned(),
            Kind::MultipleText(several) => {
                let line = |at: usize, name: &str| {
                    let raw = element.raw.get("items").and_then(|items| items.get(at)?.as_object());
                    let title = raw.map_or_else(String::new, |raw| self.text(raw, "title"));
                    format!("<p>{}</p>{LINE}", escape(if title.is_empty() { name } else { &title }))
                };
                several.lines.iter().enumerate().map(|(at, one)| line(at, &one.name)).collect()
            }
            Kind::Matrix(matrix) => self.matrix(matrix),
            Kind::Panels(panels) => panels.template.iter().map(|inside| self.element(inside)).collect(),
            // Nothing that paper could ask.
            Kind::Html | Kind::Image | Kind::Expression(_) | Kind::File(_) | Kind::Outside(_) => {
                return String::new();
            }
        };
        let title = self.text(&element.raw, "title");
        let title = escape(if title.is_empty() { &element.name } else { &title });
        let note = |key: &str| format!("<p class=\"note\">{}</p>", self.say(key));
        let described = self.text(&element.raw, "description");
        let described = if described.is_empty() {
            described
        } else {
            format!("<p class=\"note\">{}</p>", escape(&described))
        };
        let maybe =
            if element.rules.visible_if.is_some() { note("static.paper.maybe") } else { String::new() };
        let several = match kind {
            Kind::Choices(Choices { how: How::Several, .. }) => note("static.paper.several"),
            Kind::Choices(Choices { how: How::Ranked, .. }) => note("static.paper.ranked"),
            _ => String::new(),
        };
        format!("<section><h3>{title}</h3>{described}{maybe}{several}{answer}</section>\n")
    }

    /// From the happiest to the unhappiest, as on the screen.
    fn rating(&self, rating: &Rating) -> String {
        let levels: Vec<String> = rating.levels.iter().map(|level| escape(&level.words(self.lang))).collect();
        if rating.look == Look::Smileys && levels.len() == MOUTHS.len() {
            let faces = MOUTHS.iter().zip(levels.iter().rev());
            let face =
                |((_, mouth), words): (&(u8, &str), &String)| format!("{}<span>{words}</span>", face(mouth));
            return row(&faces.map(face).collect::<Vec<_>>()).replace("class=\"row\"", "class=\"row faces\"");
        }
        let end = |text: &Option<mot_cua_contract::Text>| {
            text.as_ref()
                .map_or_else(String::new, |text| format!("<span>{}</span>", escape(text.get(self.lang))))
        };
        format!("<div class=\"ends\">{}{}</div>{}", end(&rating.least), end(&rating.most), row(&levels))
    }

    fn choices(&self, choices: &Choices) -> String {
        let mut words: Vec<String> = choices.items.iter().map(|item| self.item(item)).collect();
        if choices.other {
            words.push(format!("{} <span class=\"gap\"></span>", self.say("full.choice.other")));
        }
        let line = |words: &String| format!("<li>{BOX}{words}</li>");
        format!("<ul>{}</ul>", words.iter().map(line).collect::<String>())
    }

    fn matrix(&self, matrix: &Matrix) -> String {
        let head = |item: &Item| format!("<th>{}</th>", self.item(item));
        let heads: String = matrix.columns.iter().map(head).collect();
        let cells = format!("<td>{BOX}</td>").repeat(matrix.columns.len());
        let row = |item: &Item| format!("<tr><th>{}</th>{cells}</tr>", self.item(item));
        let rows: String = matrix.rows.iter().map(row).collect();
        format!("<table><tr><td></td>{heads}</tr>{rows}</table>")
    }

    fn item(&self, item: &Item) -> String {
        escape(&item.choice.words(self.lang))
    }
}

/// One box each, side by side.
fn row(all: &[String]) -> String {
    let one = |words: &String| format!("<span>{BOX}{words}</span>");
    format!("<div class=\"row\">{}</div>", all.iter().map(one).collect::<String>())
}

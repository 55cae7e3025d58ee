//! A matrix as it was asked: a line a row, a column a choice, in each cell how many chose it.

use std::fmt::Write as _;

use mot_cua_survey::figures::{Column, FEW};

use super::Leaf;
use crate::results::escape;

impl Leaf<'_> {
    pub(super) fn matrices(&self) -> String {
        let mut matrices: Vec<(&str, Vec<&Column>)> = Vec::new();
        for column in self.series.columns.iter().filter(|column| self.all.answered(column) > 0) {
            let Some((name, _)) = &column.matrix else { continue };
            // A matrix that another version asked with other choices is a table of its own.
            let of = matrices.iter_mut().find(|(of, rows)| {
                of == name && rows.first().is_some_and(|first| first.values == column.values)
            });
            match of {
                Some((_, rows)) => rows.push(column),
                None => matrices.push((name, vec![column])),
            }
        }
        matrices.iter().map(|(_, rows)| self.matrix(rows)).collect()
    }

    fn matrix(&self, rows: &[&Column]) -> String {
        let words = self.words;
        let Some((first, (_, title))) = rows.first().and_then(|row| Some((row, row.matrix.as_ref()?))) else {
            return String::new();
        };
        let title = escape(title.get(words.lang));
        let heads = first.values.iter().map(|choice| choice.words(words.lang)).chain([words.get("people")]);
        let heads: Vec<String> =
            heads.map(|head| format!("<th scope=\"col\">{}</th>", escape(&head))).collect();
        let heads = heads.concat();
        let mut html = format!(
            "<section class=\"matrix\"><h2>{title}</h2><div class=\"wide\" role=\"region\" aria-label=\"{title}\" tabindex=\"0\">\
             <table class=\"plain\"><thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead><tbody>",
            escape(&words.get("what")),
        );
        for row in rows {
            let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escape(row.words(words.lang)));
            let n = self.all.answered(row);
            if n < FEW {
                let _ = write!(
                    html,
                    "<td class=\"says\" colspan=\"{}\">{}</td></tr>",
                    row.values.len() + 1,
                    escape(&words.get("few"))
                );
                continue;
            }
            for count in self.all.values(row).into_iter().chain([n]) {
                let _ = write!(html, "<td>{}</td>", words.count(count));
            }
            html += "</tr>";
        }
        html + "</tbody></table></div></section>\n"
    }
}

//! Pages, panels, repeats: a row that begins them.

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::formula::Where;
use super::super::read::kind::Holder;
use super::super::read::{Depth, group as read};
use super::Writer;
use super::cells::Cells;
use super::question::conditions;
use super::words::{difference, put_piped};

impl Writer {
    /// Gives the type of the row that ends it.
    pub(super) fn begin(
        &mut self,
        path: &str,
        element: &Map<String, Value>,
        depth: Depth,
        inside: Option<&str>,
    ) -> &'static str {
        let mut wanted = element.clone();
        for children in ["elements", "templateElements"] {
            wanted.shift_remove(children);
        }
        let repeats = element.get("type").is_some_and(|kind| kind == "paneldynamic");
        let (begin, end, holder) = if repeats {
            ("begin_repeat", "end_repeat", Holder::Repeat)
        } else {
            ("begin_group", "end_group", Holder::Group)
        };
        let at = Where { names: &self.context.names, own: None, repeat: inside, columns: None };
        let mut cells = Cells::default();
        cells.put("type", begin);
        cells.put("name", self.called.get(path).cloned().unwrap_or_default());
        for (member, column) in [("title", "label"), ("description", "hint")] {
            if let Some(words) = element.get(member) {
                put_piped(column, words, at, &mut cells);
            }
        }
        conditions(&mut wanted, at, &mut cells);
        cells.take("required");
        if let Some(count) = element.get("panelCount").filter(|count| count.is_number() && repeats) {
            cells.put("repeat_count", count.to_string());
        }
        let table = cells.table();
        let row = table.each().next();
        let back = row.map(|row| read(row, holder, depth, &self.context, inside, &mut Found::default()));
        let aside = difference(&wanted, &back.unwrap_or_default());
        cells.put_aside(&aside);
        self.tell(&aside);
        self.rows.push(cells);
        end
    }
}

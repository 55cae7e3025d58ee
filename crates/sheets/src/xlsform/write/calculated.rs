//! `calculatedValues` as rows of type `calculate`.

use serde_json::{Map, Value};

use super::super::finding::Found;
use super::super::formula::Where;
use super::super::read::value as read;
use super::Writer;
use super::cells::Cells;
use super::expressions;
use super::words::difference;

impl Writer {
    /// `None`: one of them is no object, and all stay aside.
    pub(super) fn calculated(&mut self, values: &[Value]) -> Option<Vec<Cells>> {
        let mut rows = Vec::new();
        for (at, value) in values.iter().enumerate() {
            let mut wanted: Map<String, Value> = value.as_object()?.clone();
            let name = self.called.get(&format!("calculatedValues[{at}]"))?.clone();
            let at = Where { names: &self.context.names, own: Some(&name), repeat: None, columns: None };
            let mut cells = Cells::default();
            cells.put("type", "calculate");
            cells.put("name", name.as_str());
            expressions::put("calculation", &mut wanted, "expression", at, &mut cells);
            if !cells.has("calculation") {
                return None;
            }
            let table = cells.table();
            let row = table.each().next()?;
            let Value::Object(back) = read(row, &self.context, &mut Found::default()) else { return None };
            let aside = difference(&wanted, &back);
            if aside.values().any(Value::is_null) {
                return None;
            }
            cells.put_aside(&aside);
            self.tell(&aside);
            rows.push(cells);
        }
        Some(rows)
    }
}

//! What a ward promises, written in Excel: one row a procedure (docs/catalogue.md). The other half of `wards.json`.

mod cell;
mod column;

use mot_cua_catalogue::ward::Promise;
use mot_cua_contract::{Mistake, Site};

use crate::heads::Heads;
use crate::xlsform::book::Sheet;
use crate::xlsform::finding::{Found, Lang, Place};
use crate::xlsform::{Finding, Gravity, Kind};
pub(crate) use cell::code;
use column::Column;

/// What the rows are held against.
#[derive(Clone, Copy)]
#[allow(missing_debug_implementations, reason = "a question cannot be shown")]
pub struct About<'a> {
    /// `None`: it cannot be read; units and counters are then not judged.
    pub site: Option<&'a Site>,
    /// Whether the catalogue has a code.
    pub known: &'a dyn Fn(&str) -> bool,
}

/// What a sheet says. A row with an error is left out.
#[derive(Debug, Default)]
pub struct Promises {
    /// Unit and promise, in the sheet's order.
    pub rows: Vec<(String, Promise)>,
    /// Each at its cell: `Sheet1!C4 (thời hạn)`.
    pub mistakes: Vec<Mistake>,
}

/// Reads the first sheet; its first row are the heads.
pub fn read(kind: Kind, bytes: &[u8], about: About<'_>) -> Promises {
    let mut found = Found::default();
    let Sheet { name, rows } = Sheet::first(kind, bytes, &mut found);
    let mut promises = Promises { mistakes: found.all.iter().map(told).collect(), ..Promises::default() };
    let mut rows = rows.into_iter();
    let Some((number, line)) = rows.next() else {
        if promises.mistakes.is_empty() {
            let expected = "a first row of heads: mã thủ tục, thời hạn, …";
            promises.mistakes.push(Mistake::error("no-rows", name, "an empty sheet", expected));
        }
        return promises;
    };
    let heads = Heads::read(&name, number, line, &mut promises.mistakes);
    if !heads.has(Column::Code) {
        return promises;
    }
    let mut seen: Vec<(String, String, usize)> = Vec::new();
    for (number, line) in rows {
        let mut row = Row { sheet: &name, number, heads: &heads, line: &line, about, mistakes: Vec::new() };
        let (unit, promise) = row.promise();
        let mine = |(other, code, _): &&(String, String, usize)| *other == unit && *code == promise.code;
        if let Some((_, code, first)) = seen.iter().find(mine) {
            let expected = format!("each procedure once: row {first} has it");
            row.error("double-code", Column::Code, &code.clone(), &expected);
        }
        if !row.mistakes.iter().any(Mistake::is_error) {
            seen.push((unit.clone(), promise.code.clone(), number));
            promises.rows.push((unit, promise));
        }
        promises.mistakes.append(&mut row.mistakes);
    }
    promises
}

/// A row being read.
struct Row<'a> {
    sheet: &'a str,
    /// As Excel counts.
    number: usize,
    heads: &'a Heads<Column>,
    line: &'a [String],
    about: About<'a>,
    mistakes: Vec<Mistake>,
}

impl Row<'_> {
    fn promise(&mut self) -> (String, Promise) {
        let code = self.code();
        let promise = Promise {
            code,
            time: self.part(Column::Time, cell::time),
            when: self.part(Column::Sooner, cell::rules).unwrap_or_default(),
            at_once: self.part(Column::AtOnce, cell::is_so).unwrap_or_default(),
            no_appointment: self.part(Column::NoAppointment, cell::is_so).unwrap_or_default(),
            delivery: self.heads.words(Column::Delivery, self.line),
            tips: self.heads.words(Column::Tips, self.line),
            samples: self.part(Column::Samples, cell::samples).unwrap_or_default(),
            counter: self.heads.cell(Column::Counter, self.line).map(str::to_owned),
        };
        let unit = self.unit();
        self.counter(&unit, promise.counter.as_deref());
        (unit, promise)
    }

    /// What a cell says; nothing where it is empty or cannot be read.
    fn part<T>(&mut self, column: Column, read: fn(&str) -> Result<T, cell::Wrong>) -> Option<T> {
        let text = self.heads.cell(column, self.line)?;
        match read(text) {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.error(wrong.code, column, &wrong.found, wrong.expected);
                None
            }
        }
    }

    fn code(&mut self) -> String {
        let text = self.heads.cell(Column::Code, self.line).unwrap_or_default();
        let code = cell::code(text);
        if code.is_empty() {
            self.error("no-code", Column::Code, "nothing", "the code of a procedure, like 1.001193");
        } else if !(self.about.known)(&code) {
            let place = self.place(Column::Code);
            let expected = "a code that the catalogue has; until then nobody sees this row";
            self.mistakes.push(Mistake::warning("unknown-procedure", place, &code, expected));
        }
        code
    }

    /// A site with one unit needs no such column.
    fn unit(&mut self) -> String {
        let said = self.heads.cell(Column::Unit, self.line);
        let Some(site) = self.about.site else { return said.unwrap_or_default().to_owned() };
        match (said, site.units.as_slice()) {
            (None, [unit]) => unit.id.clone(),
            (said, units) => {
                // Excel drops the zeros before a number.
                let is = |id: &str, said: &str| {
                    id.eq_ignore_ascii_case(said) || id.trim_start_matches('0') == said
                };
                let unit = units.iter().find(|unit| said.is_some_and(|said| is(&unit.id, said)));
                if unit.is_none() {
                    let ids: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
                    let expected = format!("the id of a unit of site.json: {}", ids.join(", "));
                    self.error("unknown-unit", Column::Unit, said.unwrap_or("nothing"), &expected);
                }
                unit.map(|unit| unit.id.clone()).unwrap_or_default()
            }
        }
    }

    fn counter(&mut self, unit: &str, counter: Option<&str>) {
        let unit = self.about.site.and_then(|site| site.unit(unit));
        let (Some(unit), Some(counter)) = (unit, counter) else { return };
        if unit.counter(counter).is_none() {
            let ids: Vec<&str> = unit.counters.iter().map(|counter| counter.id.as_str()).collect();
            let expected = format!("the id of a counter of the unit: {}", ids.join(", "));
            self.error("unknown-counter", Column::Counter, counter, &expected);
        }
    }

    fn error(&mut self, code: &'static str, column: Column, found: &str, expected: &str) {
        let place = self.place(column);
        self.mistakes.push(Mistake::error(code, place, found, expected));
    }

    fn place(&self, column: Column) -> String {
        match self.heads.at(column) {
            Some((at, head)) => Place::cell(self.sheet, self.number, at, head),
            None => Place::row(self.sheet, self.number),
        }
        .to_string()
    }
}

/// What is wrong with the file as a whole.
pub(crate) fn told(finding: &Finding) -> Mistake {
    let said = finding.said(Lang::En);
    let (code, place) = (finding.code.as_str(), finding.place.to_string());
    match finding.gravity() {
        Gravity::Error => Mistake::error(code, place, said.found, said.fix),
        Gravity::Outside | Gravity::Warning => Mistake::warning(code, place, said.found, said.fix),
    }
}

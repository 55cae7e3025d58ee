//! Early, on time, late: the counts that a dossier system gives, as a sheet. One line a month, unit and procedure; no dossier and no
//! person stands in it.

use mot_cua_survey::figures::{Dossiers, Month};

use crate::xlsform::Kind;
use crate::xlsform::book::Sheet;
use crate::xlsform::finding::Found;

/// What was understood, and what was not.
#[derive(Debug, Default)]
pub struct Counts {
    pub lines: Vec<Dossiers>,
    /// In words, each with its place. With one of them the counts would be wrong.
    pub mistakes: Vec<String>,
}

/// Of that month. Columns by their heads, in any order: `Tháng`, `Đơn vị`, `Thủ tục` (may be left out), `Trước hạn`, `Đúng hạn`, `Trễ hạn`.
pub fn read(kind: Kind, bytes: &[u8], month: Month) -> Counts {
    let mut found = Found::default();
    let Sheet { name, rows } = Sheet::first(kind, bytes, &mut found);
    let mut counts = Counts::default();
    counts.mistakes.extend(found.all.iter().map(|finding| format!("{name}: {finding:?}")));
    let mut rows = rows.into_iter();
    let heads = rows.next().map(|(_, heads)| heads).unwrap_or_default();
    let column = |names: [&str; 2]| {
        heads.iter().position(|head| names.iter().any(|name| head.trim().to_lowercase() == *name))
    };
    let procedure = column(["thủ tục", "procedure"]);
    let needed = [
        column(["tháng", "month"]),
        column(["đơn vị", "unit"]),
        column(["trước hạn", "early"]),
        column(["đúng hạn", "on time"]),
        column(["trễ hạn", "late"]),
    ];
    let [Some(of), Some(unit), Some(early), Some(on_time), Some(late)] = needed else {
        let expected = "Tháng, Đơn vị, Trước hạn, Đúng hạn, Trễ hạn (month, unit, early, on time, late)";
        counts.mistakes.push(format!("{name}!1: expected the columns {expected}"));
        return counts;
    };
    for (number, line) in rows {
        let cell = |at: usize| line.get(at).map_or("", |cell| cell.trim());
        if line.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let Ok(of) = cell(of).parse::<Month>() else {
            counts
                .mistakes
                .push(format!("{name}!{number}: found {:?}, expected a month like 2026-11", cell(of)));
            continue;
        };
        if of != month {
            continue;
        }
        let numbers = [early, on_time, late].map(|at| match cell(at) {
            "" => Ok(0),
            text => text.parse::<u32>().map_err(|_| text.to_owned()),
        });
        if let Some(bad) = numbers.iter().find_map(|number| number.as_ref().err()) {
            counts.mistakes.push(format!("{name}!{number}: found {bad:?}, expected how many dossiers"));
            continue;
        }
        let [early, on_time, late] = numbers.map(|number| u64::from(number.unwrap_or_default()));
        // 1.001193 and 1.001193.000.00.00.H49 are 1001193, as links write it.
        let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).take(7).map(char::from).collect();
        let procedure = procedure.map(|at| digits(cell(at))).filter(|code: &String| !code.is_empty());
        counts.lines.push(Dossiers { unit: cell(unit).to_uppercase(), procedure, early, on_time, late });
    }
    counts
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn counts_of_one_month_and_what_is_no_count() {
        let csv = "Tháng,Đơn vị,Thủ tục,Trước hạn,Đúng hạn,Trễ hạn\n2026-11,04795,1.001193.000.00.00.H49,5,30,2\n2026-11,04795,,1,,\n\
                   2026-10,04795,,9,9,9\n,,,,,\n2026-11,04795,,1,nhiều,0\n11/2026,04795,,1,1,1\n2026-11,04795,,-1,0,0\n";
        let counts = read(Kind::Csv, csv.as_bytes(), "2026-11".parse().unwrap());
        let line = |procedure: Option<&str>, early, on_time, late| Dossiers {
            unit: "04795".into(),
            procedure: procedure.map(Into::into),
            early,
            on_time,
            late,
        };
        assert_eq!(counts.lines, [line(Some("1001193"), 5, 30, 2), line(None, 1, 0, 0)]);
        let places = ["!6: found \"nhiều\"", "!7: found \"11/2026\"", "!8: found \"-1\""];
        assert!(
            places.iter().zip(&counts.mistakes).all(|(place, told)| told.contains(place)),
            "{:?}",
            counts.mistakes
        );
        assert_eq!(counts.mistakes.len(), 3);
        let sum = Dossiers::sum(&counts.lines).unwrap();
        assert_eq!((sum.all(), sum.in_time().good), (38, 36));
        assert_eq!(read(Kind::Csv, b"a,b\n", Month::default()).mistakes.len(), 1);
    }
}

//! Which code stands on which sheet, file by file.

use std::ops::Range;

use mot_cua_contract::Purpose;
use mot_cua_print::{Sheet, by_unit};

use super::judged::{Good, Judged};
use super::paper::{Format, Paper};

/// Stickers on a sheet.
const STICKERS: usize = 8;

/// One sheet; the codes are those of [`Plan::codes`].
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Leaf {
    /// "Scan this before printing more", for all of its file.
    First(Range<usize>),
    Sheet(Range<usize>),
}

#[derive(Debug, Default, PartialEq)]
pub(crate) struct Plan {
    /// Which of the good rows, and for what; a sticker as often as it is wanted.
    pub(crate) codes: Vec<(usize, Purpose)>,
    pub(crate) leaves: Vec<Leaf>,
    /// Codes, copies not counted.
    pub(crate) count: usize,
}

pub(crate) fn plan(paper: &Paper, judged: &Judged) -> Plan {
    let all: Vec<(usize, &Good)> = judged.good.iter().enumerate().collect();
    let files = if paper.format == Format::OnePdf {
        vec![(String::new(), all)]
    } else {
        by_unit(all, |(_, one)| &one.entry.place)
    };
    let (copies, most) =
        if paper.sheet == Sheet::Stickers { (usize::from(paper.copies), STICKERS) } else { (1, 1) };
    let mut plan = Plan::default();
    for (_, good) in files {
        let from = plan.codes.len();
        for (at, one) in good {
            let own = &one.entry.purposes;
            for purpose in if own.is_empty() { &paper.purposes } else { own } {
                plan.codes.extend(std::iter::repeat_n((at, *purpose), copies));
                plan.count += 1;
            }
        }
        let end = plan.codes.len();
        if from < end {
            plan.leaves.push(Leaf::First(from..end));
            let sheets = (from..end).step_by(most).map(|at| Leaf::Sheet(at..end.min(at + most)));
            plan.leaves.extend(sheets);
        }
    }
    plan
}

impl Plan {
    /// The first sheet with a code of that one of the good rows.
    pub(crate) fn of(&self, good: usize) -> Option<usize> {
        let is_on = |leaf: &Leaf| match leaf {
            Leaf::First(_) => false,
            Leaf::Sheet(codes) => self.on(codes).iter().any(|(at, _)| *at == good),
        };
        self.leaves.iter().position(is_on)
    }

    pub(crate) fn on(&self, codes: &Range<usize>) -> &[(usize, Purpose)] {
        self.codes.get(codes.clone()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::print::judged::judge;
    use crate::print::paper::Row;

    #[test]
    fn each_file_begins_with_its_first_sheet_and_rows_of_a_unit_stay_together() {
        let row = |unit: &str, counter: &str, purpose: &str| {
            let cells = [unit, "Xã", "", counter, "", "", "", purpose, ""].map(str::to_owned);
            Rc::new(Row { from: None, cells })
        };
        let rows = vec![row("04795", "", ""), row("04796", "", "góp ý"), row("04795", "1", "đánh giá")];
        let mut paper = Paper { rows, ..Paper::default() };
        let judged = judge(&paper, None);
        let made = plan(&paper, &judged);
        assert_eq!(made.count, 4, "rating and look-up, where the row does not say");
        let rows: Vec<usize> = made.codes.iter().map(|(at, _)| *at).collect();
        assert_eq!((rows.as_slice(), made.leaves.len()), (&[0, 0, 2, 1][..], 6));
        assert_eq!((made.of(2), made.of(1)), (Some(3), Some(5)));
        (paper.sheet, paper.copies) = (Sheet::Stickers, 4);
        let made = plan(&paper, &judged);
        assert_eq!((made.count, made.codes.len()), (4, 16));
        let sheets = [
            Leaf::First(0..12),
            Leaf::Sheet(0..8),
            Leaf::Sheet(8..12),
            Leaf::First(12..16),
            Leaf::Sheet(12..16),
        ];
        assert_eq!(made.leaves, sheets);
        paper.format = Format::OnePdf;
        assert_eq!(plan(&paper, &judged).leaves.len(), 3);
    }
}

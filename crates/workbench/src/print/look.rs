//! The sheet that is looked at.

use mot_cua_print::{Page, Refused};

use super::draw::SVG;
use super::{Leaf, Look, Print};
use crate::browser::files as disk;

impl Print {
    /// To another sheet.
    pub(crate) fn turn_to(self, sheet: usize) {
        self.at.set(sheet);
        self.show();
    }

    /// To the sheet of that row, where it has one.
    pub(crate) fn turn_to_row(self, row: usize) {
        let good = self.judged.with_untracked(|judged| judged.good.iter().position(|good| good.row == row));
        let at = good.and_then(|good| self.plan.with_untracked(|plan| plan.of(good)));
        if let Some(at) = at {
            self.turn_to(at);
        }
    }

    /// Draws the sheet that is looked at.
    pub(super) fn show(self) {
        let last = self.plan.with_untracked(|plan| plan.leaves.len()).saturating_sub(1);
        if self.at.get_untracked() > last {
            self.at.set(last);
        }
        let made = self.drawn(self.at.get_untracked());
        let look = made.map(|page| {
            page.map(|(page, picture)| Look {
                address: disk::address(SVG, picture.as_bytes()).unwrap_or_default(),
                title: page.title().to_owned(),
                side: page.codes().next().map(|code| code.side),
            })
        });
        let old = self.look.get_untracked();
        self.look.set(look);
        if let Some(Ok(old)) = old {
            disk::forget(&old.address);
        }
    }

    fn drawn(self, at: usize) -> Option<Result<(Page, String), Refused>> {
        let (plan, judged) = (self.plan.get_untracked(), self.judged.get_untracked());
        let good = |(at, purpose): &(usize, _)| Some((judged.good.get(*at)?, *purpose));
        let leaf = plan.leaves.get(at)?;
        let press = self.press()?;
        let page = match leaf {
            Leaf::First(codes) => {
                let mut codes = plan.on(codes).to_vec();
                codes.dedup();
                // As many names as may stand on it.
                press.front(&codes.iter().take(60).filter_map(good).collect::<Vec<_>>())
            }
            Leaf::Sheet(codes) => press.look(&plan.on(codes).iter().filter_map(good).collect::<Vec<_>>()),
        };
        Some(page.map(|page| {
            let picture = mot_cua_print::svg(&page, &press.fonts);
            (page, picture)
        }))
    }
}

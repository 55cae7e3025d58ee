//! What the dossier system says of the same month: early, on time, late.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Dossiers, Figures, Share};

use crate::results::bars::{Row, table};
use crate::results::words::Words;

/// A table of all, and one a unit where there are several. Empty where no counts were given.
pub(super) fn section(words: &Words, figures: &Figures, site: &Site) -> String {
    let lines = figures.dossiers();
    let mut units: Vec<&str> = lines.iter().map(|line| line.unit.as_str()).collect();
    units.sort_unstable();
    units.dedup();
    let one = |title: &str, sum: &Dossiers| {
        let n = sum.all();
        let row = |(key, good): (&str, u64)| {
            Row::of(&words.get(key), Share { good, n }.figure(), words).counted(good)
        };
        let rows =
            [("dossiers.early", sum.early), ("dossiers.onTime", sum.on_time), ("dossiers.late", sum.late)];
        let table =
            table(words, title, &words.get("shareOfAll"), &words.get("dossiers.count"), &rows.map(row));
        format!("<section class=\"dossiers\">{table}</section>\n")
    };
    let Some(all) = Dossiers::sum(lines) else { return String::new() };
    let title = words.get("dossiers");
    let mut html = one(&title, &all);
    for unit in units.iter().filter(|_| units.len() > 1) {
        let name = site.unit(unit).map_or(*unit, |unit| unit.name.get(words.lang));
        let of = Dossiers::sum(lines.iter().filter(|line| line.unit == *unit));
        html += &of.map_or_else(String::new, |of| one(&format!("{title}: {name}"), &of));
    }
    html
}

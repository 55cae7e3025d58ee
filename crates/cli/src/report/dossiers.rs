//! `--dossiers`: counts of the dossier system beside what people say.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};
use mot_cua_contract::Site;
use mot_cua_sheets::dossiers;
use mot_cua_sheets::xlsform::Kind;
use mot_cua_survey::figures::{Dossiers, Month};

/// Under the units of today.
pub(super) fn read(path: &Path, month: Month, site: &Site) -> anyhow::Result<Vec<Dossiers>> {
    let name = path.display().to_string();
    let kind = Kind::of(&name).with_context(|| format!("found --dossiers {name}, expected .xlsx or .csv"))?;
    let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let dossiers::Counts { mut lines, mistakes } = dossiers::read(kind, &bytes, month);
    if !mistakes.is_empty() {
        bail!("{name}: no report was written\n{}", mistakes.join("\n"));
    }
    for line in &mut lines {
        if let Some(merged) = site.merged(&line.unit) {
            line.unit.clone_from(&merged.into);
        }
    }
    if lines.is_empty() {
        eprintln!("{name} has no line of {month}");
    }
    Ok(lines)
}

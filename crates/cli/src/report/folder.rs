//! A folder of pages, for any backend: `desk/` for the ward's own people, `public/` for everybody.

use std::fs;
use std::path::Path;

use anyhow::Context as _;
use mot_cua_collector::Clock;
use mot_cua_collector::results::{Facts, Publication, Snapshot, Telling, Told, Voice, leader, open, tv};
use mot_cua_collector::store::Shown;
use mot_cua_contract::Site;
use mot_cua_contract::time::{Rounding, rounded};
use mot_cua_sheets::inbox;
use mot_cua_survey::figures::{MONTHS, Month, Series};

pub(super) fn write(
    folder: &Path,
    snapshot: &Snapshot,
    telling: &Telling,
    site: &Site,
    lang: &str,
) -> anyhow::Result<()> {
    let (desk, public) = (folder.join("desk"), folder.join("public"));
    for folder in [&desk, &public] {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let Snapshot { figures, voices } = snapshot;
    put(&desk.join("leader.html"), &leader(figures, site, lang, voices.latest(), None))?;
    let rows: Vec<inbox::Row> = voices.latest().iter().map(|voice| row(voice, site, lang)).collect();
    let sheet = desk.join("inbox.xlsx");
    inbox::write(&sheet, &rows).with_context(|| format!("cannot write {}", sheet.display()))?;
    everybody(&public, figures.month(), telling, figures.series(), site, lang)
}

/// Closed months only, each told once: what stands in `publications.json` already is not told anew.
fn everybody(
    public: &Path,
    month: Month,
    telling: &Telling,
    series: &[Series],
    site: &Site,
    lang: &str,
) -> anyhow::Result<()> {
    let now = Month::of(&rounded(Clock::Machine.unix_ms(), 420, Rounding::Day)).unwrap_or_default();
    let last = month.min(now.before(1));
    let path = public.join("publications.json");
    let before: Vec<Publication> = match fs::read_to_string(&path) {
        Ok(text) => serde_json::from_str(&text).with_context(|| format!("{} is not ours", path.display()))?,
        Err(_) => Vec::new(),
    };
    let told = telling.told(last, before, series);
    put(&path, &(serde_json::to_string_pretty(&told)? + "\n"))?;
    let answers = public.join("answers.json");
    let said = if answers.exists() { crate::answer::read(&answers)?.answers } else { Vec::new() };
    let said: Vec<_> = said.into_iter().filter(|said| said.shown == Shown::All).collect();
    for unit in &site.units {
        let of = |month: Month| {
            let name = month.to_string();
            let found = told.iter().find(|told| told.unit == unit.id && told.month == name).cloned();
            (month, found.unwrap_or(Publication { unit: unit.id.clone(), month: name, surveys: Vec::new() }))
        };
        let months = (0..MONTHS).rev().map(|ago| of(last.before(ago))).collect();
        let told = Told { months, said: said.clone() };
        let more = if site.units.len() == 1 { String::new() } else { format!("-{}", unit.id) };
        put(&public.join(format!("results{more}.html")), &open(&told, &unit.id, site, lang, None))?;
        put(&public.join(format!("tv{more}.html")), &tv(&told, &unit.id, site, lang))?;
    }
    Ok(())
}

fn row(voice: &Voice, site: &Site, lang: &str) -> inbox::Row {
    let Facts { came, place, level, reasons } = Facts::of(voice, site, lang);
    let (receipt, words) = (voice.receipt.clone(), voice.words.join("\n"));
    inbox::Row { receipt, came, place, level, reasons, words }
}

fn put(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

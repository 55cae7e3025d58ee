//! The procedures of the site that this page belongs to, for the folder of another version of it.

use mot_cua_catalogue::index::Index;
use mot_cua_contract::Site;

use crate::browser::files::of_site;

/// Read between two words about how far it is.
const STEP: usize = 50;

/// Path and text of every file. `desks`: units and counters of the draft. `told` hears how many of how many were read. `None`: the host has no
/// procedures, or one of its files cannot be had.
pub(super) async fn files(desks: &[String], told: impl Fn(usize, usize)) -> Option<Vec<(String, String)>> {
    let index = Index::parse(&of_site("catalogue/index.json").await?).filter(|index| !index.is_empty())?;
    let codes: Vec<String> =
        (0..index.len()).filter_map(|at| Some(index.item(at)?.code.to_owned())).collect();
    let mut all = Vec::new();
    for (at, code) in codes.iter().enumerate() {
        if at % STEP == 0 {
            told(at, codes.len());
        }
        let path = ["catalogue/p/", code, ".json"].concat();
        let text = of_site(&path).await?;
        all.push((path, text));
    }
    // What wards say of themselves names their units and counters: without one of them it would be wrong.
    let own = Site::read(&of_site("site.json").await?).ok()?;
    let same = own.units.iter().all(|unit| {
        let counters = unit.counters.iter().map(|counter| [&unit.id, "-", &counter.id].concat());
        std::iter::once(unit.id.clone()).chain(counters).all(|desk| desks.contains(&desk))
    });
    let beside = ["catalogue/words.json", "catalogue/events.json", "catalogue/wards.json"];
    for path in beside.iter().take(if same { 3 } else { 2 }) {
        if let Some(text) = of_site(path).await {
            all.push(((*path).to_owned(), text));
        }
    }
    Some(all)
}

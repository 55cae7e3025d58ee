//! Tables: two passes over one view, so that the columns stand before the first row and no answer is held for it.

use std::io::Write;
use std::path::Path;

use mot_cua_collector::Store;
use mot_cua_collector::store::{Latest, Line};
use mot_cua_sheets::codebook::Codebook;
use mot_cua_sheets::{Answer, Archive, Csv, Layout, Seen, Table, Written, Xlsx};

use super::Stop;
use super::filter::Filter;

/// The columns, and the view they were found in.
struct Plan {
    latest: Latest,
    layout: Layout,
    codebook: Codebook,
}

/// A comma-separated table; the code book is one of its own.
pub(super) async fn csv<W: Write>(
    store: &Store,
    filter: &Filter,
    out: W,
    codebook: Option<W>,
) -> Result<Written, Stop> {
    let plan = plan(store, filter).await?;
    if let Some(out) = codebook {
        let mut table = Box::new(Csv::begin(out, &plan.codebook.heads())?);
        for row in plan.codebook.rows() {
            table.row(row)?;
        }
        table.finish()?;
    }
    let table = Csv::begin(out, &plan.layout.heads())?;
    fill(plan, filter, Box::new(table)).await
}

/// A workbook.
pub(super) async fn xlsx(store: &Store, filter: &Filter, path: &Path) -> Result<Written, Stop> {
    let plan = plan(store, filter).await?;
    let table = Xlsx::begin(path, plan.layout.heads(), &plan.codebook)?;
    fill(plan, filter, Box::new(table)).await
}

/// A stored line, read.
pub(crate) fn answer(line: Line) -> Answer {
    Answer {
        body: serde_json::from_str(&line.body).unwrap_or_default(),
        validated: line.validated,
        place_known: line.place_known,
        received_at: line.received_at,
        tier: line.tier,
        rate: line.rate,
        trap: line.trap,
    }
}

async fn plan(store: &Store, filter: &Filter) -> Result<Plan, Stop> {
    let archive = Archive::of(store.archived().await?);
    let mut latest = store.latest().await?;
    let mut seen = Seen::default();
    let look = latest.each(|line| {
        let answer = answer(line);
        if filter.takes(&answer) {
            seen.note(&archive, &answer);
        }
        Ok::<_, Stop>(())
    });
    look.await?;
    let layout = Layout::of(&archive, &seen);
    let codebook = Codebook::of(&archive, &seen, &layout);
    Ok(Plan { latest, layout, codebook })
}

async fn fill(mut plan: Plan, filter: &Filter, mut table: Box<dyn Table + '_>) -> Result<Written, Stop> {
    let layout = &plan.layout;
    let rows = plan.latest.each(|line| {
        let answer = answer(line);
        if filter.takes(&answer) { Ok(table.row(layout.row(&answer))?) } else { Ok(()) }
    });
    let rows: Result<(), Stop> = rows.await;
    plan.latest.close().await;
    rows?;
    Ok(table.finish()?)
}

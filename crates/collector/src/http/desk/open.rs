//! What everybody may see.

use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use mot_cua_survey::figures::{Book, Came, Month};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::Duration;

use super::super::{App, Shared};
use super::{Asked, framed, lang, unavailable};
use crate::results::{Body, Cells, Publication, Stop, Told, open, tv as tv_page};
use crate::store::{Refused, Trouble};

/// Months of the line.
const MONTHS: u32 = 13;
/// How long a page waits for a count.
const MOMENT: Duration = Duration::from_millis(250);

/// Publications of one unit.
pub(in crate::http) type Figures = Vec<(Month, Publication)>;

/// Why nothing can be told now.
#[derive(Debug, thiserror::Error)]
pub(in crate::http) enum FiguresError {
    #[error(transparent)]
    Read(#[from] Stop),
    #[error("the database {0}")]
    Database(#[from] Trouble),
    #[error("the database did not take it: {0:?}")]
    Write(Refused),
}

/// What is told of closed months, from `first` to `last`. What was not told before is counted, kept, and read back: of two
/// collectors the first one's word stays.
pub(in crate::http) async fn publications(
    app: &App,
    unit: &str,
    first: Month,
    last: Month,
) -> Result<Figures, FiguresError> {
    let (mut told, mut missing) = known(app, unit, first, last).await?;
    if !missing.is_empty() {
        // One at a time; who waited finds it done.
        let _turn = app.sealing.acquire().await;
        (told, missing) = known(app, unit, first, last).await?;
        if let (Some(from), Some(to)) = (missing.first(), missing.last()) {
            seal(app, *from, *to).await?;
            (told, _) = known(app, unit, first, last).await?;
        }
    }
    Ok(told)
}

/// What was told already, nothing for the other months; and those of them of which there is something to tell.
async fn known(
    app: &App,
    unit: &str,
    first: Month,
    last: Month,
) -> Result<(Figures, Vec<Month>), FiguresError> {
    let (mut told, mut missing) = (Vec::new(), Vec::new());
    for month in (0..=last.distance(first)).rev().map(|ago| last.before(ago)) {
        let name = month.to_string();
        let body = app.store.publication(unit, &name).await?;
        let publication = body.and_then(|body| serde_json::from_str(&body).ok());
        // Where nobody answered, nobody will: the month is over. Nothing to keep.
        if publication.is_none() {
            let desk = app.desk();
            for id in desk.site.parts_of(unit).map(|part| part.id.as_str()).chain([unit]) {
                if app.store.has_any(id, &name).await? {
                    missing.push(month);
                    break;
                }
            }
        }
        let nothing = || Publication { unit: unit.to_owned(), month: name, surveys: Vec::new() };
        told.push((month, publication.unwrap_or_else(nothing)));
    }
    Ok((told, missing))
}

/// For a page, which waits only a moment: what is being counted stands on the next one.
async fn soon(app: &Shared, unit: &str, first: Month, last: Month) -> Result<Figures, FiguresError> {
    if app.sealing.available_permits() > 0 {
        let (counting, of) = (Arc::clone(app), unit.to_owned());
        // It goes on when nobody waits for it any more.
        let counting = tokio::spawn(async move { publications(&counting, &of, first, last).await });
        if let Ok(Ok(told)) = tokio::time::timeout(MOMENT, counting).await {
            return told;
        }
    }
    known(app, unit, first, last).await.map(|(told, _)| told)
}

/// Units of before a merger, with the months in which they were told of by themselves: told once more in the new unit's sum, the
/// difference would be the rest.
async fn told_alone(app: &App, first: Month, last: Month) -> Result<BTreeSet<(String, String)>, Trouble> {
    let mut alone = BTreeSet::new();
    for merged in &app.desk().site.merged {
        for ago in 0..=last.distance(first) {
            let month = last.before(ago).to_string();
            if app.store.publication(&merged.id, &month).await?.is_some() {
                alone.insert((merged.id.clone(), month));
            }
        }
    }
    Ok(alone)
}

/// All units at once: to read the answers of the months takes the most time.
async fn seal(app: &App, first: Month, last: Month) -> Result<(), FiguresError> {
    let desk = app.desk();
    let book = Book::of(app.store.archived().await?);
    let mut cells: BTreeMap<(String, String), Cells> = BTreeMap::new();
    let alone = told_alone(app, first, last).await?;
    let mut latest = app.store.latest().await?;
    let (from, to) = (first.to_string(), last.to_string());
    let counted = latest.each_counted((&from, &to), |one| {
        let mut body: Body<'_> = serde_json::from_str(one.body).map_err(Stop::from)?;
        if let Some(before) = body.settle(&desk.site)
            && alone.contains(&(before.id.clone(), one.month.to_owned()))
        {
            return Ok(());
        }
        // A place that the site does not name is nobody's to publish.
        if desk.site.unit(&body.place.unit).is_some_and(|unit| unit.id == body.place.unit) {
            let came = Came::of(one.tier);
            cells.entry((body.place.unit.clone(), one.month.to_owned())).or_default().count(&body, came);
        }
        Ok::<_, Stop>(())
    });
    let counted = counted.await;
    latest.close().await;
    counted?;
    // Months in which only late revisions came are told too: as empty, once and for all.
    for unit in &desk.site.units {
        for ago in 0..=last.distance(first) {
            cells.entry((unit.id.clone(), last.before(ago).to_string())).or_default();
        }
    }
    for ((unit, month), cells) in cells {
        let text = serde_json::to_string(&cells.told(&unit, &month, book.series())).map_err(Stop::from)?;
        app.store.publish(&unit, &month, &text).await.map_err(FiguresError::Write)?;
    }
    Ok(())
}

/// What everybody may see of the unit asked for, else of the first.
async fn told(app: &Shared, asked: &Asked) -> Result<(String, Told), Response> {
    let desk = app.desk();
    let asked = asked.unit.as_deref().and_then(|id| desk.site.unit(id));
    let unit = asked.or(desk.site.units.first()).map_or_else(String::new, |unit| unit.id.clone());
    let last: Month = desk.open_month().parse().map_or(Month::default(), |month: Month| month.before(1));
    let failed = |error: FiguresError| {
        tracing::error!(%error, "public figures");
        unavailable()
    };
    let months = soon(app, &unit, last.before(MONTHS - 1), last).await.map_err(failed)?;
    let said = app.store.said_to_all().await.map_err(|trouble| failed(trouble.into()))?;
    Ok((unit, Told { months, said }))
}

/// For a portal's frame: no way in from here, and no form.
pub(super) async fn page(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    show(&app, &asked, None, &frames(&app)).await
}

/// At the desk's own address: with the way in, and in no frame.
pub(super) async fn outside(app: &Shared, asked: &Asked) -> Response {
    let door = format!("{}results/door", app.desk().site.base);
    show(app, asked, Some(&door), "'none'").await
}

async fn show(app: &Shared, asked: &Asked, door: Option<&str>, ancestors: &str) -> Response {
    let desk = app.desk();
    match told(app, asked).await {
        Ok((unit, told)) => {
            let html = open(&told, &unit, &desk.site, lang(asked, desk.site.default_language()), door);
            framed(([(header::CACHE_CONTROL, "no-cache")], Html(html)).into_response(), ancestors)
        }
        Err(response) => response,
    }
}

pub(super) async fn tv(State(app): State<Shared>, Query(asked): Query<Asked>) -> Response {
    let desk = app.desk();
    match told(&app, &asked).await {
        Ok((unit, told)) => {
            let html = tv_page(&told, &unit, &desk.site, lang(&asked, desk.site.default_language()));
            // Nobody stands there to ask anew; what is told changes once a month.
            let headers = [(header::CACHE_CONTROL, "no-cache"), (header::REFRESH, "600")];
            framed((headers, Html(html)).into_response(), &frames(&app))
        }
        Err(response) => response,
    }
}

fn frames(app: &App) -> String {
    match app.desk().site.frames.as_deref() {
        None => "*".to_owned(),
        Some([]) => "'none'".to_owned(),
        Some(origins) => format!("'self' {}", origins.join(" ")),
    }
}

//! The figures of a month and what people wrote in it, from the database.

use mot_cua_contract::Site;
use mot_cua_survey::figures::{Book, Came, Figures, MONTHS, Month};

use super::body::Body;
use super::voices::Voices;
use crate::store::{Store, Trouble};

/// As one moment saw it.
#[derive(Debug)]
pub struct Snapshot {
    pub figures: Figures,
    pub voices: Voices,
}

/// Why there are no figures.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    #[error("the database {0}")]
    Database(#[from] Trouble),
    #[error("a stored answer: {0}")]
    Answer(#[from] serde_json::Error),
}

/// Reads the month and the twelve before it. `surveys`: (version, survey, text) of definitions that the database may not know.
/// `until`: what came later, by [`Counted::received_at`](crate::store::Counted::received_at), is not shown yet; `None`: all is.
///
/// # Errors
/// [`Stop`].
pub async fn snapshot(
    store: &Store,
    surveys: Vec<(String, String, String)>,
    month: Month,
    site: &Site,
    until: Option<&str>,
) -> Result<Snapshot, Stop> {
    let archived = store.archived().await?;
    let mut figures = Figures::new(Book::of(archived.into_iter().chain(surveys)), month);
    let mut voices = Voices::of(month);
    let mut latest = store.latest().await?;
    let (first, last) = (month.before(MONTHS - 1).to_string(), month.to_string());
    let counted = latest.each_counted((&first, &last), |one| {
        if until.is_some_and(|until| one.received_at > until) {
            return Ok(());
        }
        let mut body: Body<'_> = serde_json::from_str(one.body)?;
        body.settle(site);
        if let Some(came) = Month::of(one.month) {
            body.count(&mut figures, came, Came::of(one.tier));
            voices.hear(figures.series(), &body, came, one.received_at);
        }
        Ok::<_, Stop>(())
    });
    let counted = counted.await;
    latest.close().await;
    counted?;
    voices.settle();
    Ok(Snapshot { figures, voices })
}

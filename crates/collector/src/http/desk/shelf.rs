//! Figures that were counted lately. To count a million answers takes seconds: whoever asks gets the last count, and the next one
//! begins behind it, so that counting takes no more than a twentieth of the time.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::response::Response;
use mot_cua_survey::figures::Month;
use tokio::sync::Mutex;

use super::super::{App, Shared};
use super::unavailable;
use crate::results::{Snapshot, snapshot};

/// A count that takes less is done again whenever somebody asks.
const QUICK: Duration = Duration::from_millis(150);
/// Parts of the time that counting may take: one in so many.
const REST: u32 = 20;
/// Months kept.
const MONTHS: usize = 3;

#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<BTreeMap<Month, Counted>>);

#[derive(Debug)]
struct Counted {
    snapshot: Arc<Snapshot>,
    at: Instant,
    took: Duration,
    counting: bool,
}

impl Shelf {
    /// Whoever asks next gets a new count: something was taken out of an answer.
    pub(super) async fn clear(&self) {
        self.0.lock().await.clear();
    }

    /// # Errors
    /// The response that says that it cannot be had now.
    pub(super) async fn take(&self, app: &Shared, month: Month) -> Result<Arc<Snapshot>, Response> {
        // Held while the first is counted: others who ask wait for the same count.
        let mut shelf = self.0.lock().await;
        if let Some(known) = shelf.get_mut(&month)
            && known.took > QUICK
        {
            if !known.counting && known.at.elapsed() > known.took * REST {
                known.counting = true;
                let app = Arc::clone(app);
                tokio::spawn(async move {
                    let counted = count(&app, month).await;
                    let mut shelf = app.shelf.0.lock().await;
                    match counted {
                        Some(counted) => drop(shelf.insert(month, counted)),
                        None => drop(shelf.remove(&month)),
                    }
                });
            }
            return Ok(Arc::clone(&known.snapshot));
        }
        let counted = count(app, month).await.ok_or_else(unavailable)?;
        let snapshot = Arc::clone(&counted.snapshot);
        if shelf.len() >= MONTHS && !shelf.contains_key(&month) {
            let oldest = shelf.iter().min_by_key(|(_, counted)| counted.at).map(|(month, _)| *month);
            oldest.and_then(|month| shelf.remove(&month));
        }
        shelf.insert(month, counted);
        Ok(snapshot)
    }
}

async fn count(app: &App, month: Month) -> Option<Counted> {
    let at = Instant::now();
    let desk = app.desk();
    let until = desk.shown_until(app.limits.shown_after);
    match snapshot(&app.store, Vec::new(), month, &desk.site, until.as_deref()).await {
        Ok(snapshot) => Some(Counted {
            snapshot: Arc::new(snapshot),
            at: Instant::now(),
            took: at.elapsed(),
            counting: false,
        }),
        Err(trouble) => {
            tracing::error!(%trouble, "the figures cannot be counted");
            None
        }
    }
}

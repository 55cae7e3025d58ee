//! Answers of a database.

use mot_cua_collector::store::{Absent, Trouble};
use mot_cua_survey::figures::{Book, Figures, MONTHS, Month};

use super::lines::Body;
use crate::database::{Database, block_on};

#[derive(Debug, thiserror::Error)]
enum Stop {
    #[error("the database {0}")]
    Database(#[from] Trouble),
    #[error("a stored answer: {0}")]
    Answer(#[from] serde_json::Error),
}

pub(super) fn count(
    database: &Database,
    surveys: Vec<(String, String, String)>,
    month: Month,
) -> anyhow::Result<Figures> {
    block_on(async {
        let store = database.open(Absent::Refuse).await?;
        let archived = store.archived().await?;
        let mut figures = Figures::new(Book::of(archived.into_iter().chain(surveys)), month);
        let mut latest = store.latest().await?;
        let (first, last) = (month.before(MONTHS - 1).to_string(), month.to_string());
        let counted = latest.each_counted((&first, &last), |one| {
            let body: Body = serde_json::from_str(&one.body)?;
            if let Some(came) = Month::of(&one.month) {
                body.count(&mut figures, came);
            }
            Ok::<_, Stop>(())
        });
        let counted = counted.await;
        latest.close().await;
        store.close().await;
        counted?;
        Ok(figures)
    })
}

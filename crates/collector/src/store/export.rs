//! Reading all answers in one pass: the highest revision of each id, as one moment saw them.

use tokio_stream::StreamExt;

use super::trouble::Trouble;
use super::{Readers, Store, postgres, sqlite};

/// One answer of an export.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Line {
    /// JSON of the answer.
    pub body: String,
    pub validated: bool,
    pub place_known: bool,
    /// Ours, rounded.
    pub received_at: String,
    /// [`super::Tier`] by name.
    pub tier: String,
    /// [`super::Record::rate`].
    pub rate: i64,
    /// [`super::Record::trapped`].
    pub trap: bool,
}

/// One answer of the figures.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// JSON of the answer: its highest revision of that month.
    pub body: &'a str,
    /// In which its first revision came, and in which it counts: `2026-11`.
    pub month: &'a str,
    /// Ours, rounded.
    pub received_at: &'a str,
    /// [`super::Tier`] by name.
    pub tier: &'a str,
}

/// Two bodies under one id and revision. The first counts.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Kept {
    pub id: String,
    pub rev: i64,
    /// When the other came: ours, rounded.
    pub received_at: String,
    /// JSON of the answer that counts.
    pub first: String,
    /// JSON of the one kept aside.
    pub other: String,
}

/// A view that does not change while it is read, however often.
#[derive(Debug)]
pub struct Latest(View);

#[derive(Debug)]
pub(super) enum View {
    Sqlite(sqlite::View),
    Postgres(postgres::View),
}

impl Store {
    /// All answers as they are now.
    ///
    /// # Errors
    /// The database said no.
    pub async fn latest(&self) -> Result<Latest, Trouble> {
        self.view().await.map(Latest)
    }

    pub(super) async fn view(&self) -> Result<View, Trouble> {
        Ok(match &self.readers {
            Readers::Sqlite(pool) => View::Sqlite(sqlite::View::open(pool).await?),
            Readers::Postgres(pool) => View::Postgres(postgres::View::open(pool).await?),
        })
    }
}

impl View {
    pub(super) async fn close(self) {
        match self {
            Self::Sqlite(view) => view.close().await,
            Self::Postgres(view) => view.close().await,
        }
    }
}

impl Latest {
    /// Calls `each` for every answer, in the order of their (random) ids, until it says stop.
    ///
    /// # Errors
    /// The database said no, or what `each` returned.
    pub async fn each<E: From<Trouble>>(
        &mut self,
        mut each: impl FnMut(Line) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut lines = match &mut self.0 {
            View::Sqlite(view) => view.lines(),
            View::Postgres(view) => view.lines(),
        };
        while let Some(line) = lines.next().await {
            each(line?)?;
        }
        Ok(())
    }

    /// Calls `each` for every answer that counts in the months from `first` (`2025-11`) to `last`.
    ///
    /// # Errors
    /// The database said no, or what `each` returned.
    pub async fn each_counted<E: From<Trouble>>(
        &mut self,
        months: (&str, &str),
        each: impl FnMut(Counted<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        match &mut self.0 {
            View::Sqlite(view) => view.each_counted(months, each).await,
            View::Postgres(view) => view.each_counted(months, each).await,
        }
    }

    /// Calls `each` for every revision that came with another body than the first.
    ///
    /// # Errors
    /// The database said no, or what `each` returned.
    pub async fn each_conflict<E: From<Trouble>>(
        &mut self,
        mut each: impl FnMut(Kept) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut conflicts = match &mut self.0 {
            View::Sqlite(view) => view.conflicts(),
            View::Postgres(view) => view.conflicts(),
        };
        while let Some(kept) = conflicts.next().await {
            each(kept?)?;
        }
        Ok(())
    }

    /// Ends the view.
    pub async fn close(self) {
        self.0.close().await;
    }
}

//! All rows from one database into another: read back at the end, and kept only where nothing differs.

use tokio_stream::StreamExt;

use super::export::View;
use super::table::{self, Digest, Table};
use super::trouble::{StoreError, Trouble};
use super::{Address, Store, postgres, sqlite};

/// What one table came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    pub table: &'static str,
    pub rows: u64,
    /// Of all its rows, in hex; the same in both databases.
    pub digest: String,
}

/// How a copy ended well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copy {
    Done(Vec<Copied>),
    /// The other database held exactly these rows before; nothing was written.
    Already(Vec<Copied>),
}

/// Why nothing was copied. The other database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error(transparent)]
    Database(#[from] StoreError),
    #[error("{0} holds other answers already and was left as it is; name an empty database")]
    NotEmpty(String),
    #[error(
        "{name}: of {sent} rows in the table {table}, {arrived} were read back or some differ; nothing was kept there"
    )]
    Differs { name: String, table: &'static str, sent: u64, arrived: u64 },
}

/// The database that is filled, in one transaction.
enum Filling {
    Sqlite(sqlite::Filling),
    Postgres(postgres::Filling),
}

impl Store {
    /// Copies everything as this moment sees it.
    ///
    /// # Errors
    /// [`CopyError`].
    pub async fn copy(&self, to: &Address) -> Result<Copy, CopyError> {
        let there = |trouble: Trouble| trouble.at(to);
        let mut filling = Filling::begin(to).await.map_err(there)?;
        let mut before = Vec::new();
        for table in &table::ALL {
            before.push(filling.digest(table).await.map_err(there)?);
        }
        let mut view = self.view().await.map_err(|trouble| trouble.at(&self.address))?;
        let copied = if before.iter().all(|digest| digest.rows == 0) {
            self.fill(&mut view, filling, to).await.map(Copy::Done)
        } else {
            self.compare(&mut view, &before, to).await.map(Copy::Already)
        };
        view.close().await;
        copied
    }

    async fn fill(
        &self,
        view: &mut View,
        mut filling: Filling,
        to: &Address,
    ) -> Result<Vec<Copied>, CopyError> {
        let there = |trouble: Trouble| trouble.at(to);
        let mut copied = Vec::new();
        for table in &table::ALL {
            let sent = self.pass(view, table, Some((&mut filling, to))).await?;
            let arrived = filling.digest(table).await.map_err(there)?;
            if sent != arrived {
                let (sent, arrived) = (sent.rows, arrived.rows);
                return Err(CopyError::Differs { name: to.to_string(), table: table.name, sent, arrived });
            }
            copied.push(Copied::of(table, &sent));
        }
        filling.commit().await.map_err(there)?;
        Ok(copied)
    }

    async fn compare(
        &self,
        view: &mut View,
        before: &[Digest],
        to: &Address,
    ) -> Result<Vec<Copied>, CopyError> {
        let mut copied = Vec::new();
        for (table, before) in table::ALL.iter().zip(before) {
            let here = self.pass(view, table, None).await?;
            if here != *before {
                return Err(CopyError::NotEmpty(to.to_string()));
            }
            copied.push(Copied::of(table, &here));
        }
        Ok(copied)
    }

    /// Reads one table, and hands it on where there is somewhere to.
    async fn pass(
        &self,
        view: &mut View,
        table: &Table,
        mut to: Option<(&mut Filling, &Address)>,
    ) -> Result<Digest, StoreError> {
        let sql = match view {
            View::Sqlite(_) => sqlite::select(table),
            View::Postgres(_) => postgres::select(table),
        };
        let mut rows = match view {
            View::Sqlite(view) => view.rows(table, &sql),
            View::Postgres(view) => view.rows(table, &sql),
        };
        let mut digest = Digest::default();
        let mut group = Vec::with_capacity(table.together());
        loop {
            let row = rows.next().await.transpose().map_err(|trouble| trouble.at(&self.address))?;
            let end = row.is_none();
            group.extend(row.inspect(|row| digest.add(row)));
            if (end && !group.is_empty()) || group.len() >= table.together() {
                if let Some((filling, to)) = &mut to {
                    filling.insert(table, &group).await.map_err(|trouble| trouble.at(to))?;
                }
                group.clear();
            }
            if end {
                return Ok(digest);
            }
        }
    }
}

impl Copied {
    fn of(table: &Table, digest: &Digest) -> Self {
        Self { table: table.name, rows: digest.rows, digest: digest.hex() }
    }
}

impl Filling {
    async fn begin(to: &Address) -> Result<Self, Trouble> {
        Ok(match to {
            Address::Sqlite(path) => Self::Sqlite(sqlite::Filling::begin(path).await?),
            Address::Postgres(options) => Self::Postgres(postgres::Filling::begin(options).await?),
        })
    }

    async fn digest(&mut self, table: &Table) -> Result<Digest, Trouble> {
        match self {
            Self::Sqlite(filling) => filling.digest(table).await,
            Self::Postgres(filling) => filling.digest(table).await,
        }
    }

    async fn insert(&mut self, table: &Table, rows: &[table::Row]) -> Result<(), Trouble> {
        match self {
            Self::Sqlite(filling) => filling.insert(table, rows).await,
            Self::Postgres(filling) => filling.insert(table, rows).await,
        }
    }

    async fn commit(self) -> Result<(), Trouble> {
        match self {
            Self::Sqlite(filling) => filling.commit().await,
            Self::Postgres(filling) => filling.commit().await,
        }
    }
}

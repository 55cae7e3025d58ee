//! Filling an empty file with the rows of another database: all of them, or none.

use std::path::Path;

use sqlx::{Connection, SqliteConnection};
use tokio_stream::StreamExt;

use super::{bind, open, rows, select, trouble};
use crate::store::table::{Digest, Row, Table};
use crate::store::{Absent, Trouble};

/// An open transaction.
#[derive(Debug)]
pub(in crate::store) struct Filling(SqliteConnection);

impl Filling {
    pub(in crate::store) async fn begin(path: &Path) -> Result<Self, Trouble> {
        let (mut connection, readers) = open(path, Absent::Create).await?;
        readers.close().await;
        sqlx::query("BEGIN IMMEDIATE").execute(&mut connection).await.map_err(|e| trouble(&e))?;
        Ok(Self(connection))
    }

    pub(in crate::store) async fn digest(&mut self, table: &Table) -> Result<Digest, Trouble> {
        let mut digest = Digest::default();
        let sql = select(table);
        let mut rows = rows(&mut self.0, table, &sql);
        while let Some(row) = rows.next().await {
            digest.add(&row?);
        }
        Ok(digest)
    }

    pub(in crate::store) async fn insert(&mut self, table: &Table, rows: &[Row]) -> Result<(), Trouble> {
        let marks = table.list(|_, _, _| "?".to_owned());
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", table.name, table.names());
        for row in rows {
            let insert = row.iter().fold(sqlx::query(&sql), bind);
            insert.execute(&mut self.0).await.map_err(|e| trouble(&e))?;
        }
        Ok(())
    }

    pub(in crate::store) async fn commit(mut self) -> Result<(), Trouble> {
        sqlx::query("COMMIT").execute(&mut self.0).await.map_err(|e| trouble(&e))?;
        self.0.close().await.map_err(|e| trouble(&e))
    }
}

//! Filling an empty database with the rows of another: all of them, or none.

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tokio_stream::StreamExt;

use super::{columns, insert, open, rows, select, trouble};
use crate::store::table::{Digest, Row, Table};
use crate::store::{Absent, Trouble};

/// An open transaction.
#[derive(Debug)]
pub(in crate::store) struct Filling(PgConnection);

impl Filling {
    pub(in crate::store) async fn begin(options: &PgConnectOptions) -> Result<Self, Trouble> {
        let (mut connection, readers) = open(options, Absent::Create).await?;
        readers.close().await;
        sqlx::query("BEGIN").execute(&mut connection).await.map_err(|e| trouble(&e))?;
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
        let sql = insert(table);
        let insert = columns(sqlx::query(&sql), table, rows);
        insert.execute(&mut self.0).await.map(|_| ()).map_err(|e| trouble(&e))
    }

    pub(in crate::store) async fn commit(mut self) -> Result<(), Trouble> {
        sqlx::query("COMMIT").execute(&mut self.0).await.map_err(|e| trouble(&e))?;
        self.0.close().await.map_err(|e| trouble(&e))
    }
}

//! Small tables of texts: statements that both databases read the same, their parameters and columns all texts.

use sqlx::{PgPool, Row as _, SqlitePool};
use tokio::sync::oneshot;

use super::writer::Job;
use super::{Readers, Refused, Store, Trouble, postgres, sqlite};

/// One statement that writes; doing it twice does no harm.
#[derive(Debug, Clone)]
pub(super) struct Note {
    pub(super) sql: &'static str,
    pub(super) texts: Vec<String>,
}

impl Note {
    pub(super) fn new(sql: &'static str, texts: &[&str]) -> Self {
        Self { sql, texts: texts.iter().map(|text| (*text).to_owned()).collect() }
    }
}

impl Store {
    pub(super) async fn note(&self, note: Note) -> Result<(), Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Note(note, reply), answer).await
    }

    /// Rows of `columns` texts.
    pub(super) async fn ask(
        &self,
        sql: &str,
        texts: &[&str],
        columns: usize,
    ) -> Result<Vec<Vec<String>>, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => lite(pool, sql, texts, columns).await.map_err(|e| sqlite::trouble(&e)),
            Readers::Postgres(pool) => {
                big(pool, sql, texts, columns).await.map_err(|e| postgres::trouble(&e))
            }
        }
    }
}

async fn lite(
    pool: &SqlitePool,
    sql: &str,
    texts: &[&str],
    columns: usize,
) -> Result<Vec<Vec<String>>, sqlx::Error> {
    let query = texts.iter().fold(sqlx::query(sql), |query, text| query.bind(*text));
    let rows = query.fetch_all(pool).await?;
    rows.iter().map(|row| (0..columns).map(|at| row.try_get(at)).collect()).collect()
}

async fn big(
    pool: &PgPool,
    sql: &str,
    texts: &[&str],
    columns: usize,
) -> Result<Vec<Vec<String>>, sqlx::Error> {
    let query = texts.iter().fold(sqlx::query(sql), |query, text| query.bind(*text));
    let rows = query.fetch_all(pool).await?;
    rows.iter().map(|row| (0..columns).map(|at| row.try_get(at)).collect()).collect()
}

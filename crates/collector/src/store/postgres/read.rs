//! What is read, each from one of the readers.

use std::pin::Pin;

use sqlx::pool::PoolConnection;
use sqlx::{PgPool, Postgres, Row as _};
use tokio_stream::{Stream, StreamExt};

use super::{rows, trouble};
use crate::store::Trouble;
use crate::store::export::{Counted, Kept, Line};
use crate::store::table::{Row, Table};

pub(in crate::store) async fn archived(pool: &PgPool) -> Result<Vec<(String, String, String)>, Trouble> {
    let rows = sqlx::query_as("SELECT version, survey, text FROM definitions ORDER BY survey, version");
    rows.fetch_all(pool).await.map_err(|e| trouble(&e))
}

pub(in crate::store) async fn definition(
    pool: &PgPool,
    version: &str,
) -> Result<Option<(String, String)>, Trouble> {
    let row = sqlx::query_as("SELECT survey, text FROM definitions WHERE version = $1").bind(version);
    row.fetch_optional(pool).await.map_err(|e| trouble(&e))
}

pub(in crate::store) async fn count(pool: &PgPool) -> Result<i64, Trouble> {
    let count = sqlx::query_scalar("SELECT count(DISTINCT id) FROM responses");
    count.fetch_one(pool).await.map_err(|e| trouble(&e))
}

pub(in crate::store) async fn count_real(pool: &PgPool) -> Result<i64, Trouble> {
    let count = sqlx::query_scalar("SELECT count(DISTINCT id) FROM responses WHERE app <> 'seed'");
    count.fetch_one(pool).await.map_err(|e| trouble(&e))
}

pub(in crate::store) async fn ping(pool: &PgPool) -> Result<(), Trouble> {
    let ping = sqlx::query("SELECT 1 FROM deleted LIMIT 1").execute(pool).await;
    ping.map(|_| ()).map_err(|e| trouble(&e))
}

/// Up to `limit` ids after `after` of which a revision came before `month`.
pub(in crate::store) async fn old(
    pool: &PgPool,
    month: &str,
    after: &str,
    limit: u32,
) -> Result<Vec<String>, Trouble> {
    let ids = sqlx::query_scalar(
        "SELECT id::text FROM (SELECT DISTINCT id FROM responses WHERE month < $1 AND id > $2::uuid ORDER BY id LIMIT $3) o
         ORDER BY id",
    );
    ids.bind(month).bind(after).bind(i64::from(limit)).fetch_all(pool).await.map_err(|e| trouble(&e))
}

/// A view that does not change while it is read, however often.
#[derive(Debug)]
pub(in crate::store) struct View(PoolConnection<Postgres>);

type Rows<'a, T> = Pin<Box<dyn Stream<Item = Result<T, Trouble>> + Send + 'a>>;

impl View {
    pub(in crate::store) async fn open(pool: &PgPool) -> Result<Self, Trouble> {
        let mut connection = pool.acquire().await.map_err(|e| trouble(&e))?;
        let begin = sqlx::query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").execute(&mut *connection);
        begin.await.map_err(|e| trouble(&e))?;
        Ok(Self(connection))
    }

    /// The highest revision of each id, by id.
    pub(in crate::store) fn lines(&mut self) -> Rows<'_, Line> {
        let lines = sqlx::query_as(
            "SELECT body, validated, place_known, received_at, tier, rate, trap FROM responses r
             WHERE rev = (SELECT max(rev) FROM responses WHERE id = r.id) ORDER BY id",
        );
        Box::pin(lines.fetch(&mut *self.0).map(|line| line.map_err(|e| trouble(&e))))
    }

    /// Of each id whose first revision came in these months: the highest revision of the month in which it came.
    pub(in crate::store) async fn each_counted<E: From<Trouble>>(
        &mut self,
        (first, last): (&str, &str),
        mut each: impl FnMut(Counted<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        // One condition, which the planner turns into one join; of two it looks into the index twice a row.
        let counted = sqlx::query(
            "SELECT body, month, received_at, tier FROM responses r WHERE month >= $1 AND month <= $2
               AND NOT EXISTS (SELECT 1 FROM responses o WHERE o.id = r.id
                 AND (o.month < r.month OR (o.month = r.month AND o.rev > r.rev)))",
        );
        let mut counted = counted.bind(first).bind(last).fetch(&mut *self.0);
        while let Some(row) = counted.next().await {
            let row = row.map_err(|e| trouble(&e))?;
            let text = |at| row.try_get::<&str, usize>(at).map_err(|e| trouble(&e));
            each(Counted { body: text(0)?, month: text(1)?, received_at: text(2)?, tier: text(3)? })?;
        }
        Ok(())
    }

    pub(in crate::store) fn conflicts(&mut self) -> Rows<'_, Kept> {
        let kept = sqlx::query_as(
            "SELECT c.id::text AS id, c.rev, c.received_at, r.body AS first, c.body AS other
             FROM conflicts c JOIN responses r ON r.id = c.id AND r.rev = c.rev ORDER BY c.id, c.rev, c.sha256",
        );
        Box::pin(kept.fetch(&mut *self.0).map(|kept| kept.map_err(|e| trouble(&e))))
    }

    /// All of a table, in no order. `sql`: of [`super::select`].
    pub(in crate::store) fn rows<'a>(&'a mut self, table: &'a Table, sql: &'a str) -> Rows<'a, Row> {
        rows(&mut self.0, table, sql)
    }

    pub(in crate::store) async fn close(mut self) {
        // A failed ROLLBACK of a read leaves nothing behind.
        let _ = sqlx::query("ROLLBACK").execute(&mut *self.0).await;
    }
}

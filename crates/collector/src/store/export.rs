//! Reading all answers in one pass: the highest revision of each id, as one moment saw them.

use sqlx::{Row, SqliteConnection, pool::PoolConnection};
use tokio_stream::StreamExt;

use super::Store;
use super::trouble::Trouble;

/// One answer of an export.
#[derive(Debug, Clone)]
pub struct Line {
    /// JSON of the answer.
    pub body: String,
    pub validated: bool,
    pub place_known: bool,
    /// Ours, rounded.
    pub received_at: String,
}

/// A view that does not change while it is read, however often.
#[derive(Debug)]
pub struct Latest {
    connection: PoolConnection<sqlx::Sqlite>,
}

impl Store {
    /// All answers as they are now.
    ///
    /// # Errors
    /// The database said no.
    pub async fn latest(&self) -> Result<Latest, Trouble> {
        let mut connection = self.readers.acquire().await.map_err(|e| Trouble::of(&e))?;
        let begin = sqlx::query("BEGIN").execute(&mut *connection);
        begin.await.map_err(|e| Trouble::of(&e))?;
        Ok(Latest { connection })
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
        let connection: &mut SqliteConnection = &mut self.connection;
        let mut rows = sqlx::query(
            "SELECT body, validated, place_known, received_at FROM responses r
             WHERE rev = (SELECT max(rev) FROM responses WHERE id = r.id) ORDER BY id",
        )
        .fetch(connection);
        while let Some(row) = rows.next().await {
            let row = row.map_err(|e| E::from(Trouble::of(&e)))?;
            each(Line {
                body: row.get(0),
                validated: row.get(1),
                place_known: row.get(2),
                received_at: row.get(3),
            })?;
        }
        Ok(())
    }

    /// Ends the view.
    pub async fn close(mut self) {
        // A failed ROLLBACK of a read leaves nothing behind.
        let _ = sqlx::query("ROLLBACK").execute(&mut *self.connection).await;
    }
}

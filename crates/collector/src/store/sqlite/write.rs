//! The writer's transactions.

use std::sync::LazyLock;

use mot_cua_contract::receipt::receipt;
use sqlx::{Connection, SqliteConnection};

use super::{bind, photos, trouble};
use crate::store::Trouble;
use crate::store::put::{Archived, First, MOST_CONFLICTS, Put};
use crate::store::record::Record;
use crate::store::table::RESPONSES;
use crate::store::visit::{Bound, Tier};
use crate::store::writer::{Database, Done, Job};

/// The one connection that writes.
#[derive(Debug)]
pub(in crate::store) struct Writer(pub(in crate::store) SqliteConnection);

impl Database for Writer {
    async fn together(&mut self, jobs: &[Job]) -> Result<Vec<Done>, Trouble> {
        let done = in_transaction(&mut self.0, jobs).await;
        if done.is_err() {
            // On a full disk SQLite has rolled back by itself, and says here that nothing is left to roll back. That is why
            // sqlx's own transactions are not used: they take this for a transaction still open, and refuse every later one.
            let _ = sqlx::query("ROLLBACK").execute(&mut self.0).await;
        }
        done.map_err(|error| trouble(&error))
    }

    async fn close(mut self) {
        let checkpoint = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut self.0).await;
        if let Err(error) = checkpoint {
            tracing::warn!(trouble = %trouble(&error), "the write-ahead log stays beside the database");
        }
        if let Err(error) = self.0.close().await {
            tracing::warn!(trouble = %trouble(&error), "closing the database");
        }
    }
}

async fn in_transaction(db: &mut SqliteConnection, jobs: &[Job]) -> Result<Vec<Done>, sqlx::Error> {
    // IMMEDIATE: a lock is met here, before anything is done.
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *db).await?;
    let mut done = Vec::with_capacity(jobs.len());
    for job in jobs {
        done.push(match job {
            Job::Put(record, _) => Done::Put(put(db, record).await?),
            Job::Forget(ids, _) => forget(db, ids).await.map(|()| Done::Nothing)?,
            Job::Lapse(month, _) => lapse(db, month).await.map(|()| Done::Nothing)?,
            Job::Archive(definition, _) => archive(db, definition).await.map(|()| Done::Nothing)?,
            Job::Photo(photo, _) => Done::Photo(photos::put(db, photo).await?),
            Job::Note(note, _) => {
                let write = note.texts.iter().fold(sqlx::query(note.sql), sqlx::query::Query::bind);
                write.execute(&mut *db).await.map(|_| Done::Nothing)?
            }
            Job::Close(_) => Done::Nothing,
        });
    }
    sqlx::query("COMMIT").execute(db).await?;
    Ok(done)
}

static PUT: LazyLock<String> = LazyLock::new(|| {
    format!(
        "INSERT INTO responses ({}) SELECT {} WHERE NOT EXISTS (SELECT 1 FROM deleted WHERE id = ?1)
         ON CONFLICT (id, rev) DO NOTHING",
        RESPONSES.names(),
        RESPONSES.list(|at, _, _| format!("?{}", at + 1))
    )
});

async fn put(db: &mut SqliteConnection, record: &Record) -> Result<Put, sqlx::Error> {
    let sha256 = record.sha256();
    let row = record.row(&sha256, bind_token(db, record).await?);
    let insert = row.iter().fold(sqlx::query(&PUT), bind);
    if insert.execute(&mut *db).await?.rows_affected() == 1 {
        photos::settle(db, &record.id).await?;
        return Ok(Put::Stored);
    }
    let first: Option<First> =
        sqlx::query_as("SELECT sha256, shape, body FROM responses WHERE id = ? AND rev = ?")
            .bind(&record.id)
            .bind(record.rev)
            .fetch_optional(&mut *db)
            .await?;
    match first {
        None => Ok(Put::Deleted),
        Some(first) if first.is(record, &sha256) => Ok(Put::Same),
        Some(_) => keep_aside(db, record, &sha256).await.map(|()| Put::Conflict),
    }
}

/// The first answer that brings a token has it for good.
async fn bind_token(db: &mut SqliteConnection, record: &Record) -> Result<Tier, sqlx::Error> {
    let Some(visit) = &record.visit else { return Ok(record.tier) };
    let keep = sqlx::query(
        "INSERT INTO visits (mark, holder, late, until) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    let keep = keep.bind(&visit.mark).bind(&visit.holder).bind(visit.late).bind(&visit.until);
    keep.execute(&mut *db).await?;
    let bound = sqlx::query_as("SELECT holder, late FROM visits WHERE mark = ?").bind(&visit.mark);
    let bound: Bound = bound.fetch_one(db).await?;
    Ok(bound.tier(visit))
}

async fn keep_aside(db: &mut SqliteConnection, record: &Record, sha256: &str) -> Result<(), sqlx::Error> {
    let keep = sqlx::query(
        "INSERT INTO conflicts (id, rev, sha256, body, received_at) SELECT ?1, ?2, ?3, ?4, ?5
         WHERE (SELECT count(*) FROM conflicts WHERE id = ?1 AND rev = ?2) < ?6 ON CONFLICT DO NOTHING",
    );
    let keep =
        keep.bind(&record.id).bind(record.rev).bind(sha256).bind(&record.body).bind(&record.received_at);
    keep.bind(MOST_CONFLICTS).execute(db).await.map(|_| ())
}

async fn forget(db: &mut SqliteConnection, ids: &[String]) -> Result<(), sqlx::Error> {
    for id in ids {
        photos::forget(db, id).await?;
        sqlx::query("DELETE FROM responses WHERE id = ?").bind(id).execute(&mut *db).await?;
        let gone = sqlx::query("INSERT INTO deleted (id) VALUES (?) ON CONFLICT DO NOTHING").bind(id);
        gone.execute(&mut *db).await?;
        sqlx::query("DELETE FROM replies WHERE receipt = ?").bind(receipt(id)).execute(&mut *db).await?;
    }
    Ok(())
}

async fn lapse(db: &mut SqliteConnection, month: &str) -> Result<(), sqlx::Error> {
    photos::lapse(db, month).await?;
    sqlx::query("DELETE FROM visits WHERE until < ?").bind(month).execute(db).await.map(|_| ())
}

async fn archive(db: &mut SqliteConnection, definition: &Archived) -> Result<(), sqlx::Error> {
    let archive = sqlx::query(
        "INSERT INTO definitions (version, survey, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    let archive = archive.bind(&definition.version).bind(&definition.survey).bind(&definition.text);
    archive.execute(db).await.map(|_| ())
}

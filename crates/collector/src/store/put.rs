//! The three things that are ever written, each inside the writer's transaction.

use serde_json::{Map, Value};
use sqlx::SqliteConnection;

use super::record::{Record, Shape, same_answers};

/// Other bodies kept for one revision, at most: whoever knows an id must not fill the disk with it.
const MOST_CONFLICTS: i64 = 8;

/// What became of a revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// New, and on the disk.
    Stored,
    /// It was there already.
    Same,
    /// Another body was there already and stays; this one is kept aside.
    Conflict,
    /// Its owner deleted the answer; this is not stored.
    Deleted,
}

/// A definition as it was served.
#[derive(Debug)]
pub(super) struct Archived {
    pub(super) version: String,
    pub(super) survey: String,
    pub(super) text: String,
}

pub(super) async fn put(db: &mut SqliteConnection, record: &Record) -> Result<Put, sqlx::Error> {
    let gone: Option<i64> = sqlx::query_scalar("SELECT 1 FROM deleted WHERE id = ?")
        .bind(&record.id)
        .fetch_optional(&mut *db)
        .await?;
    if gone.is_some() {
        return Ok(Put::Deleted);
    }
    let there: Option<(String, String, String)> =
        sqlx::query_as("SELECT sha256, shape, body FROM responses WHERE id = ? AND rev = ?")
            .bind(&record.id)
            .bind(record.rev)
            .fetch_optional(&mut *db)
            .await?;
    let sha256 = record.sha256();
    match there {
        None => insert(db, record, &sha256).await.map(|()| Put::Stored),
        Some((first, shape, body)) => {
            if first == sha256
                || ((shape == "form" || record.shape == Shape::Form) && same_words(&body, record))
            {
                return Ok(Put::Same);
            }
            keep_aside(db, record, &sha256).await.map(|()| Put::Conflict)
        }
    }
}

fn same_words(stored: &str, record: &Record) -> bool {
    let Ok(Value::Object(stored)) = serde_json::from_str(stored) else { return false };
    let nothing = Map::new();
    let answers = stored.get("answers").and_then(Value::as_object).unwrap_or(&nothing);
    stored.get("survey").and_then(Value::as_str) == Some(&record.survey)
        && same_answers(answers, &record.answers)
}

async fn insert(db: &mut SqliteConnection, record: &Record, sha256: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO responses (id, rev, body, sha256, shape, survey, survey_version, validated, unit, counter, field,
           \"procedure\", place_known, complete, saved_at, received_at, month, lang, app, fetch_site)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(&record.id)
    .bind(record.rev)
    .bind(&record.body)
    .bind(sha256)
    .bind(record.shape.name())
    .bind(&record.survey)
    .bind(&record.survey_version)
    .bind(record.validated)
    .bind(&record.place.unit)
    .bind(&record.place.counter)
    .bind(&record.place.field)
    .bind(&record.place.procedure)
    .bind(record.place_known)
    .bind(record.complete)
    .bind(&record.saved_at)
    .bind(&record.received_at)
    .bind(record.month())
    .bind(&record.lang)
    .bind(&record.app)
    .bind(&record.fetch_site)
    .execute(db)
    .await
    .map(|_| ())
}

async fn keep_aside(db: &mut SqliteConnection, record: &Record, sha256: &str) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO conflicts (id, rev, sha256, body, received_at) SELECT ?1, ?2, ?3, ?4, ?5
         WHERE (SELECT count(*) FROM conflicts WHERE id = ?1 AND rev = ?2) < ?6 ON CONFLICT DO NOTHING",
    )
    .bind(&record.id)
    .bind(record.rev)
    .bind(sha256)
    .bind(&record.body)
    .bind(&record.received_at)
    .bind(MOST_CONFLICTS)
    .execute(db)
    .await
    .map(|_| ())
}

pub(super) async fn delete(db: &mut SqliteConnection, id: &str) -> Result<(), sqlx::Error> {
    sqlx::query("DELETE FROM responses WHERE id = ?").bind(id).execute(&mut *db).await?;
    sqlx::query("INSERT INTO deleted (id) VALUES (?) ON CONFLICT DO NOTHING")
        .bind(id)
        .execute(db)
        .await
        .map(|_| ())
}

pub(super) async fn archive(db: &mut SqliteConnection, definition: &Archived) -> Result<(), sqlx::Error> {
    sqlx::query("INSERT INTO definitions (version, survey, text) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        .bind(&definition.version)
        .bind(&definition.survey)
        .bind(&definition.text)
        .execute(db)
        .await
        .map(|_| ())
}

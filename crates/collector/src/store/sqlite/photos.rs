//! Photos, and which of them an answer names.

use sqlx::{SqliteConnection, SqlitePool};

use super::trouble;
use crate::store::Trouble;
use crate::store::photo::{Photo, PhotoPut, hashes};

/// Whether the latest revision of an answer, but for the one in `?2`, holds the photo `?1`.
const NAMED: &str =
    "EXISTS (SELECT 1 FROM responses r WHERE r.photos IS NOT NULL AND instr(r.photos, ?1) > 0 AND r.id <> ?2
     AND r.rev = (SELECT max(rev) FROM responses WHERE id = r.id))";
const NOBODY: &str = "";

pub(in crate::store) async fn photo(
    pool: &SqlitePool,
    sha256: &str,
) -> Result<Option<(String, Vec<u8>)>, Trouble> {
    let row = sqlx::query_as("SELECT media, bytes FROM photos WHERE sha256 = ?").bind(sha256);
    row.fetch_optional(pool).await.map_err(|e| trouble(&e))
}

pub(super) async fn put(db: &mut SqliteConnection, photo: &Photo) -> Result<PhotoPut, sqlx::Error> {
    lapse(db, &photo.since).await?;
    let known: Option<i64> = sqlx::query_scalar("SELECT size FROM photos WHERE sha256 = ?")
        .bind(&photo.sha256)
        .fetch_optional(&mut *db)
        .await?;
    if known.is_some() {
        return Ok(PhotoPut::Same);
    }
    let named: bool = sqlx::query_scalar(&format!("SELECT {NAMED}"))
        .bind(&photo.sha256)
        .bind(NOBODY)
        .fetch_one(&mut *db)
        .await?;
    let (all, unnamed): (i64, i64) = sqlx::query_as(
        "SELECT coalesce(sum(size), 0), coalesce(sum(size) FILTER (WHERE named = 0), 0) FROM photos",
    )
    .fetch_one(&mut *db)
    .await?;
    let size = i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX);
    if !photo.fits(all, if named { 0 } else { unnamed + size }) {
        return Ok(PhotoPut::Full);
    }
    let keep =
        sqlx::query("INSERT INTO photos (sha256, media, size, day, named, bytes) VALUES (?, ?, ?, ?, ?, ?)");
    let keep = keep.bind(&photo.sha256).bind(photo.media.name()).bind(size).bind(&photo.day);
    keep.bind(named).bind(&photo.bytes).execute(db).await?;
    Ok(PhotoPut::Stored)
}

/// After a revision of `id` came: what it names stays, what no latest revision names any more goes.
pub(super) async fn settle(db: &mut SqliteConnection, id: &str) -> Result<(), sqlx::Error> {
    for hash in of(db, id).await? {
        drop_unnamed(db, &hash, NOBODY).await?;
        let named = sqlx::query("UPDATE photos SET named = 1 WHERE sha256 = ?").bind(hash);
        named.execute(&mut *db).await?;
    }
    Ok(())
}

/// Before all revisions of `id` go.
pub(super) async fn forget(db: &mut SqliteConnection, id: &str) -> Result<(), sqlx::Error> {
    for hash in of(db, id).await? {
        drop_unnamed(db, &hash, id).await?;
    }
    Ok(())
}

/// What came before `day`, or the month's first, and is named by nobody.
pub(super) async fn lapse(db: &mut SqliteConnection, day: &str) -> Result<(), sqlx::Error> {
    let old: Vec<String> = sqlx::query_scalar("SELECT sha256 FROM photos WHERE named = 0 AND day < ?")
        .bind(day)
        .fetch_all(&mut *db)
        .await?;
    for hash in old {
        drop_unnamed(db, &hash, NOBODY).await?;
    }
    Ok(())
}

async fn of(db: &mut SqliteConnection, id: &str) -> Result<Vec<String>, sqlx::Error> {
    let lists = sqlx::query_scalar("SELECT photos FROM responses WHERE id = ? AND photos IS NOT NULL");
    Ok(hashes(&lists.bind(id).fetch_all(db).await?))
}

async fn drop_unnamed(db: &mut SqliteConnection, hash: &str, but: &str) -> Result<(), sqlx::Error> {
    let sql = format!("DELETE FROM photos WHERE sha256 = ?1 AND NOT {NAMED}");
    sqlx::query(&sql).bind(hash).bind(but).execute(db).await.map(|_| ())
}

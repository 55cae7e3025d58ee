//! Photos, and which of them an answer names.

use sqlx::{PgConnection, PgPool};

use super::trouble;
use crate::store::Trouble;
use crate::store::photo::{Photo, PhotoPut, hashes};

/// Whether the latest revision of an answer, but for those in `$2`, holds the photo of the row `p`.
const NAMED: &str =
    "EXISTS (SELECT 1 FROM responses r WHERE r.photos IS NOT NULL AND strpos(r.photos, p.sha256) > 0
     AND r.id <> ALL($2::text[]::uuid[]) AND r.rev = (SELECT max(rev) FROM responses WHERE id = r.id))";

pub(in crate::store) async fn photo(
    pool: &PgPool,
    sha256: &str,
) -> Result<Option<(String, Vec<u8>)>, Trouble> {
    let row = sqlx::query_as("SELECT media, bytes FROM photos WHERE sha256 = $1").bind(sha256);
    row.fetch_optional(pool).await.map_err(|e| trouble(&e))
}

pub(super) async fn put(db: &mut PgConnection, photo: &Photo) -> Result<PhotoPut, sqlx::Error> {
    lapse(db, &photo.since).await?;
    let known: Option<i64> = sqlx::query_scalar("SELECT size FROM photos WHERE sha256 = $1")
        .bind(&photo.sha256)
        .fetch_optional(&mut *db)
        .await?;
    if known.is_some() {
        return Ok(PhotoPut::Same);
    }
    let named: bool = sqlx::query_scalar(&format!("SELECT {NAMED} FROM (SELECT $1::text AS sha256) p"))
        .bind(&photo.sha256)
        .bind(NONE)
        .fetch_one(&mut *db)
        .await?;
    let (all, unnamed): (i64, i64) = sqlx::query_as(
        "SELECT coalesce(sum(size), 0)::bigint, coalesce(sum(size) FILTER (WHERE NOT named), 0)::bigint FROM photos",
    )
    .fetch_one(&mut *db)
    .await?;
    let size = i64::try_from(photo.bytes.len()).unwrap_or(i64::MAX);
    if !photo.fits(all, if named { 0 } else { unnamed + size }) {
        return Ok(PhotoPut::Full);
    }
    let keep = sqlx::query(
        "INSERT INTO photos (sha256, media, size, day, named, bytes) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING",
    );
    let keep = keep.bind(&photo.sha256).bind(photo.media.name()).bind(size).bind(&photo.day);
    keep.bind(named).bind(&photo.bytes).execute(db).await?;
    Ok(PhotoPut::Stored)
}

const NONE: [&str; 0] = [];

/// After revisions of these ids came: what they name stays, what no latest revision names any more goes.
pub(super) async fn settle(db: &mut PgConnection, ids: &[String]) -> Result<(), sqlx::Error> {
    if ids.is_empty() {
        return Ok(());
    }
    let hashes = of(db, ids).await?;
    if hashes.is_empty() {
        return Ok(());
    }
    drop_unnamed(db, &hashes, &[]).await?;
    let named = sqlx::query("UPDATE photos SET named = true WHERE sha256 = ANY($1::text[]) AND NOT named");
    named.bind(hashes).execute(db).await.map(|_| ())
}

/// Before all revisions of these ids go.
pub(super) async fn forget(db: &mut PgConnection, ids: &[String]) -> Result<(), sqlx::Error> {
    let hashes = of(db, ids).await?;
    if hashes.is_empty() { Ok(()) } else { drop_unnamed(db, &hashes, ids).await }
}

/// What came before `day`, or the month's first, and is named by nobody. Looked at once more: another collector may have taken
/// the answer while the photo came here.
pub(super) async fn lapse(db: &mut PgConnection, day: &str) -> Result<(), sqlx::Error> {
    let sql = format!("DELETE FROM photos p WHERE NOT p.named AND p.day < $1 AND NOT {NAMED}");
    sqlx::query(&sql).bind(day).bind(NONE).execute(db).await.map(|_| ())
}

async fn of(db: &mut PgConnection, ids: &[String]) -> Result<Vec<String>, sqlx::Error> {
    let lists = sqlx::query_scalar(
        "SELECT photos FROM responses WHERE photos IS NOT NULL AND id = ANY($1::text[]::uuid[])",
    );
    Ok(hashes(&lists.bind(ids).fetch_all(db).await?))
}

async fn drop_unnamed(db: &mut PgConnection, hashes: &[String], but: &[String]) -> Result<(), sqlx::Error> {
    let sql = format!("DELETE FROM photos p WHERE p.sha256 = ANY($1::text[]) AND NOT {NAMED}");
    sqlx::query(&sql).bind(hashes).bind(but).execute(db).await.map(|_| ())
}

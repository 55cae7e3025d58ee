//! A copy of the file while others write to it.

use std::path::Path;

use sqlx::SqlitePool;

use super::trouble;
use crate::store::Trouble;

/// Writes the database as this moment sees it into `to`, an empty file (<https://sqlite.org/lang_vacuum.html>, VACUUM INTO):
/// what was deleted is not in it, not even in free pages.
pub(in crate::store) async fn backup(pool: &SqlitePool, to: &Path) -> Result<(), Trouble> {
    let vacuum = sqlx::query("VACUUM INTO ?").bind(to.to_string_lossy().into_owned());
    vacuum.execute(pool).await.map(|_| ()).map_err(|e| trouble(&e))
}

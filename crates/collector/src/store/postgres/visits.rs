//! Which tokens were used.

use std::collections::BTreeMap;

use sqlx::PgConnection;

use super::photos;
use crate::store::record::Record;
use crate::store::visit::{Bound, Visit};

#[derive(sqlx::FromRow)]
struct Row {
    mark: String,
    #[sqlx(flatten)]
    bound: Bound,
}

/// The first answer that brings a token has it for good. Committed before the answer is: whoever fails between comes again
/// with the same id. By mark.
pub(super) async fn bind_tokens(
    db: &mut PgConnection,
    answers: &[&Record],
) -> Result<BTreeMap<String, Bound>, sqlx::Error> {
    let visits: Vec<&Visit> = answers.iter().filter_map(|record| record.visit.as_ref()).collect();
    if visits.is_empty() {
        return Ok(BTreeMap::new());
    }
    let marks: Vec<&str> = visits.iter().map(|visit| visit.mark.as_str()).collect();
    let holders: Vec<&str> = visits.iter().map(|visit| visit.holder.as_str()).collect();
    let late: Vec<bool> = visits.iter().map(|visit| visit.late).collect();
    let until: Vec<&str> = visits.iter().map(|visit| visit.until.as_str()).collect();
    let keep = sqlx::query(
        "INSERT INTO visits (mark, holder, late, until)
         SELECT * FROM UNNEST($1::text[], $2::text[], $3::boolean[], $4::text[]) ON CONFLICT DO NOTHING",
    );
    keep.bind(&marks).bind(holders).bind(late).bind(until).execute(&mut *db).await?;
    let rows = sqlx::query_as("SELECT mark, holder, late FROM visits WHERE mark = ANY($1::text[])");
    let rows: Vec<Row> = rows.bind(&marks).fetch_all(db).await?;
    Ok(rows.into_iter().map(|row| (row.mark, row.bound)).collect())
}

pub(super) async fn lapse(db: &mut PgConnection, month: &str) -> Result<(), sqlx::Error> {
    photos::lapse(db, month).await?;
    sqlx::query("DELETE FROM visits WHERE until < $1").bind(month).execute(db).await.map(|_| ())
}

//! A database of `PostgreSQL`, or of one that speaks like it: one connection that writes, a few that read. Several collectors
//! may share it. No advisory locks, no sequences, no row that all writers touch; whatever may fail for a moment can be done
//! again.

mod fill;
mod open;
mod photos;
mod read;
mod trouble;
mod visits;
mod write;

use std::pin::Pin;

use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{PgConnection, Row as _};
use tokio_stream::{Stream, StreamExt};

use super::Trouble;
use super::table::{Kind, Row, Table, Value};

pub(super) use fill::Filling;
pub(super) use open::open;
pub(super) use photos::photo;
pub(super) use read::{View, archived, count, count_real, definition, old, ping};
pub(super) use trouble::trouble;
pub(super) use write::Writer;

/// What reads all of a table.
pub(super) fn select(table: &Table) -> String {
    let columns = table.list(|_, name, kind| match kind {
        Kind::Id => format!("{name}::text"),
        Kind::Text | Kind::Number | Kind::Bytes => name.to_owned(),
        Kind::Flag => format!("{name}::int::bigint"),
    });
    format!("SELECT {columns} FROM {}", table.name)
}

/// The rows of `sql`, which [`select`] made of `table`.
fn rows<'a>(
    db: &'a mut PgConnection,
    table: &'a Table,
    sql: &'a str,
) -> Pin<Box<dyn Stream<Item = Result<Row, Trouble>> + Send + 'a>> {
    let row = move |row: Result<PgRow, sqlx::Error>| {
        let row = row.map_err(|error| trouble(&error))?;
        let cell = |(at, (_, kind)): (usize, &(&str, Kind))| match kind {
            Kind::Id | Kind::Text => Value::Text(row.get(at)),
            Kind::Number | Kind::Flag => Value::Number(row.get(at)),
            Kind::Bytes => Value::Bytes(row.get(at)),
        };
        Ok(table.columns.iter().enumerate().map(cell).collect())
    };
    Box::pin(sqlx::query(sql).fetch(db).map(row))
}

/// `INSERT INTO table (…) SELECT … FROM` the parameters, one array a column: many rows in one statement and one round trip.
fn insert(table: &Table) -> String {
    let values = table.list(|at, _, kind| match kind {
        Kind::Id => format!("c{at}::uuid"),
        Kind::Text | Kind::Number | Kind::Bytes => format!("c{at}"),
        Kind::Flag => format!("c{at}::int::boolean"),
    });
    let arrays = table.list(|at, _, kind| match kind {
        Kind::Id | Kind::Text => format!("${}::text[]", at + 1),
        Kind::Number | Kind::Flag => format!("${}::bigint[]", at + 1),
        Kind::Bytes => format!("${}::bytea[]", at + 1),
    });
    let names = table.list(|at, _, _| format!("c{at}"));
    format!(
        "INSERT INTO {} ({}) SELECT {values} FROM UNNEST({arrays}) AS n ({names})",
        table.name,
        table.names()
    )
}

/// The parameters of [`insert`].
fn columns<'q>(
    query: sqlx::query::Query<'q, sqlx::Postgres, PgArguments>,
    table: &Table,
    rows: &[Row],
) -> sqlx::query::Query<'q, sqlx::Postgres, PgArguments> {
    let column = |query: sqlx::query::Query<'q, sqlx::Postgres, PgArguments>,
                  (at, (_, kind)): (usize, &(&str, Kind))| {
        let values = rows.iter().map(|row| row.get(at));
        match kind {
            Kind::Id | Kind::Text => query.bind(
                values
                    .map(|value| match value {
                        Some(Value::Text(text)) => text.clone(),
                        _ => None,
                    })
                    .collect::<Vec<_>>(),
            ),
            Kind::Number | Kind::Flag => query.bind(
                values
                    .map(|value| match value {
                        Some(Value::Number(number)) => *number,
                        _ => None,
                    })
                    .collect::<Vec<_>>(),
            ),
            Kind::Bytes => query.bind(
                values
                    .map(|value| match value {
                        Some(Value::Bytes(bytes)) => bytes.clone(),
                        _ => Vec::new(),
                    })
                    .collect::<Vec<_>>(),
            ),
        }
    };
    table.columns.iter().enumerate().fold(query, column)
}

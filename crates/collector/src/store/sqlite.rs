//! One file of `SQLite`: one connection that writes, a few that read.

mod backup;
mod counted;
mod fill;
mod open;
mod photos;
mod read;
mod write;

use std::pin::Pin;

use sqlx::sqlite::{SqliteArguments, SqliteRow};
use sqlx::{Row as _, SqliteConnection};
use tokio_stream::{Stream, StreamExt};

use super::Trouble;
use super::table::{Kind, Row, Table, Value};

pub(super) use backup::backup;
pub(super) use fill::Filling;
pub(super) use open::open;
pub(super) use photos::photo;
pub(super) use read::{View, archived, count, count_real, definition, old, ping};
pub(super) use write::Writer;

/// Sorts an error by `SQLite`'s primary result code (<https://sqlite.org/rescode.html>).
pub(super) fn trouble(error: &sqlx::Error) -> Trouble {
    let sqlx::Error::Database(database) = error else {
        return match error {
            sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Trouble::Closed,
            sqlx::Error::PoolTimedOut => Trouble::Locked,
            other => Trouble::Other(other.to_string()),
        };
    };
    let code: i32 = database.code().and_then(|code| code.parse().ok()).unwrap_or_default();
    let message = database.message().to_owned();
    match code & 0xff {
        5 | 6 => Trouble::Locked,
        13 => Trouble::Full,
        8 => Trouble::ReadOnly,
        14 => Trouble::Unopenable(message),
        11 => Trouble::Damaged(message),
        26 => Trouble::Foreign(message),
        _ => Trouble::Other(message),
    }
}

/// What reads all of a table.
pub(super) fn select(table: &Table) -> String {
    format!("SELECT {} FROM {}", table.names(), table.name)
}

/// The rows of `sql`, which [`select`] made of `table`.
fn rows<'a>(
    db: &'a mut SqliteConnection,
    table: &'a Table,
    sql: &'a str,
) -> Pin<Box<dyn Stream<Item = Result<Row, Trouble>> + Send + 'a>> {
    let row = move |row: Result<SqliteRow, sqlx::Error>| {
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

type Query<'q> = sqlx::query::Query<'q, sqlx::Sqlite, SqliteArguments<'q>>;

/// A value as the next parameter.
fn bind<'q>(query: Query<'q>, value: &'q Value) -> Query<'q> {
    match value {
        Value::Text(text) => query.bind(text.as_deref()),
        Value::Number(number) => query.bind(number),
        Value::Bytes(bytes) => query.bind(bytes.as_slice()),
    }
}

//! Opening the file: the settings that durability rests on, migrations, and a refusal of what is not ours.

use std::path::Path;
use std::time::Duration;

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, SqliteConnection, SqlitePool};

use super::trouble;
use crate::store::{Absent, Trouble};

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations/sqlite");
/// "MC01", as the first migration writes it.
const APPLICATION: i64 = 1_296_248_881;
/// How long a write waits for another process before it is called locked.
const PATIENCE: Duration = Duration::from_secs(2);
const READERS: u32 = 4;

pub(in crate::store) async fn open(
    path: &Path,
    absent: Absent,
) -> Result<(SqliteConnection, SqlitePool), Trouble> {
    look(path, absent)?;
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(absent == Absent::Create)
        .busy_timeout(PATIENCE)
        .foreign_keys(true)
        // 201 means "on the disk": https://sqlite.org/pragma.html#pragma_synchronous, WAL with NORMAL may roll back.
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        // Random ids dirty a page a row: folding the log in every 32 MB instead of every 4 writes each page once, not eight times.
        .pragma("wal_autocheckpoint", "8000")
        // 16 MB.
        .pragma("cache_size", "-16384")
        // What its owner deletes is overwritten, not only unlinked.
        .pragma("secure_delete", "ON")
        // Statements carry answers: they must never get into a log.
        .disable_statement_logging();
    let mut connection = SqliteConnection::connect_with(&options).await.map_err(|e| trouble(&e))?;
    claim(&mut connection).await?;
    MIGRATIONS.run(&mut connection).await.map_err(|error| migration_trouble(&error))?;
    let readers = SqlitePoolOptions::new()
        .max_connections(READERS)
        .acquire_timeout(PATIENCE)
        .connect_with(options.read_only(true))
        .await
        .map_err(|e| trouble(&e))?;
    Ok((connection, readers))
}

/// `SQLite` says "unable to open database file" for all of these.
fn look(path: &Path, absent: Absent) -> Result<(), Trouble> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Trouble::Unopenable(format!("the folder {} does not exist", folder.display())));
    }
    if path.is_dir() {
        return Err(Trouble::Unopenable("this is a folder, expected a file".to_owned()));
    }
    if absent == Absent::Refuse && !path.exists() {
        return Err(Trouble::Unopenable("there is no such file".to_owned()));
    }
    let file = std::fs::OpenOptions::new().append(true).create(absent == Absent::Create).open(path);
    match file.map_err(|error| (error.kind(), error)) {
        Ok(_) => Ok(()),
        Err((std::io::ErrorKind::StorageFull, _)) => Err(Trouble::Full),
        Err((std::io::ErrorKind::ReadOnlyFilesystem, _)) => Err(Trouble::ReadOnly),
        Err((_, error)) => {
            Err(Trouble::Unopenable(format!("this user cannot write it in {} ({error})", folder.display())))
        }
    }
}

/// Refuses a database that somebody else's program wrote, before anything in it changes.
async fn claim(connection: &mut SqliteConnection) -> Result<(), Trouble> {
    let id: i64 = sqlx::query_scalar("PRAGMA application_id")
        .fetch_one(&mut *connection)
        .await
        .map_err(|e| trouble(&e))?;
    let tables: i64 = sqlx::query_scalar("SELECT count(*) FROM sqlite_schema")
        .fetch_one(connection)
        .await
        .map_err(|e| trouble(&e))?;
    if id == APPLICATION || tables == 0 {
        return Ok(());
    }
    Err(Trouble::Foreign("it holds the tables of another program".to_owned()))
}

fn migration_trouble(error: &MigrateError) -> Trouble {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => Trouble::Newer,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => trouble(error),
        other => Trouble::Other(other.to_string()),
    }
}

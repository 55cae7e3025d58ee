//! Connecting, and bringing the tables up to date without a lock: whoever comes second finds them there.

use std::collections::BTreeSet;
use std::time::Duration;

use sqlx::migrate::{Migrate, MigrateError, Migrator};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{ConnectOptions, PgConnection, PgPool};
use tokio::time::{sleep, timeout};

use super::trouble::is_race;
use super::{Trouble, trouble};
use crate::store::Absent;

/// How long a connection may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);
const READERS: u32 = 4;
/// Starts at the same moment that are sorted out, at most.
const TRIES: u32 = 10;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations/postgres");

pub(in crate::store) async fn open(
    options: &PgConnectOptions,
    absent: Absent,
) -> Result<(PgConnection, PgPool), Trouble> {
    let mut connection = connect(options).await?;
    match (tables(&mut connection).await?, absent) {
        (Tables::Ours, _) => {}
        (Tables::None, Absent::Refuse) => {
            return Err(Trouble::Unopenable("there are no answers of mot-cua in it".to_owned()));
        }
        (Tables::Foreign, _) => {
            return Err(Trouble::Foreign("it has a table `responses` of another program".to_owned()));
        }
        (Tables::None | Tables::Older, _) => migrate(&mut connection).await?,
        (Tables::Newer, _) => return Err(Trouble::Newer),
    }
    let pool = PgPoolOptions::new().max_connections(READERS).acquire_timeout(PATIENCE);
    let readers = pool.connect_with(quiet(options)).await.map_err(|e| trouble(&e))?;
    Ok((connection, readers))
}

/// A connection as the writer needs it.
pub(super) async fn connect(options: &PgConnectOptions) -> Result<PgConnection, Trouble> {
    let connecting = async {
        let mut connection = quiet(options).connect().await?;
        // Serializable: a deletion and a late revision of the same answer must not pass each other.
        sqlx::query("SET default_transaction_isolation = 'serializable'").execute(&mut connection).await?;
        // 201 means "on the disk", also where somebody made the server faster than safe.
        let state: String = sqlx::query_scalar("SELECT current_setting('synchronous_commit')")
            .fetch_one(&mut connection)
            .await?;
        if state == "off" {
            sqlx::query("SET synchronous_commit = 'on'").execute(&mut connection).await?;
        }
        Ok(connection)
    };
    match timeout(PATIENCE, connecting).await {
        Ok(connected) => connected.map_err(|error| trouble(&error)),
        Err(_) => Err(Trouble::Unreachable(format!("no answer within {} s", PATIENCE.as_secs()))),
    }
}

/// Statements carry answers: they must never get into a log.
fn quiet(options: &PgConnectOptions) -> PgConnectOptions {
    options.clone().application_name("mot-cua").disable_statement_logging()
}

/// What is in the database's current schema.
enum Tables {
    None,
    Ours,
    Older,
    Newer,
    Foreign,
}

/// A user without the right to make tables can serve where all are made: nothing is written to find that out.
async fn tables(connection: &mut PgConnection) -> Result<Tables, Trouble> {
    let names: Vec<String> = sqlx::query_scalar(
        "SELECT table_name::text FROM information_schema.tables
         WHERE table_schema = current_schema() AND table_name IN ('_sqlx_migrations', 'responses')",
    )
    .fetch_all(&mut *connection)
    .await
    .map_err(|e| trouble(&e))?;
    let has = |name: &str| names.iter().any(|there| there == name);
    if !has("_sqlx_migrations") {
        return Ok(if has("responses") { Tables::Foreign } else { Tables::None });
    }
    let applied = connection.list_applied_migrations().await.map_err(|error| migration_trouble(&error))?;
    let applied: BTreeSet<i64> = applied.iter().map(|migration| migration.version).collect();
    let known: BTreeSet<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
    Ok(if applied == known {
        Tables::Ours
    } else if applied.is_subset(&known) {
        if applied.is_empty() { Tables::None } else { Tables::Older }
    } else {
        Tables::Newer
    })
}

async fn migrate(connection: &mut PgConnection) -> Result<(), Trouble> {
    let migrator =
        Migrator { migrations: MIGRATIONS.migrations.clone(), locking: false, ..Migrator::DEFAULT };
    for attempt in 1.. {
        match migrator.run(&mut *connection).await {
            Err(MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _))
                if is_race(&error) && attempt < TRIES =>
            {
                sleep(Duration::from_millis(100)).await;
            }
            done => return done.map_err(|error| migration_trouble(&error)),
        }
    }
    Ok(())
}

fn migration_trouble(error: &MigrateError) -> Trouble {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionMismatch(_) => Trouble::Newer,
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => trouble(error),
        other => Trouble::Other(other.to_string()),
    }
}

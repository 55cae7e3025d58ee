//! What SQLSTATE says (<https://www.postgresql.org/docs/current/errcodes-appendix.html>).

use sqlx::Error;

use crate::store::Trouble;

pub(in crate::store) fn trouble(error: &Error) -> Trouble {
    let database = match error {
        Error::Database(database) => database,
        Error::PoolClosed => return Trouble::Closed,
        Error::PoolTimedOut => return Trouble::Unreachable("no connection was free in time".to_owned()),
        Error::Io(error) => return Trouble::Unreachable(error.to_string()),
        Error::Protocol(_) | Error::WorkerCrashed => {
            return Trouble::Unreachable("the connection broke".to_owned());
        }
        Error::Tls(error) => return Trouble::Unopenable(format!("no safe connection ({error})")),
        other => return Trouble::Other(other.to_string()),
    };
    let (code, message) = (database.code().unwrap_or_default(), database.message().to_owned());
    match code.as_ref() {
        "40001" | "40P01" => Trouble::Busy,
        "53100" => Trouble::Full,
        "28000" | "28P01" => Trouble::Unopenable(format!("it refuses this user or password ({message})")),
        "3D000" => Trouble::Unopenable(format!("{message}; make it with createdb")),
        "42501" => Trouble::Unopenable(format!("this user lacks a right ({message})")),
        // Too many connections; a standby, or one that was the primary until now; somebody else's statement ended ours.
        "53300" | "25006" | "57014" => Trouble::Unreachable(message),
        _ if code.starts_with("08") || code.starts_with("57P") => Trouble::Unreachable(message),
        _ => Trouble::Other(format!("{message} (SQLSTATE {code})")),
    }
}

/// Whether another collector may just have made the same table or column: PostgreSQL does not say so in one way.
pub(super) fn is_race(error: &Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| ["42P07", "42701", "42710", "23505", "40001"].contains(&code.as_ref()))
}

//! What a database may say instead of doing its work, in words that name the file.

use std::path::{Path, PathBuf};

/// The kind of trouble. `Display` is a half sentence that follows the file's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("is locked by another program; close that one, or name another file with --db")]
    Locked,
    #[error("cannot grow: the disk is full")]
    Full,
    #[error("cannot be written: it or its folder is read-only for this user")]
    ReadOnly,
    #[error("cannot be opened: {0}")]
    Unopenable(String),
    #[error("is not a database of mot-cua: {0}")]
    Foreign(String),
    #[error("is damaged ({0}); restore a backup, or save what is readable with `sqlite3 FILE .recover`")]
    Damaged(String),
    #[error("was written by a newer version of mot-cua; use that version")]
    Newer,
    #[error("is closed")]
    Closed,
    #[error("failed: {0}")]
    Other(String),
}

/// [`Trouble`] with the file it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the database {} {trouble}", path.display())]
pub struct StoreError {
    pub path: PathBuf,
    pub trouble: Trouble,
}

impl Trouble {
    /// Sorts an error by `SQLite`'s primary result code (<https://sqlite.org/rescode.html>).
    pub(crate) fn of(error: &sqlx::Error) -> Self {
        let sqlx::Error::Database(database) = error else {
            return match error {
                sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => Self::Closed,
                sqlx::Error::PoolTimedOut => Self::Locked,
                other => Self::Other(other.to_string()),
            };
        };
        let code: i32 = database.code().and_then(|code| code.parse().ok()).unwrap_or_default();
        let message = database.message().to_owned();
        match code & 0xff {
            5 | 6 => Self::Locked,
            13 => Self::Full,
            8 => Self::ReadOnly,
            14 => Self::Unopenable(message),
            11 => Self::Damaged(message),
            26 => Self::Foreign(message),
            _ => Self::Other(message),
        }
    }

    pub(crate) fn at(self, path: &Path) -> StoreError {
        StoreError { path: path.to_owned(), trouble: self }
    }
}

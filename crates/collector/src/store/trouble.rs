//! What a database may say instead of doing its work, in words that follow its name.

/// The kind of trouble. `Display` is a half sentence that follows the database's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    #[error("is locked by another program; close that one, or name another file with --db")]
    Locked,
    /// `PostgreSQL`, SQLSTATE 40001 or 40P01, again and again.
    #[error("had too many writers at once; try again")]
    Busy,
    /// `PostgreSQL`: no connection, or one that broke.
    #[error("does not answer: {0}")]
    Unreachable(String),
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

/// [`Trouble`] with the database it is about.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the database {name} {trouble}")]
pub struct StoreError {
    /// Without a password.
    pub name: String,
    pub trouble: Trouble,
}

impl Trouble {
    pub(crate) fn at(self, name: impl ToString) -> StoreError {
        StoreError { name: name.to_string(), trouble: self }
    }
}

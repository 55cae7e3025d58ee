//! How long answers are kept, and a second place to keep them in.

use std::io;
use std::path::{Path, PathBuf};

use super::{Address, CopyError, Readers, Refused, Store, StoreError, Trouble, postgres, sqlite};

/// Answers removed in one transaction: the collector beside must not wait long for its turn.
const TOGETHER: u32 = 500;
/// Every id comes after it.
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{0} is there already; name another file, or move that one away")]
    Exists(PathBuf),
    #[error("{}: {error}", path.display())]
    File { path: PathBuf, error: io::Error },
    #[error(transparent)]
    Copy(#[from] CopyError),
}

impl Store {
    /// How many answers count in a month before `month` (`2026-10`): their first revision came before it.
    ///
    /// # Errors
    /// The database said no.
    pub async fn count_before(&self, month: &str) -> Result<u64, Trouble> {
        let (mut count, mut after) = (0, NOBODY.to_owned());
        loop {
            let ids = self.before(month, &after).await?;
            count += ids.len() as u64;
            let Some(last) = ids.into_iter().next_back() else { return Ok(count) };
            after = last;
        }
    }

    /// Removes those answers with all their revisions, and remembers that they are gone: what a phone sends again later is
    /// not stored, and not counted twice. Gives how many.
    ///
    /// # Errors
    /// [`Refused`]; what was removed before stays removed.
    pub async fn purge_before(&self, month: &str) -> Result<u64, Refused> {
        let (mut count, mut after) = (0, NOBODY.to_owned());
        loop {
            let ids = self.before(month, &after).await.map_err(Refused::Trouble)?;
            let Some(last) = ids.last() else {
                self.lapse(month).await?;
                return Ok(count);
            };
            (count, after) = (count + ids.len() as u64, last.clone());
            self.forget(ids).await?;
        }
    }

    async fn before(&self, month: &str, after: &str) -> Result<Vec<String>, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::old(pool, month, after, TOGETHER).await,
            Readers::Postgres(pool) => postgres::old(pool, month, after, TOGETHER).await,
        }
    }

    /// Writes everything, as this moment sees it, into a new file of `SQLite`. It has its name only when it is whole.
    ///
    /// # Errors
    /// [`BackupError`].
    pub async fn backup(&self, to: &Path) -> Result<(), BackupError> {
        let file = |error| BackupError::File { path: to.to_owned(), error };
        if to.exists() {
            return Err(BackupError::Exists(to.to_owned()));
        }
        let mut partial = to.as_os_str().to_owned();
        partial.push(".partial");
        let partial = PathBuf::from(partial);
        private(&partial).map_err(file)?;
        let written = match &self.readers {
            Readers::Sqlite(pool) => {
                sqlite::backup(pool, &partial).await.map_err(|trouble| self.failed(trouble))
            }
            Readers::Postgres(_) => self.copy(&Address::Sqlite(partial.clone())).await.map(|_| ()),
        };
        let kept = written.map_err(BackupError::from).and_then(|()| settle(&partial, to).map_err(file));
        if kept.is_err() {
            let _ = std::fs::remove_file(&partial);
        }
        kept
    }

    fn failed(&self, trouble: Trouble) -> CopyError {
        CopyError::Database(StoreError { name: self.address.to_string(), trouble })
    }
}

/// An empty file that only its owner reads: it will hold what citizens wrote.
fn private(path: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(|_| ())
}

/// On the disk first, then under its name.
fn settle(partial: &Path, to: &Path) -> io::Result<()> {
    std::fs::OpenOptions::new().write(true).open(partial)?.sync_all()?;
    std::fs::rename(partial, to)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    Ok(())
}

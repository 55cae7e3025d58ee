//! Where answers are kept: one `SQLite` file, one writer that commits in groups, a few readers.

mod export;
mod open;
mod put;
mod record;
mod results;
mod trouble;
mod writer;

use std::path::{Path, PathBuf};

use sqlx::SqlitePool;
use tokio::sync::{mpsc, oneshot};

pub use export::{Latest, Line};
pub use open::{Absent, file_of};
pub use put::Put;
pub use record::{Record, Shape};
pub use results::{Cell, Count, publish};
pub use trouble::{StoreError, Trouble};
use writer::Job;

/// A handle; clones share one writer.
#[derive(Debug, Clone)]
pub struct Store {
    path: PathBuf,
    jobs: mpsc::Sender<Job>,
    readers: SqlitePool,
}

/// Why a write was not done. Nothing is stored then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// As many writes wait as may.
    Overloaded,
    /// The database said no.
    Trouble(Trouble),
}

impl Store {
    /// Opens the database at `path` and brings its tables up to date. At most `queue` writes wait at any time.
    ///
    /// # Errors
    /// The file cannot be opened, is locked, is not ours, or is newer than this program.
    pub async fn open(path: &Path, absent: Absent, queue: usize) -> Result<Self, StoreError> {
        let (connection, readers) = open::open(path, absent).await?;
        let (jobs, inbox) = mpsc::channel(queue.max(1));
        tokio::spawn(writer::run(connection, inbox));
        Ok(Self { path: path.to_owned(), jobs, readers })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Stores one revision, or says what is there already. Returns after the commit reached the disk.
    ///
    /// # Errors
    /// [`Refused`]; the caller tries again later.
    pub async fn put(&self, record: Record) -> Result<Put, Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Put(Box::new(record), reply), answer).await
    }

    /// Removes all revisions of an id and remembers that it is gone.
    ///
    /// # Errors
    /// [`Refused`]; the caller tries again later.
    pub async fn delete(&self, id: &str) -> Result<(), Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Delete(id.to_owned(), reply), answer).await
    }

    /// Keeps a definition under its hash for ever.
    ///
    /// # Errors
    /// [`Refused`].
    pub async fn archive(&self, version: &str, survey: &str, text: &str) -> Result<(), Refused> {
        let (reply, answer) = oneshot::channel();
        let definition = put::Archived { version: version.into(), survey: survey.into(), text: text.into() };
        self.send(Job::Archive(definition, reply), answer).await
    }

    /// Every definition ever served: (version, survey, text).
    ///
    /// # Errors
    /// The database said no.
    pub async fn archived(&self) -> Result<Vec<(String, String, String)>, Trouble> {
        let rows = sqlx::query_as("SELECT version, survey, text FROM definitions ORDER BY survey, version");
        rows.fetch_all(&self.readers).await.map_err(|e| Trouble::of(&e))
    }

    /// How many answers there are (ids, not revisions) that no `mot-cua seed` made up.
    ///
    /// # Errors
    /// The database said no.
    pub async fn count_real(&self) -> Result<i64, Trouble> {
        let count = sqlx::query_scalar("SELECT count(DISTINCT id) FROM responses WHERE app <> 'seed'");
        count.fetch_one(&self.readers).await.map_err(|e| Trouble::of(&e))
    }

    /// Whether the database can be read now.
    ///
    /// # Errors
    /// The database said no.
    pub async fn ping(&self) -> Result<(), Trouble> {
        sqlx::query("SELECT 1 FROM deleted LIMIT 1")
            .execute(&self.readers)
            .await
            .map(|_| ())
            .map_err(|e| Trouble::of(&e))
    }

    /// Finishes what was accepted, folds the write-ahead log into the file and closes it.
    pub async fn close(self) {
        self.readers.close().await;
        let (reply, closed) = oneshot::channel();
        if self.jobs.send(Job::Close(reply)).await.is_ok() {
            // An error means that the writer is gone already; then there is nothing left to wait for.
            let _ = closed.await;
        }
    }

    async fn send<T>(&self, job: Job, answer: oneshot::Receiver<Result<T, Trouble>>) -> Result<T, Refused> {
        self.jobs.try_send(job).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Refused::Overloaded,
            mpsc::error::TrySendError::Closed(_) => Refused::Trouble(Trouble::Closed),
        })?;
        answer.await.unwrap_or(Err(Trouble::Closed)).map_err(Refused::Trouble)
    }
}

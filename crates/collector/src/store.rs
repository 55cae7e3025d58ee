//! Where answers are kept: a file of `SQLite` or a database of `PostgreSQL`; one writer that commits in groups, a few readers.

mod address;
mod contact;
mod copy;
mod desk;
mod export;
mod keep;
mod news;
mod note;
mod photo;
mod postgres;
mod pulse;
mod put;
mod record;
mod sqlite;
mod table;
mod trouble;
mod visit;
mod writer;

use std::sync::Arc;

use sqlx::{PgPool, SqlitePool};
use tokio::sync::{mpsc, oneshot};

pub use address::Address;
pub use copy::{Copied, Copy, CopyError};
pub use desk::{Said, Shown};
pub use export::{Counted, Kept, Latest, Line};
pub use keep::BackupError;
pub use news::News;
pub use photo::{Media, Photo, PhotoPut};
pub use pulse::Beat;
use pulse::Pulse;
pub use put::Put;
pub use record::{Record, Shape};
pub use trouble::{StoreError, Trouble};
pub use visit::{Tier, Visit};
use writer::Job;

/// A handle; clones share one writer.
#[derive(Debug, Clone)]
pub struct Store {
    address: Address,
    jobs: mpsc::Sender<Job>,
    readers: Readers,
    pulse: Arc<Pulse>,
    news: Arc<news::Counter>,
}

#[derive(Debug, Clone)]
enum Readers {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// What to do where there are no tables of ours yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    Create,
    Refuse,
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
    /// Opens the database and brings its tables up to date. At most `queue` writes wait at any time.
    ///
    /// # Errors
    /// The database cannot be opened, is locked, is not ours, or is newer than this program.
    pub async fn open(address: &Address, absent: Absent, queue: usize) -> Result<Self, StoreError> {
        let (jobs, inbox) = mpsc::channel(queue.max(1));
        let pulse = Arc::new(Pulse::default());
        let readers = match address {
            Address::Sqlite(path) => {
                let opened = sqlite::open(path, absent).await;
                let (connection, readers) = opened.map_err(|trouble| trouble.at(address))?;
                tokio::spawn(writer::run(sqlite::Writer(connection), inbox, Arc::clone(&pulse)));
                Readers::Sqlite(readers)
            }
            Address::Postgres(options) => {
                let opened = postgres::open(options, absent).await;
                let (connection, readers) = opened.map_err(|trouble| trouble.at(address))?;
                let writer = postgres::Writer::new(options, connection, Arc::clone(&pulse));
                tokio::spawn(writer::run(writer, inbox, Arc::clone(&pulse)));
                Readers::Postgres(readers)
            }
        };
        Ok(Self { address: address.clone(), jobs, readers, pulse, news: Arc::default() })
    }

    /// Where it is; shown without a password.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// How the writer is doing.
    pub fn beat(&self) -> Beat {
        self.pulse.now(self.jobs.max_capacity() - self.jobs.capacity())
    }

    /// Stores one revision, or says what is there already. Returns after the commit reached the disk.
    ///
    /// # Errors
    /// [`Refused`]; the caller tries again later.
    pub async fn put(&self, record: Record) -> Result<Put, Refused> {
        let (reply, answer) = oneshot::channel();
        let (rev, level) = (record.rev, record.level());
        let put = self.send(Job::Put(Box::new(record), reply), answer).await?;
        self.news.note(rev, level, put);
        Ok(put)
    }

    /// What has come through this store since the last time this was asked.
    pub fn news(&self) -> News {
        self.news.take()
    }

    /// Removes all revisions of an id and remembers that it is gone.
    ///
    /// # Errors
    /// [`Refused`]; the caller tries again later.
    pub async fn delete(&self, id: &str) -> Result<(), Refused> {
        self.forget(vec![id.to_owned()]).await
    }

    async fn forget(&self, ids: Vec<String>) -> Result<(), Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Forget(ids, reply), answer).await
    }

    async fn lapse(&self, month: &str) -> Result<(), Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Lapse(month.to_owned(), reply), answer).await
    }

    /// Keeps a photo, or says that it is there already. Returns after the commit reached the disk.
    ///
    /// # Errors
    /// [`Refused`]; the caller tries again later.
    pub async fn put_photo(&self, photo: Photo) -> Result<PhotoPut, Refused> {
        let (reply, answer) = oneshot::channel();
        self.send(Job::Photo(Box::new(photo), reply), answer).await
    }

    /// Media type and bytes of the photo with this hash. `None`: it is not here, or not any more.
    ///
    /// # Errors
    /// The database said no.
    pub async fn photo(&self, sha256: &str) -> Result<Option<(String, Vec<u8>)>, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::photo(pool, sha256).await,
            Readers::Postgres(pool) => postgres::photo(pool, sha256).await,
        }
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
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::archived(pool).await,
            Readers::Postgres(pool) => postgres::archived(pool).await,
        }
    }

    /// The survey and the text of one of them. `None`: never served.
    ///
    /// # Errors
    /// The database said no.
    pub async fn definition(&self, version: &str) -> Result<Option<(String, String)>, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::definition(pool, version).await,
            Readers::Postgres(pool) => postgres::definition(pool, version).await,
        }
    }

    /// How many answers there are (ids, not revisions).
    ///
    /// # Errors
    /// The database said no.
    pub async fn count(&self) -> Result<i64, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::count(pool).await,
            Readers::Postgres(pool) => postgres::count(pool).await,
        }
    }

    /// How many answers there are (ids, not revisions) that no `mot-cua seed` made up.
    ///
    /// # Errors
    /// The database said no.
    pub async fn count_real(&self) -> Result<i64, Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::count_real(pool).await,
            Readers::Postgres(pool) => postgres::count_real(pool).await,
        }
    }

    /// Whether the database can be read now.
    ///
    /// # Errors
    /// The database said no.
    pub async fn ping(&self) -> Result<(), Trouble> {
        match &self.readers {
            Readers::Sqlite(pool) => sqlite::ping(pool).await,
            Readers::Postgres(pool) => postgres::ping(pool).await,
        }
    }

    /// Finishes what was accepted, folds `SQLite`'s write-ahead log into the file and closes it.
    pub async fn close(self) {
        match &self.readers {
            Readers::Sqlite(pool) => pool.close().await,
            Readers::Postgres(pool) => pool.close().await,
        }
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

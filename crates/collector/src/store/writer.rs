//! The one writer. It takes all that waits, commits it together, and only then tells each sender: many answers share one
//! flush of the disk, and none is acknowledged before it.

use sqlx::{Connection, SqliteConnection};
use tokio::sync::{mpsc, oneshot};

use super::put::{self, Archived, Put};
use super::record::Record;
use super::trouble::Trouble;

/// At most this many share a commit.
const GROUP: usize = 64;

type Reply<T> = oneshot::Sender<Result<T, Trouble>>;

/// Work for the writer, and where to say how it went.
#[derive(Debug)]
pub(super) enum Job {
    Put(Box<Record>, Reply<Put>),
    Delete(String, Reply<()>),
    Archive(Archived, Reply<()>),
    Close(oneshot::Sender<()>),
}

/// What a job came to, before anyone is told.
enum Done {
    Put(Put),
    Nothing,
}

pub(super) async fn run(mut connection: SqliteConnection, mut inbox: mpsc::Receiver<Job>) {
    let mut group = Vec::with_capacity(GROUP);
    let mut closing = None;
    while closing.is_none() && inbox.recv_many(&mut group, GROUP).await > 0 {
        let mut jobs = Vec::with_capacity(group.len());
        for job in group.drain(..) {
            match job {
                Job::Close(reply) => closing = Some(reply),
                job => jobs.push(job),
            }
        }
        commit(&mut connection, jobs).await;
    }
    let checkpoint = sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await;
    if let Err(error) = checkpoint {
        tracing::warn!(trouble = %Trouble::of(&error), "the write-ahead log stays beside the database");
    }
    if let Err(error) = connection.close().await {
        tracing::warn!(trouble = %Trouble::of(&error), "closing the database");
    }
    if let Some(reply) = closing {
        let _ = reply.send(());
    }
}

async fn commit(connection: &mut SqliteConnection, jobs: Vec<Job>) {
    if jobs.is_empty() {
        return;
    }
    match together(connection, &jobs).await {
        Ok(done) => jobs.into_iter().zip(done).for_each(|(job, done)| tell(job, Ok(done))),
        // One job that the database refuses must not take the others with it.
        Err(Trouble::Other(_)) if jobs.len() > 1 => {
            for job in jobs {
                let alone = together(connection, std::slice::from_ref(&job)).await;
                tell(job, alone.map(|mut done| done.pop().unwrap_or(Done::Nothing)));
            }
        }
        Err(trouble) => {
            tracing::error!(%trouble, waiting = jobs.len(), "the database did not take the answers; the phones keep them");
            for job in jobs {
                tell(job, Err(trouble.clone()));
            }
        }
    }
}

async fn together(connection: &mut SqliteConnection, jobs: &[Job]) -> Result<Vec<Done>, Trouble> {
    let done = in_transaction(connection, jobs).await;
    if done.is_err() {
        // On a full disk SQLite has rolled back by itself, and says here that nothing is left to roll back. That is why sqlx's
        // own transactions are not used: they take this for a transaction still open, and refuse every later one.
        let _ = sqlx::query("ROLLBACK").execute(connection).await;
    }
    done.map_err(|error| Trouble::of(&error))
}

async fn in_transaction(connection: &mut SqliteConnection, jobs: &[Job]) -> Result<Vec<Done>, sqlx::Error> {
    // IMMEDIATE: a lock is met here, before anything is done.
    sqlx::query("BEGIN IMMEDIATE").execute(&mut *connection).await?;
    let mut done = Vec::with_capacity(jobs.len());
    for job in jobs {
        done.push(match job {
            Job::Put(record, _) => Done::Put(put::put(connection, record).await?),
            Job::Delete(id, _) => put::delete(connection, id).await.map(|()| Done::Nothing)?,
            Job::Archive(definition, _) => {
                put::archive(connection, definition).await.map(|()| Done::Nothing)?
            }
            Job::Close(_) => Done::Nothing,
        });
    }
    sqlx::query("COMMIT").execute(connection).await?;
    Ok(done)
}

/// Whoever asked may be gone; what was committed stays committed.
fn tell(job: Job, outcome: Result<Done, Trouble>) {
    match job {
        Job::Put(_, reply) => {
            let outcome = outcome.and_then(|done| match done {
                Done::Put(put) => Ok(put),
                Done::Nothing => Err(Trouble::Closed),
            });
            let _ = reply.send(outcome);
        }
        Job::Delete(_, reply) | Job::Archive(_, reply) => {
            let _ = reply.send(outcome.map(|_| ()));
        }
        Job::Close(reply) => {
            let _ = reply.send(());
        }
    }
}

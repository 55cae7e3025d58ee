//! The one writer. It takes all that waits, commits it together, and only then tells each sender: many answers share one
//! flush of the disk, and none is acknowledged before it.

use std::sync::Arc;
use std::time::Instant;

use tokio::sync::{mpsc, oneshot};

use super::note::Note;
use super::photo::{Photo, PhotoPut};
use super::pulse::Pulse;
use super::put::{Archived, Put};
use super::record::Record;
use super::trouble::Trouble;

/// At most this many share a commit.
const GROUP: usize = 128;

type Reply<T> = oneshot::Sender<Result<T, Trouble>>;

/// Work for the writer, and where to say how it went.
#[derive(Debug)]
pub(super) enum Job {
    Put(Box<Record>, Reply<Put>),
    /// Removes all revisions of these ids, and remembers that they are gone.
    Forget(Vec<String>, Reply<()>),
    /// Forgets the used tokens whose last month (`2026-12`) is before this one.
    Lapse(String, Reply<()>),
    Archive(Archived, Reply<()>),
    Photo(Box<Photo>, Reply<PhotoPut>),
    Note(Note, Reply<()>),
    Close(oneshot::Sender<()>),
}

/// What a job came to, before anyone is told.
#[derive(Debug)]
pub(super) enum Done {
    Put(Put),
    Photo(PhotoPut),
    Nothing,
}

/// The writing half of a database.
pub(super) trait Database: Send + 'static {
    /// Does all jobs, in their order, and returns after they reached the disk. An error may leave some of them done, which
    /// does no harm: each may be done again.
    fn together(&mut self, jobs: &[Job]) -> impl Future<Output = Result<Vec<Done>, Trouble>> + Send;

    fn close(self) -> impl Future<Output = ()> + Send;
}

pub(super) async fn run(mut database: impl Database, mut inbox: mpsc::Receiver<Job>, pulse: Arc<Pulse>) {
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
        commit(&mut database, jobs, &pulse).await;
    }
    database.close().await;
    if let Some(reply) = closing {
        let _ = reply.send(());
    }
}

async fn commit(database: &mut impl Database, jobs: Vec<Job>, pulse: &Pulse) {
    if jobs.is_empty() {
        return;
    }
    let start = Instant::now();
    match database.together(&jobs).await {
        Ok(done) => {
            pulse.committed(jobs.len(), start.elapsed());
            jobs.into_iter().zip(done).for_each(|(job, done)| tell(job, Ok(done)));
        }
        // One job that the database refuses must not take the others with it.
        Err(Trouble::Other(_)) if jobs.len() > 1 => {
            for job in jobs {
                let alone = database.together(std::slice::from_ref(&job)).await;
                if let Err(trouble) = &alone {
                    tracing::error!(%trouble, "the database did not take an answer; the phone keeps it");
                }
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

/// Whoever asked may be gone; what was committed stays committed.
fn tell(job: Job, outcome: Result<Done, Trouble>) {
    match job {
        Job::Put(_, reply) => {
            let outcome = outcome.and_then(|done| match done {
                Done::Put(put) => Ok(put),
                Done::Photo(_) | Done::Nothing => Err(Trouble::Closed),
            });
            let _ = reply.send(outcome);
        }
        Job::Photo(_, reply) => {
            let outcome = outcome.and_then(|done| match done {
                Done::Photo(put) => Ok(put),
                Done::Put(_) | Done::Nothing => Err(Trouble::Closed),
            });
            let _ = reply.send(outcome);
        }
        Job::Forget(_, reply) | Job::Lapse(_, reply) | Job::Archive(_, reply) | Job::Note(_, reply) => {
            let _ = reply.send(outcome.map(|_| ()));
        }
        Job::Close(reply) => {
            let _ = reply.send(());
        }
    }
}

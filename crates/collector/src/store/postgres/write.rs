//! The writer's statements, and what it does when one fails for a moment.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

use mot_cua_contract::receipt::receipt;
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection, Row as _};
use tokio::time::{sleep, timeout};

use super::open::{PATIENCE, connect};
use super::visits::{bind_tokens, lapse};
use super::{Trouble, columns, insert, photos, trouble};
use crate::store::pulse::Pulse;
use crate::store::put::{Archived, First, MOST_CONFLICTS, Put};
use crate::store::record::Record;
use crate::store::table::{RESPONSES, Row};
use crate::store::writer::{Database, Done, Job};

/// The wait before the second try; each later one is twice as long, up to the longest.
const FIRST_WAIT: Duration = Duration::from_millis(5);
const LONGEST_WAIT: Duration = Duration::from_millis(500);

/// The one connection that writes. `None`: it broke, the next group makes another.
#[derive(Debug)]
pub(in crate::store) struct Writer {
    options: PgConnectOptions,
    connection: Option<PgConnection>,
    pulse: Arc<Pulse>,
}

impl Writer {
    pub(in crate::store) fn new(
        options: &PgConnectOptions,
        connection: PgConnection,
        pulse: Arc<Pulse>,
    ) -> Self {
        Self { options: options.clone(), connection: Some(connection), pulse }
    }

    async fn once(&mut self, jobs: &[Job]) -> Result<Vec<Done>, Trouble> {
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => connect(&self.options).await?,
        };
        // Taken out meanwhile: whatever ends this early (a timeout, too) also drops a connection in an unknown state.
        match timeout(PATIENCE, all(&mut connection, jobs)).await {
            Ok(Ok(done)) => {
                self.connection = Some(connection);
                Ok(done)
            }
            Ok(Err(error)) => {
                let trouble = trouble(&error);
                if !matches!(trouble, Trouble::Unreachable(_)) {
                    self.connection = Some(connection);
                }
                Err(trouble)
            }
            Err(_) => Err(Trouble::Unreachable(format!("no answer within {} s", PATIENCE.as_secs()))),
        }
    }
}

impl Database for Writer {
    /// A broken connection does not say whether its last statement was done. Doing it again is safe: a row that is there
    /// already is compared, not stored twice.
    async fn together(&mut self, jobs: &[Job]) -> Result<Vec<Done>, Trouble> {
        let start = Instant::now();
        let mut wait = FIRST_WAIT;
        loop {
            let trouble = match self.once(jobs).await {
                Err(trouble @ (Trouble::Busy | Trouble::Unreachable(_))) => trouble,
                done => return done,
            };
            if start.elapsed() + wait > PATIENCE {
                return Err(trouble);
            }
            self.pulse.retried();
            // Several collectors must not try again in step.
            sleep(wait + wait.mul_f64(f64::from(uuid::Uuid::new_v4().as_fields().1) / 65_536.0)).await;
            wait = (wait * 2).min(LONGEST_WAIT);
        }
    }

    async fn close(self) {
        if let Some(connection) = self.connection {
            // The server notices by itself where this fails.
            let _ = connection.close().await;
        }
    }
}

/// Neighbouring answers share one statement, which is one transaction.
async fn all(db: &mut PgConnection, jobs: &[Job]) -> Result<Vec<Done>, sqlx::Error> {
    let mut done = Vec::with_capacity(jobs.len());
    let mut answers = Vec::new();
    for job in jobs {
        if let Job::Put(record, _) = job {
            answers.push(record.as_ref());
            continue;
        }
        put(db, &mut answers, &mut done).await?;
        match job {
            Job::Forget(ids, _) => forget(db, ids).await?,
            Job::Lapse(month, _) => lapse(db, month).await?,
            Job::Archive(definition, _) => archive(db, definition).await?,
            Job::Photo(photo, _) => {
                done.push(Done::Photo(photos::put(db, photo).await?));
                continue;
            }
            Job::Note(note, _) => {
                let write = note.texts.iter().fold(sqlx::query(note.sql), sqlx::query::Query::bind);
                write.execute(&mut *db).await?;
            }
            Job::Put(..) | Job::Close(_) => {}
        }
        done.push(Done::Nothing);
    }
    put(db, &mut answers, &mut done).await?;
    Ok(done)
}

static PUT: LazyLock<String> = LazyLock::new(|| {
    let insert = insert(&RESPONSES);
    format!(
        "{insert} WHERE NOT EXISTS (SELECT 1 FROM deleted WHERE id = c0::uuid)
         ON CONFLICT (id, rev) DO NOTHING RETURNING id::text, rev"
    )
});

async fn put(
    db: &mut PgConnection,
    answers: &mut Vec<&Record>,
    done: &mut Vec<Done>,
) -> Result<(), sqlx::Error> {
    if answers.is_empty() {
        return Ok(());
    }
    let hashes: Vec<String> = answers.iter().map(|record| record.sha256()).collect();
    // The same key twice in one group: the second is compared with the first below.
    let mut keys = BTreeSet::new();
    let fresh = answers
        .iter()
        .zip(&hashes)
        .filter(|(record, _)| keys.insert((record.id.clone(), i64::from(record.rev))));
    let tiers = bind_tokens(db, answers).await?;
    let row = |(record, sha256): (&&Record, &String)| {
        let visit = record.visit.as_ref().and_then(|visit| Some(tiers.get(&visit.mark)?.tier(visit)));
        record.row(sha256, visit.unwrap_or(record.tier))
    };
    let rows: Vec<Row> = fresh.map(row).collect();
    let stored = columns(sqlx::query(&PUT), &RESPONSES, &rows).fetch_all(&mut *db).await?;
    // Of what has photos, or may have had.
    let changed = answers.iter().filter(|record| record.rev > 1 || record.photos().is_some());
    photos::settle(db, &changed.map(|record| record.id.clone()).collect::<Vec<_>>()).await?;
    let mut stored: BTreeSet<(String, i64)> = stored.iter().map(|row| (row.get(0), row.get(1))).collect();
    for (record, sha256) in answers.drain(..).zip(&hashes) {
        let is_new = stored.remove(&(record.id.clone(), i64::from(record.rev)));
        done.push(Done::Put(if is_new { Put::Stored } else { known(db, record, sha256).await? }));
    }
    Ok(())
}

/// Of a revision that was not stored: why.
async fn known(db: &mut PgConnection, record: &Record, sha256: &str) -> Result<Put, sqlx::Error> {
    let first: Option<First> =
        sqlx::query_as("SELECT sha256, shape, body FROM responses WHERE id = $1::uuid AND rev = $2")
            .bind(&record.id)
            .bind(i64::from(record.rev))
            .fetch_optional(&mut *db)
            .await?;
    match first {
        None => Ok(Put::Deleted),
        Some(first) if first.is(record, sha256) => Ok(Put::Same),
        Some(_) => keep_aside(db, record, sha256).await.map(|()| Put::Conflict),
    }
}

async fn keep_aside(db: &mut PgConnection, record: &Record, sha256: &str) -> Result<(), sqlx::Error> {
    // From `responses`: its owner may delete the answer at this moment.
    let keep = sqlx::query(
        "INSERT INTO conflicts (id, rev, sha256, body, received_at)
         SELECT id, rev, $3, $4, $5 FROM responses WHERE id = $1::uuid AND rev = $2
           AND (SELECT count(*) FROM conflicts WHERE id = $1::uuid AND rev = $2) < $6 ON CONFLICT DO NOTHING",
    );
    let keep = keep.bind(&record.id).bind(i64::from(record.rev)).bind(sha256);
    keep.bind(&record.body).bind(&record.received_at).bind(MOST_CONFLICTS).execute(db).await.map(|_| ())
}

async fn forget(db: &mut PgConnection, ids: &[String]) -> Result<(), sqlx::Error> {
    // First: if only this is done, the answer is still there to be deleted again.
    photos::forget(db, ids).await?;
    let forget = sqlx::query(
        "WITH gone AS (INSERT INTO deleted (id) SELECT UNNEST($1::text[])::uuid ON CONFLICT DO NOTHING)
         DELETE FROM responses WHERE id = ANY($1::text[]::uuid[])",
    );
    forget.bind(ids).execute(&mut *db).await?;
    let receipts: Vec<String> = ids.iter().filter_map(|id| receipt(id)).collect();
    let replies = sqlx::query("DELETE FROM replies WHERE receipt = ANY($1)").bind(receipts);
    replies.execute(db).await.map(|_| ())
}

async fn archive(db: &mut PgConnection, definition: &Archived) -> Result<(), sqlx::Error> {
    let archive = sqlx::query(
        "INSERT INTO definitions (version, survey, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
    );
    let archive = archive.bind(&definition.version).bind(&definition.survey).bind(&definition.text);
    archive.execute(db).await.map(|_| ())
}

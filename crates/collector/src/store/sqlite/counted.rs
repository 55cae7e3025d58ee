//! The answers of the figures: a million of them in one pass.

use super::{View, trouble};
use crate::store::Trouble;
use crate::store::export::Counted;

/// Revisions in one row. A row is handed from `SQLite`'s thread to ours: of each by itself that costs more than reading it.
const PAGE: i64 = 512;
/// Between two revisions of a page, and between the parts of one: JSON holds neither as it is.
const BETWEEN: char = '\u{1e}';
const PART: char = '\u{1f}';
/// The bodies of months that nobody asks for stay where they are. (What is empty `concat_ws` leaves out.)
const SQL: &str = "SELECT group_concat(line, char(30)) FROM (\
     SELECT concat_ws(char(31), id, rev, month, received_at, tier, iif(month BETWEEN ?3 AND ?4, body, '-')) AS line \
     FROM responses WHERE (id, rev) > (?1, ?2) ORDER BY id, rev LIMIT ?5)";

/// A revision of a page; it lives in that, and the one that counts so far is kept beyond it.
#[derive(Clone, Copy)]
struct Revision<'a> {
    id: &'a str,
    rev: i64,
    one: Counted<'a>,
}

impl<'a> Revision<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let mut parts = line.splitn(6, PART);
        let (id, rev) = (parts.next()?, parts.next()?.parse().ok()?);
        let (month, received_at, tier) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { id, rev, one: Counted { body: parts.next()?, month, received_at, tier } })
    }
}

/// A copy of a [`Revision`], in buffers that are used again.
#[derive(Default)]
struct Held {
    id: String,
    body: String,
    month: String,
    received_at: String,
    tier: String,
}

impl Held {
    fn put(&mut self, Revision { id, one, .. }: &Revision<'_>) {
        let parts = [
            (&mut self.id, *id),
            (&mut self.body, one.body),
            (&mut self.month, one.month),
            (&mut self.received_at, one.received_at),
            (&mut self.tier, one.tier),
        ];
        for (mine, part) in parts {
            mine.clear();
            mine.push_str(part);
        }
    }

    /// `None`: its first revision came in another month.
    fn counted(&self, (first, last): (&str, &str)) -> Option<Counted<'_>> {
        let Self { body, month, received_at, tier, .. } = self;
        (first..=last).contains(&month.as_str()).then_some(Counted { body, month, received_at, tier })
    }
}

impl View {
    /// Of each id whose first revision came in these months: the highest revision of the month in which it came.
    pub(in crate::store) async fn each_counted<E: From<Trouble>>(
        &mut self,
        months: (&str, &str),
        mut each: impl FnMut(Counted<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut held = Held::default();
        let mut next = self.page("", 0, months).await?;
        while let Some(page) = next.take() {
            let revisions: Option<Vec<Revision<'_>>> = page.split(BETWEEN).map(Revision::of).collect();
            let broken = || Trouble::Damaged("an answer that is no JSON".to_owned());
            let mut revisions = revisions.ok_or_else(broken)?;
            // SQLite keeps the order of what it joins, and promises nothing.
            revisions.sort_unstable_by_key(|revision| (revision.id, revision.rev));
            let Some(end) = revisions.last() else { break };
            let count = async {
                for revision in &revisions {
                    if revision.id != held.id {
                        held.counted(months).map_or(Ok(()), &mut each)?;
                    } else if revision.one.month > held.month.as_str() {
                        continue;
                    }
                    held.put(revision);
                }
                Ok::<_, E>(())
            };
            // SQLite's own thread reads the next page while this one is counted.
            let (page, counted) = tokio::join!(self.page(end.id, end.rev, months), count);
            counted?;
            next = page?;
        }
        held.counted(months).map_or(Ok(()), each)
    }

    /// What follows that revision. `None`: nothing does.
    async fn page(
        &mut self,
        id: &str,
        rev: i64,
        (first, last): (&str, &str),
    ) -> Result<Option<String>, Trouble> {
        let page = sqlx::query_scalar(SQL).bind(id).bind(rev).bind(first).bind(last).bind(PAGE);
        page.fetch_one(&mut *self.0).await.map_err(|e| trouble(&e))
    }
}

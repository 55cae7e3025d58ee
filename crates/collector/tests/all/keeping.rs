//! How long answers are kept, and where else: purge, backup, migration, what was kept aside.

use std::path::PathBuf;

use mot_cua_collector::store::{Absent, Address, Copy, CopyError, Store, StoreError};
use serde_json::json;

use crate::desk::{ID, NOW, On, Server, answer, ask, file, fresh, id};

on_both!(
    months_that_are_over_go_whole_and_stay_gone,
    what_was_kept_aside_is_shown,
    a_backup_is_whole_and_private,
    all_rows_arrive_in_the_other_database_and_come_back,
    a_database_with_other_answers_is_left_alone,
);

const MONTH: i64 = 30 * 24 * 3_600_000;

/// The store of an address, for as long as `work` lasts.
pub(crate) fn with<T>(address: &Address, work: impl AsyncFnOnce(&Store) -> T) -> T {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let store = Store::open(address, Absent::Create, 64).await.unwrap();
        let done = work(&store).await;
        store.close().await;
        done
    })
}

/// Three answers of September, October and November; the first has a revision of November and one kept aside.
fn three_months(on: On) -> Server {
    let server = Server::start(on);
    for (n, months) in [(0, 2), (1, 1), (2, 0)] {
        server.set_clock(NOW - months * MONTH);
        let mut tap = answer(&id(n), 1, json!({"overall": 5, "words": "Tốt \u{1f44d}\u{0000}"}));
        if n == 0 {
            tap["token"] = crate::visits::token(1, NOW - months * MONTH).into();
        }
        assert_eq!(server.post(&tap).status, 201);
    }
    assert_eq!(server.post(&answer(&id(0), 2, json!({"overall": 4}))).status, 201);
    assert_eq!(server.post(&answer(&id(0), 2, json!({"overall": 1}))).status, 422);
    server.send("DELETE", &format!("/api/responses/{ID}"), &[], "");
    server
}

fn months_that_are_over_go_whole_and_stay_gone(on: On) {
    let server = three_months(on);
    let counted = with(&server.database, async |store| {
        let counted =
            (store.count_before("2026-09").await.unwrap(), store.count_before("2026-10").await.unwrap());
        assert_eq!(store.purge_before("2026-10").await.unwrap(), 1);
        counted
    });
    assert_eq!(counted, (0, 1));
    let left = "SELECT count(*) FROM responses WHERE month < '2026-10'";
    assert_eq!(
        (server.count(left), server.count("SELECT count(*) FROM responses")),
        (0, 2),
        "the late revision too"
    );
    assert_eq!(server.count("SELECT count(*) FROM conflicts"), 0);
    for (n, status) in [(0, 410), (1, 200)] {
        assert_eq!(
            server.post(&answer(&id(n), 1, json!({"overall": 5, "words": "Tốt \u{1f44d}\u{0000}"}))).status,
            status
        );
    }
    assert_eq!(server.post(&answer(ID, 1, json!({"overall": 5}))).status, 410, "deleted stays deleted");
    // A used token is remembered as long as it could be used again.
    assert_eq!(server.count("SELECT count(*) FROM visits"), 1);
    with(&server.database, async |store| store.purge_before("2026-11").await.unwrap());
    assert_eq!(server.count("SELECT count(*) FROM visits"), 0);
}

fn what_was_kept_aside_is_shown(on: On) {
    let server = three_months(on);
    let mut shown = Vec::new();
    with(&server.database, async |store| {
        let mut view = store.latest().await.unwrap();
        let each = view.each_conflict(|kept| {
            shown.push(kept);
            Ok::<_, mot_cua_collector::store::Trouble>(())
        });
        each.await.unwrap();
        view.close().await;
    });
    assert_eq!(shown.len(), 1);
    let kept = shown.first().unwrap();
    assert_eq!((kept.id.as_str(), kept.rev), (id(0).as_str(), 2));
    assert!(kept.first.contains("\"overall\":4") && kept.other.contains("\"overall\":1"));
    assert!(server.get("/metrics").body.contains("outcome=\"conflict\"} 1"));
}

fn a_backup_is_whole_and_private(on: On) {
    let server = three_months(on);
    let to: PathBuf = file(&fresh(On::Sqlite)).to_owned();
    with(&server.database, async |store| {
        store.backup(&to).await.unwrap();
        let again = store.backup(&to).await.unwrap_err().to_string();
        assert!(again.contains("is there already"), "{again}");
    });
    // It went on taking answers meanwhile; this one came after.
    server.post(&answer(&id(7), 1, json!({"overall": 5})));
    let copy = Address::Sqlite(to.clone());
    assert_eq!(ask::<i64>(&copy, "SELECT count(*) FROM responses"), 4);
    assert_eq!(ask::<i64>(&copy, "SELECT count(*) FROM deleted"), 1);
    assert!(!to.with_extension("db.partial").exists());
    #[cfg(unix)]
    assert_eq!(std::os::unix::fs::PermissionsExt::mode(&to.metadata().unwrap().permissions()) & 0o777, 0o600);
    with(&copy, async |store| assert_eq!(store.count().await.unwrap(), 3));
}

fn all_rows_arrive_in_the_other_database_and_come_back(on: On) {
    let mut server = three_months(on);
    server.stop();
    let other = fresh(match on {
        On::Sqlite if crate::desk::postgres::is_here() => On::Postgres,
        _ => On::Sqlite,
    });
    let copied = |from: &Address, to: &Address| with(from, async |store| store.copy(to).await.unwrap());
    let Copy::Done(there) = copied(&server.database, &other) else { panic!("it was empty") };
    let rows: Vec<(&str, u64)> = there.iter().map(|copied| (copied.table, copied.rows)).collect();
    assert_eq!(
        rows,
        [
            ("definitions", 1),
            ("responses", 4),
            ("conflicts", 1),
            ("deleted", 1),
            ("visits", 1),
            ("photos", 0),
            ("publications", 0),
            ("replies", 0),
            ("desk_keys", 0)
        ]
    );
    assert_eq!(copied(&server.database, &other), Copy::Already(there.clone()), "once more changes nothing");
    let Copy::Done(back) = copied(&other, &fresh(on)) else { panic!("it was empty") };
    assert_eq!(back, there, "the same digests on both ways");
    // Served from there, a retry is known and a deletion remembered.
    let server = Server::start_with(&other, "/", mot_cua_collector::Limits::default(), 8);
    let tap = answer(&id(2), 1, json!({"overall": 5, "words": "Tốt \u{1f44d}\u{0000}"}));
    assert_eq!(server.post(&tap).status, 200);
    assert_eq!(server.post(&answer(ID, 1, json!({"overall": 5}))).status, 410);
}

fn a_database_with_other_answers_is_left_alone(on: On) {
    let (from, to) = (three_months(on), Server::start(on));
    to.post(&answer(&id(9), 1, json!({"overall": 3})));
    let refused = with(&from.database, async |store| store.copy(&to.database).await.unwrap_err());
    assert!(matches!(refused, CopyError::NotEmpty(_)), "{refused}");
    assert_eq!(to.count("SELECT count(*) FROM responses"), 1);
}

/// A row that changes on its way, here by a trigger of the other database, must undo all of it.
#[test]
fn what_arrives_differently_is_not_kept() {
    use sqlx::Executor;
    let from = three_months(On::Sqlite);
    let to = fresh(On::Sqlite);
    with(&to, async |_| ());
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let sql = "CREATE TRIGGER t AFTER INSERT ON responses BEGIN UPDATE responses SET lang = 'xx' WHERE rev = 2; END";
        crate::desk::sqlite(file(&to)).await.execute(sql).await.unwrap();
    });
    let refused = with(&from.database, async |store| store.copy(&to).await.unwrap_err());
    assert!(
        matches!(refused, CopyError::Differs { table: "responses", sent: 4, arrived: 4, .. }),
        "{refused}"
    );
    assert_eq!(ask::<i64>(&to, "SELECT count(*) FROM definitions"), 0);
    let gone: Result<Store, StoreError> = tokio::runtime::Runtime::new().unwrap().block_on(Store::open(
        &Address::Sqlite("/nowhere/x.db".into()),
        Absent::Refuse,
        1,
    ));
    assert!(gone.is_err());
}

/// A file of the version before ratings had a column of their own.
#[test]
fn a_database_of_the_first_version_is_brought_up_to_date() {
    use sqlx::Executor;
    let server = three_months(On::Sqlite);
    let old = fresh(On::Sqlite);
    let folder = file(&old).with_extension("migrations");
    std::fs::create_dir(&folder).unwrap();
    let first = "migrations/sqlite/0001_answers.sql";
    std::fs::copy(first, folder.join("0001_answers.sql")).unwrap();
    std::fs::write(file(&old), "").unwrap();
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let mut connection = crate::desk::sqlite(file(&old)).await;
        sqlx::migrate::Migrator::new(folder.as_path()).await.unwrap().run(&mut connection).await.unwrap();
        let fill = format!("ATTACH '{}' AS new; CREATE TEMP TABLE t AS SELECT * FROM new.responses; ALTER TABLE t DROP COLUMN level; ALTER TABLE t DROP COLUMN tier; ALTER TABLE t DROP COLUMN photos; ALTER TABLE t DROP COLUMN rate; ALTER TABLE t DROP COLUMN trap; ALTER TABLE t DROP COLUMN contact; INSERT INTO responses SELECT * FROM t", file(&server.database).display());
        connection.execute(fill.as_str()).await.unwrap();
    });
    assert_eq!(with(&old, async |store| store.count().await.unwrap()), 3);
    assert_eq!(ask::<i64>(&old, "SELECT sum(level) FROM responses"), 5 + 4 + 5 + 5);
}

//! What is in the database afterwards, against what was acknowledged.

use std::collections::BTreeSet;

use mot_cua_collector::store::{Absent, Address, Store, Trouble};

use crate::answers::number;

/// How many acknowledged answers are missing, and how many rows there are more than answers.
pub(crate) async fn compare(database: &Address, acknowledged: &BTreeSet<u64>) -> (usize, usize) {
    let store = Store::open(database, Absent::Refuse, 1).await.unwrap();
    let mut view = store.latest().await.unwrap();
    let (mut stored, mut rows) = (BTreeSet::new(), 0);
    let read = view.each(|line| {
        let body: serde_json::Value = serde_json::from_str(&line.body).unwrap();
        stored.insert(number(body["id"].as_str().unwrap()));
        rows += 1;
        Ok::<_, Trouble>(())
    });
    read.await.unwrap();
    view.close().await;
    store.close().await;
    (acknowledged.difference(&stored).count(), rows - stored.len())
}

//! Which revisions the figures are of.

use std::collections::BTreeSet;

use mot_cua_collector::store::{Counted, Record, Shape, Tier, Trouble};
use mot_cua_contract::Place;
use mot_cua_survey::figures::{Month, Revisions};
use serde_json::{Map, json};

use crate::desk::{On, Server, answer, id};
use crate::keeping::with;

on_both!(a_revision_counts_wherever_a_page_of_the_database_ends);

/// Enough for three pages of what is read at a time, which is 512.
const IDS: u32 = 700;

fn record(n: u32, rev: u32, month: &str) -> Record {
    Record {
        id: id(n),
        rev,
        body: answer(&id(n), rev, json!({"overall": 1 + n % 5})).to_string(),
        shape: Shape::Json,
        survey: "quick".to_owned(),
        survey_version: "v".to_owned(),
        validated: true,
        place: Place::unit("04795"),
        place_known: true,
        answers: Map::new(),
        complete: false,
        saved_at: format!("{month}-05T09:00:00+07:00"),
        received_at: format!("{month}-05T09:00:00+07:00"),
        lang: "vi".to_owned(),
        app: "0.1.0".to_owned(),
        fetch_site: None,
        tier: Tier::Poster,
        visit: None,
        rate: 0,
        trapped: false,
    }
}

/// Of each answer the highest revision of its first month, however many it has: as for lines of JSON, where all are noted first.
fn a_revision_counts_wherever_a_page_of_the_database_ends(on: On) {
    let server = Server::start(on);
    let all: Vec<(u32, u32, &str)> = (0..IDS)
        .flat_map(|n| {
            let months = ["2026-09", "2026-10", "2026-10", "2026-11", "2026-12"];
            // Of some the clock went back between two revisions.
            let at = move |rev: u32| if n % 7 == 0 { 4 - rev } else { n % 3 + rev / 2 };
            (1..=1 + n % 4).map(move |rev| (n, rev, months[at(rev) as usize]))
        })
        .collect();
    let mut revisions = Revisions::default();
    for (n, rev, month) in &all {
        revisions.note(&id(*n), *rev, month.parse().unwrap());
    }
    let (first, last): (Month, Month) = ("2026-10".parse().unwrap(), "2026-11".parse().unwrap());
    let mut expected = BTreeSet::new();
    for (n, rev, month) in &all {
        let of: Month = month.parse().unwrap();
        if revisions.take(&id(*n), *rev, of) && (first..=last).contains(&of) {
            expected.insert((record(*n, *rev, month).body, (*month).to_owned()));
        }
    }
    let counted = with(&server.database, async |store| {
        for records in all.chunks(64) {
            let mut puts = tokio::task::JoinSet::new();
            for (n, rev, month) in records {
                let (store, record) = (store.clone(), record(*n, *rev, month));
                puts.spawn(async move { store.put(record).await });
            }
            assert!(puts.join_all().await.iter().all(Result::is_ok));
        }
        let (mut counted, mut times) = (BTreeSet::new(), 0);
        let mut latest = store.latest().await.unwrap();
        let each = latest.each_counted(("2026-10", "2026-11"), |one: Counted<'_>| {
            assert_eq!((one.received_at.get(..7), one.tier), (Some(one.month), "poster"));
            times += 1;
            counted.insert((one.body.to_owned(), one.month.to_owned()));
            Ok::<_, Trouble>(())
        });
        each.await.unwrap();
        latest.close().await;
        assert_eq!(counted.len(), times, "none twice");
        counted
    });
    assert!(all.len() > 1_500 && expected.len() > 300, "{} {}", all.len(), expected.len());
    assert!(counted == expected, "{} counted, expected {}", counted.len(), expected.len());
}

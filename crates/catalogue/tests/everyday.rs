//! Queries in everyday words (`bench/search/queries.json`) find what was meant. Floors a little under what was measured:
//! they fail when something breaks, not when a word changes.
#![allow(clippy::unwrap_used)]

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use mot_cua_catalogue::{Filter, Index, Procedure};
use serde::Deserialize;

/// What counts as found: among so many.
const CUT: usize = 10;

#[derive(Deserialize)]
struct Asked {
    query: String,
    /// Code → 3: what was meant, 2: useful, 1: related.
    relevant: BTreeMap<String, u8>,
}

fn lists() -> BTreeMap<String, Vec<Asked>> {
    let all: BTreeMap<String, serde_json::Value> =
        serde_json::from_str(include_str!("../../../bench/search/queries.json")).unwrap();
    all.into_iter()
        .filter(|(_, list)| list.is_array())
        .map(|(n, l)| (n, serde_json::from_value(l).unwrap()))
        .collect()
}

/// Every query that this catalogue can answer finds something. `floors`: lists of `queries.json`, each with its least R@10 in
/// hundredths.
fn holds(procedures: &[Procedure], floors: &[(&str, usize)]) {
    let index = Index::build(procedures);
    let known: BTreeSet<&str> = procedures.iter().map(|p| p.code.as_str()).collect();
    let lists = lists();
    for (name, floor) in floors {
        let (mut hundredths, mut count) = (0, 0);
        for Asked { query, relevant } in &lists[*name] {
            let meant = |least: u8| {
                let meant = relevant.iter().filter(move |(_, grade)| **grade >= least);
                meant.map(|(code, _)| code.as_str()).filter(|code| known.contains(code)).collect::<Vec<_>>()
            };
            if meant(3).is_empty() {
                continue;
            }
            let hits = index.answer(query, Filter::default(), CUT).hits;
            assert!(!hits.is_empty(), "{query}");
            let found =
                hits.iter().filter(|hit| meant(2).contains(&index.item(hit.item).unwrap().code)).count();
            hundredths += found * 100 / meant(2).len();
            count += 1;
        }
        let recall = hundredths / count;
        println!("{} procedures, {name}: {count} queries, R@{CUT} {recall} %", procedures.len());
        assert!(recall >= *floor, "{name}: {recall} % of {floor} %");
    }
}

#[test]
fn in_the_sample() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public/catalogue/p");
    let files = fs::read_dir(folder).unwrap();
    let read = |file: fs::DirEntry| serde_json::from_str(&fs::read_to_string(file.path()).unwrap()).unwrap();
    let procedures: Vec<Procedure> = files.map(|file| read(file.unwrap())).collect();
    holds(&procedures, &[("first", 97), ("second", 95), ("third", 90), ("fourth", 95)]);
}

#[test]
fn among_all_of_the_nation() {
    let Some([counter, _, all]) = common::sizes() else { return };
    holds(all, &[("second", 95), ("third", 88), ("fourth", 95)]);
    holds(counter, &[("first", 97), ("second", 95), ("third", 86), ("fourth", 95)]);
}

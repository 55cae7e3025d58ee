//! Names from before the merger: they lead to the ward of today.

use super::{Ward, Wards};
use crate::fold::{exact, fold};

/// Kinds of unit that people leave out or mistake.
const KINDS: [&str; 6] = ["phuong ", "xa ", "thi tran ", "quan ", "huyen ", "dac khu "];

/// The wards that one of these names became a part of, with the name that fits. Those that agree in every mark come
/// before those that agree in letters only (`Cẩm Giang` and `Cẩm Giàng`).
pub fn formerly<'a>(wards: &'a Wards, query: &str) -> Vec<(&'a Ward, &'a str)> {
    let (wanted, marks) = (fold(query), exact(query));
    if wanted.is_empty() {
        return Vec::new();
    }
    let names = wards.units.iter().flat_map(|ward| ward.former.iter().map(move |name| (ward, name.as_str())));
    let mut found: Vec<_> = names.filter(|(_, name)| bare(&fold(name)) == bare(&wanted)).collect();
    found.sort_by_key(|(_, name)| !exact(name).ends_with(&marks));
    found
}

fn bare(folded: &str) -> &str {
    KINDS.iter().find_map(|kind| folded.strip_prefix(kind)).unwrap_or(folded)
}

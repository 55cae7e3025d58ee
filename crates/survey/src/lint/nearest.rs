//! "Did you mean": the known word nearest to a mistyped one.

/// The word that is fewest edits away: one edit in four letters at most, in any case of letters.
pub(super) fn to<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 40;
    let word = word.to_lowercase();
    if word.chars().count() > LONGEST {
        return None;
    }
    let limit = (word.chars().count() / 4).max(1);
    known
        .map(|one| (distance(&word, &one.to_lowercase()), one))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, one)| one)
}

/// Levenshtein's distance.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, from) in a.chars().enumerate() {
        let mut next = vec![at + 1];
        for ((to, pair), left) in b.iter().zip(row.windows(2)).zip(0..) {
            let (swap, drop) = match pair {
                [swap, drop] => (*swap, *drop),
                _ => return usize::MAX,
            };
            let add = next.get(left).copied().unwrap_or(usize::MAX - 1);
            next.push((swap + usize::from(*to != from)).min(drop + 1).min(add + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::to;

    #[test]
    fn finds_what_was_meant() {
        let known = ["isRequired", "title", "rateValues", "choices"];
        for (typed, meant) in [
            ("isrequired", "isRequired"),
            ("isRequred", "isRequired"),
            ("titel", ""),
            ("tittle", "title"),
            ("choises", "choices"),
            ("zzz", ""),
            ("", ""),
        ] {
            assert_eq!(to(typed, known.into_iter()).unwrap_or_default(), meant, "{typed}");
        }
    }
}

//! Three pages are made of one source, so that nobody waits for what is not needed: `core` (the faces, a plain survey, look-up),
//! `full` (a survey of any kind, without look-up) and `more` (`core`, and every other screen of look-up). Where a page has not
//! what was asked for, it loads the address again, and `loader.js` takes the right one by its hash. Hence one list, here and there.

/// Beginnings of `location.hash`, without `#`, of what only `more` shows.
pub(crate) const NAMES: [&str; 6] = ["ward", "life", "desk", "slip", "remind", "filter"];

/// Whether `loader.js` takes that page for this hash.
pub(crate) fn is_elsewhere(hash: &str) -> bool {
    let name = hash.split('/').next().unwrap_or_default();
    NAMES.contains(&name)
}

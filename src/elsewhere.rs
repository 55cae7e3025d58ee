//! Screens that only the full page has. The small page hands them on: it loads the address again, and `loader.js` takes the
//! full one by its hash. Hence one list, here and there.

/// Beginnings of `location.hash`, without `#`.
pub(crate) const NAMES: [&str; 4] = ["ward", "life", "desk", "slip"];

/// Whether `loader.js` takes the full page for this hash.
pub(crate) fn is_elsewhere(hash: &str) -> bool {
    let name = hash.split('/').next().unwrap_or_default();
    NAMES.contains(&name)
}

//! Whether an address is one to print: what hangs on a wall is not changed any more.

/// Why to think twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caution {
    /// It is no address of a page: nothing can be printed.
    NotOne,
    /// Only this machine knows it.
    ThisMachine,
    /// Only phones in the office's own network reach it.
    ThisNetwork,
    /// Anyone on the way can read and change what is sent.
    Open,
}

/// `None`: nothing speaks against it.
pub(crate) fn caution(base: &str) -> Option<Caution> {
    if mot_cua_sheets::places::is_page(base).is_err() {
        return Some(Caution::NotOne);
    }
    let (scheme, rest) = base.split_once("://").unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default().to_ascii_lowercase();
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let parts: Vec<Option<u8>> = name.split('.').map(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        [Some(127), ..] => return Some(Caution::ThisMachine),
        // RFC 1918, and what a machine gives itself (RFC 3927).
        [Some(10), _, _, _]
        | [Some(192), Some(168), _, _]
        | [Some(169), Some(254), _, _]
        | [Some(172), Some(16..=31), _, _] => return Some(Caution::ThisNetwork),
        _ => {}
    }
    if name.rsplit('.').next() == Some("localhost") {
        Some(Caution::ThisMachine)
    } else if matches!(name.rsplit_once('.'), None | Some((_, "local" | "lan"))) {
        Some(Caution::ThisNetwork)
    } else if scheme.eq_ignore_ascii_case("http") {
        Some(Caution::Open)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::{Caution, caution};

    #[test]
    fn what_a_phone_of_a_citizen_will_not_reach_is_told() {
        for (base, told) in [
            ("https://danhgia.example.vn", None),
            ("https://danhgia.example.vn/mot-cua", None),
            ("https://8.8.8.8", None),
            ("http://danhgia.example.vn", Some(Caution::Open)),
            ("http://localhost:8080", Some(Caution::ThisMachine)),
            ("HTTPS://127.0.0.1", Some(Caution::ThisMachine)),
            ("http://192.168.1.7:8080", Some(Caution::ThisNetwork)),
            ("https://172.20.0.3", Some(Caution::ThisNetwork)),
            ("https://may-chu", Some(Caution::ThisNetwork)),
            ("https://may.local/x", Some(Caution::ThisNetwork)),
            ("", Some(Caution::NotOne)),
            ("danhgia.example.vn", Some(Caution::NotOne)),
            ("https://x.vn/?q=1", Some(Caution::NotOne)),
            ("javascript:alert(1)", Some(Caution::NotOne)),
        ] {
            assert_eq!(caution(base), told, "{base}");
        }
    }
}

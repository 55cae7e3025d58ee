//! The tables, the same in both databases, as lists of columns: what is written, copied and compared.

use sha2::{Digest as _, Sha256};

/// What a column holds, and how each database writes that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A UUID in lower case.
    Id,
    Text,
    Number,
    /// 0 or 1.
    Flag,
    Bytes,
}

#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) columns: &'static [(&'static str, Kind)],
}

/// One column of one row. `None` is SQL's NULL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    Text(Option<String>),
    Number(Option<i64>),
    Bytes(Vec<u8>),
}

/// In the order of the table's columns.
pub(crate) type Row = Vec<Value>;

pub(crate) const DEFINITIONS: Table = Table {
    name: "definitions",
    columns: &[("version", Kind::Text), ("survey", Kind::Text), ("text", Kind::Text)],
};

pub(crate) const RESPONSES: Table = Table {
    name: "responses",
    columns: &[
        ("id", Kind::Id),
        ("rev", Kind::Number),
        ("body", Kind::Text),
        ("sha256", Kind::Text),
        ("shape", Kind::Text),
        ("survey", Kind::Text),
        ("survey_version", Kind::Text),
        ("validated", Kind::Flag),
        ("unit", Kind::Text),
        ("counter", Kind::Text),
        ("field", Kind::Text),
        ("\"procedure\"", Kind::Text),
        ("place_known", Kind::Flag),
        ("complete", Kind::Flag),
        ("saved_at", Kind::Text),
        ("received_at", Kind::Text),
        ("month", Kind::Text),
        ("lang", Kind::Text),
        ("app", Kind::Text),
        ("fetch_site", Kind::Text),
        ("level", Kind::Number),
        ("tier", Kind::Text),
        ("rate", Kind::Number),
        ("trap", Kind::Flag),
        ("photos", Kind::Text),
        ("contact", Kind::Text),
    ],
};

pub(crate) const CONFLICTS: Table = Table {
    name: "conflicts",
    columns: &[
        ("id", Kind::Id),
        ("rev", Kind::Number),
        ("sha256", Kind::Text),
        ("body", Kind::Text),
        ("received_at", Kind::Text),
    ],
};

pub(crate) const DELETED: Table = Table { name: "deleted", columns: &[("id", Kind::Id)] };

pub(crate) const VISITS: Table = Table {
    name: "visits",
    columns: &[("mark", Kind::Text), ("holder", Kind::Text), ("late", Kind::Flag), ("until", Kind::Text)],
};

pub(crate) const PHOTOS: Table = Table {
    name: "photos",
    columns: &[
        ("sha256", Kind::Text),
        ("media", Kind::Text),
        ("size", Kind::Number),
        ("day", Kind::Text),
        ("named", Kind::Flag),
        ("bytes", Kind::Bytes),
    ],
};

pub(crate) const PUBLICATIONS: Table = Table {
    name: "publications",
    columns: &[("unit", Kind::Text), ("month", Kind::Text), ("body", Kind::Text)],
};

pub(crate) const REPLIES: Table = Table {
    name: "replies",
    columns: &[("receipt", Kind::Text), ("words", Kind::Text), ("day", Kind::Text), ("shown", Kind::Text)],
};

pub(crate) const DESK_KEYS: Table =
    Table { name: "desk_keys", columns: &[("name", Kind::Text), ("hash", Kind::Text)] };

/// In an order in which they can be filled: a conflict refers to its answer.
pub(crate) const ALL: [Table; 9] =
    [DEFINITIONS, RESPONSES, CONFLICTS, DELETED, VISITS, PHOTOS, PUBLICATIONS, REPLIES, DESK_KEYS];

impl Table {
    /// Rows that are held in memory at a time.
    pub(crate) fn together(&self) -> usize {
        if self.columns.iter().any(|(_, kind)| *kind == Kind::Bytes) { 16 } else { 500 }
    }

    /// `id, rev, …`, each name through `each`.
    pub(crate) fn list(&self, each: impl Fn(usize, &str, Kind) -> String) -> String {
        let columns = self.columns.iter().enumerate();
        columns.map(|(at, (name, kind))| each(at, name, *kind)).collect::<Vec<_>>().join(", ")
    }

    pub(crate) fn names(&self) -> String {
        self.list(|_, name, _| name.to_owned())
    }
}

/// What a set of rows comes to, in whatever order they are read: the sum (XOR) of their SHA-256.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Digest {
    pub(crate) rows: u64,
    sum: [u8; 32],
}

impl Digest {
    pub(crate) fn add(&mut self, row: &[Value]) {
        let mut hash = Sha256::new();
        for value in row {
            // A length before each text: "ab", "c" is not "a", "bc".
            match value {
                Value::Text(Some(text)) => {
                    hash.update([1]);
                    hash.update((text.len() as u64).to_le_bytes());
                    hash.update(text);
                }
                Value::Number(Some(number)) => {
                    hash.update([2]);
                    hash.update(number.to_le_bytes());
                }
                Value::Text(None) | Value::Number(None) => hash.update([0]),
                Value::Bytes(bytes) => {
                    hash.update([3]);
                    hash.update((bytes.len() as u64).to_le_bytes());
                    hash.update(bytes);
                }
            }
        }
        for (sum, byte) in self.sum.iter_mut().zip(hash.finalize()) {
            *sum ^= byte;
        }
        self.rows += 1;
    }

    pub(crate) fn hex(&self) -> String {
        hex::encode(self.sum)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_does_not_matter_and_a_letter_does() {
        let row =
            |a: &str, b: Option<&str>| vec![Value::Text(Some(a.into())), Value::Text(b.map(Into::into))];
        let digest = |rows: &[Row]| {
            let mut digest = Digest::default();
            for row in rows {
                digest.add(row);
            }
            digest
        };
        let (one, two) = (row("ab", Some("c")), row("a", Some("bc")));
        assert_eq!(digest(&[one.clone(), two.clone()]), digest(&[two.clone(), one.clone()]));
        assert_ne!(digest(std::slice::from_ref(&one)), digest(&[two]));
        assert_ne!(digest(&[row("a", None)]), digest(&[row("a", Some(""))]));
    }
}

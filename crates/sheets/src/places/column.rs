//! The columns of the list of places.

use crate::heads;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Unit,
    Office,
    Counter,
    Desk,
    Phone,
    Purpose,
    Base,
}

impl heads::Column for Column {
    const KNOWN: &'static [(Self, &'static [&'static str])] = &[
        (Self::Unit, &["ma don vi", "ma phuong xa", "ma xa", "ma phuong", "ma", "unit", "code"]),
        (Self::Office, &["ten don vi", "don vi", "phuong xa", "ten", "name", "office"]),
        (Self::Counter, &["ma quay", "quay", "so quay", "counter"]),
        (Self::Desk, &["ten quay", "counter name", "desk"]),
        (Self::Phone, &["dien thoai", "so dien thoai", "phone"]),
        (Self::Purpose, &["muc dich", "purpose", "purposes"]),
        (Self::Base, &["dia chi trang", "trang", "dia chi", "base", "address"]),
    ];
    const NEEDED: (Self, &'static str) = (Self::Unit, "mã đơn vị");
    const PAGE: &'static str = "docs/posters.md";
}

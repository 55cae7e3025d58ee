//! The columns of the sheet of promises.

use crate::heads;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Unit,
    Code,
    Time,
    Sooner,
    AtOnce,
    NoAppointment,
    Delivery,
    Tips,
    Samples,
    Counter,
    /// For whoever fills the sheet in: the procedure's title.
    Title,
}

impl heads::Column for Column {
    const KNOWN: &'static [(Self, &'static [&'static str])] = &[
        (Self::Code, &["ma thu tuc", "ma", "ma tthc", "code"]),
        (Self::Title, &["ten thu tuc", "thu tuc", "ten", "title"]),
        (Self::Unit, &["don vi", "ma don vi", "ma phuong xa", "phuong", "xa", "unit"]),
        (Self::Time, &["thoi han", "thoi gian", "cam ket", "thoi han cam ket", "time"]),
        (Self::Sooner, &["nhanh hon", "som hon", "nhanh hon khi", "sooner"]),
        (Self::AtOnce, &["lay ngay", "lam ngay", "giai quyet ngay", "at once"]),
        (Self::NoAppointment, &["khong can hen", "khong hen", "no appointment"]),
        (Self::Delivery, &["giao tan nha", "tra tai nha", "tra ket qua tai nha", "delivery"]),
        (Self::Tips, &["luu y", "meo", "dan them", "tips"]),
        (Self::Samples, &["mau dien san", "ho so mau", "mau", "samples"]),
        (Self::Counter, &["quay", "so quay", "counter"]),
    ];
    const NEEDED: (Self, &'static str) = (Self::Code, "mã thủ tục");
    const PAGE: &'static str = "docs/catalogue.md";
}

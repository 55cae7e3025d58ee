//! Bugs planted in the driver, each one that real software has had.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutant {
    None,
    /// Workbox: the row is removed, then sent.
    DeleteBeforeSend,
    /// Workbox, Formbricks: any 200 counts, the login page of a Wi-Fi network too.
    AckHtml,
    /// Formbricks: a write is reported at `onsuccess`, before it is durable.
    KeptTooEarly,
    /// The first script's bytes are removed before the outbox has them.
    ForgetTap,
    /// A refused answer (4xx) is dropped.
    DropRefused,
    /// The reply to a request that timed out is taken for an acknowledgement.
    TimeoutIsAck,
    /// Writes overwrite whatever another tab wrote.
    NoAdmission,
    /// No Web Locks, and nothing in their place: every tab sends for itself.
    NoLease,
    /// Mode `replace` at a backend that lets a lower revision write over a higher one.
    NoGuard,
    /// What was too large is sent without its long texts, and these are forgotten.
    DropText,
}

impl Mutant {
    pub(crate) const PLANTED: [Self; 10] = [
        Self::DeleteBeforeSend,
        Self::AckHtml,
        Self::KeptTooEarly,
        Self::ForgetTap,
        Self::DropRefused,
        Self::TimeoutIsAck,
        Self::NoAdmission,
        Self::NoLease,
        Self::NoGuard,
        Self::DropText,
    ];
}

//! Photos in answers: kept by the hash of their bytes, never shown to anybody but whoever has the database.

/// Bytes that photos may take which no answer names. They go after a day; whoever only wants to fill the disk comes this far.
pub(super) const MOST_UNNAMED: i64 = 32 * 1024 * 1024;

/// What a photo may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Media {
    Jpeg,
    Png,
    WebP,
}

/// One photo, checked.
#[derive(Debug, Clone)]
pub struct Photo {
    /// Of the bytes, hex.
    pub sha256: String,
    pub media: Media,
    pub bytes: Vec<u8>,
    /// Day (`2026-11-22`) on which it came.
    pub day: String,
    /// Those of before this day go, if no answer names them.
    pub since: String,
    /// Bytes that all photos may take.
    pub room: u64,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoPut {
    /// New, and on the disk.
    Stored,
    /// It was there already.
    Same,
    /// There is no room for it now.
    Full,
}

impl Media {
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::WebP];

    /// By how the bytes begin (<https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern>). `None`: it is none of these.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        match bytes {
            [0xff, 0xd8, 0xff, ..] => Some(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some(Self::Png),
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', b'V', b'P', ..] => Some(Self::WebP),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::WebP => "image/webp",
        }
    }

    /// The end of a file's name, without the dot.
    pub fn end(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::WebP => "webp",
        }
    }
}

/// The hashes of rows' column `photos`.
pub(super) fn hashes(lists: &[String]) -> Vec<String> {
    lists.iter().flat_map(|list| list.split(' ')).map(str::to_owned).collect()
}

impl Photo {
    /// Whether there is room for it beside `all` bytes. `unnamed`: what all that no answer names would come to with it; 0 if one
    /// names it.
    pub(super) fn fits(&self, all: i64, unnamed: i64) -> bool {
        let all = u64::try_from(all).unwrap_or(0).saturating_add(self.bytes.len() as u64);
        all <= self.room && unnamed <= MOST_UNNAMED
    }
}

//! Files to be downloaded together.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// One file as it is; several in one archive.
#[derive(Default)]
pub(super) enum Files {
    #[default]
    None,
    One(String, &'static str, Vec<u8>),
    Many(Box<ZipWriter<Cursor<Vec<u8>>>>),
}

impl Files {
    /// `None`: the archive cannot be written, which memory alone would forbid.
    pub(super) fn add(&mut self, name: String, kind: &'static str, bytes: Vec<u8>) -> Option<()> {
        *self = match std::mem::take(self) {
            Self::None => Self::One(name, kind, bytes),
            Self::One(first, _, content) => {
                let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
                put(&mut zip, &first, &content)?;
                put(&mut zip, &name, &bytes)?;
                Self::Many(Box::new(zip))
            }
            Self::Many(mut zip) => {
                put(&mut zip, &name, &bytes)?;
                Self::Many(zip)
            }
        };
        Some(())
    }

    /// Name, kind, bytes; empty where there is no file. `None`: as above.
    pub(super) fn done(self) -> Option<(String, &'static str, Vec<u8>)> {
        Some(match self {
            Self::None => Default::default(),
            Self::One(name, kind, bytes) => (name.replace('/', "-"), kind, bytes),
            Self::Many(zip) => {
                ("to-in-ma-qr.zip".to_owned(), "application/zip", zip.finish().ok()?.into_inner())
            }
        })
    }
}

fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, bytes: &[u8]) -> Option<()> {
    zip.start_file(name, SimpleFileOptions::default()).ok()?;
    zip.write_all(bytes).ok()
}

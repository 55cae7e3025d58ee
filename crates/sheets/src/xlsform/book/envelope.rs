//! What is really in a file called .xlsx, before anything reads it.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::super::finding::Code;

/// What all parts of a workbook may have, unpacked: a small file can unpack to terabytes.
const MOST_UNPACKED: u64 = 64 << 20;

const OLE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// # Errors
/// What it is instead of a workbook that can be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Code> {
    if bytes.starts_with(&OLE) {
        // A workbook with a password is a stream of this name inside an old container [MS-OFFCRYPTO 2.3].
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let encrypted = bytes.windows(name.len()).any(|window| window == name);
        return Err(if encrypted { Code::Encrypted } else { Code::OldExcel });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Code::NotAWorkbook)?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(Code::NotAWorkbook);
    }
    let mut left = MOST_UNPACKED;
    for at in 0..archive.len() {
        // The sizes that a zip declares may be lies.
        let part = archive.by_index(at).map_err(|_| Code::BrokenWorkbook)?;
        let size = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Code::BrokenWorkbook)?;
        left = left.checked_sub(size).ok_or(Code::TooLarge)?;
    }
    Ok(())
}

//! Files with records, packed or not.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use flate2::bufread::MultiGzDecoder;
use mot_cua_catalogue::import::Refusal;

/// More than this unpacked is no list of procedures (all of the country's are 40 MB) but an attack or a mistake.
const MOST_BYTES: u64 = 1 << 30;

/// The text of the file. Packed is told by its first bytes, not by its name.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Refusal> {
    let refuse = |found: String, expected| Refusal {
        file: path.display().to_string(),
        path: String::new(),
        found,
        expected,
    };
    let mut head = Vec::new();
    let mut file = File::open(path).map_err(|e| refuse(e.to_string(), "a file that can be read"))?;
    file.by_ref()
        .take(2)
        .read_to_end(&mut head)
        .map_err(|e| refuse(e.to_string(), "a file that can be read"))?;
    let packed = head == [0x1f, 0x8b];
    if !packed && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("gz")) {
        return Err(refuse("a file that does not begin like gzip".to_owned(), "gzip, as its name says"));
    }
    let bytes = head.as_slice().chain(file);
    let mut text = Vec::new();
    if packed {
        let unpacked = MultiGzDecoder::new(BufReader::new(bytes)).take(MOST_BYTES + 1).read_to_end(&mut text);
        unpacked.map_err(|e| refuse(e.to_string(), "whole gzip data"))?;
    } else {
        let whole = bytes.take(MOST_BYTES + 1).read_to_end(&mut text);
        whole.map_err(|e| refuse(e.to_string(), "a file that can be read"))?;
    }
    if text.len() as u64 > MOST_BYTES {
        return Err(refuse("more than 1 GiB".to_owned(), "a list of procedures"));
    }
    Ok(text)
}

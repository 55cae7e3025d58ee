//! What the tests share.
#![allow(dead_code, unreachable_pub, clippy::unwrap_used)]

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use flate2::read::GzDecoder;
use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::import::{Import, Options};

/// A file of the neighbouring folder of facts; `None`, said aloud, in a clone that has no such neighbour.
pub fn shared(file: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(file);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: no ../shared");
    None
}

/// The text of a national file, unpacked.
pub fn national(file: &str) -> Option<Vec<u8>> {
    let mut text = Vec::new();
    GzDecoder::new(fs::File::open(shared(file)?).unwrap()).read_to_end(&mut text).unwrap();
    Some(text)
}

pub fn imported(file: &str) -> Option<Vec<Procedure>> {
    let mut import = Import::new(Options::default());
    import.file(file, &national(file)?);
    assert!(import.refused.is_empty(), "{:?}", import.refused);
    Some(import.procedures)
}

/// The 316 of a ward's counter, the 588 of communes, all 2,642. Read once a test binary.
pub fn sizes() -> Option<&'static [Vec<Procedure>; 3]> {
    static SIZES: LazyLock<Option<[Vec<Procedure>; 3]>> = LazyLock::new(|| {
        let commune = imported("data/tthc-commune.json.gz")?;
        let counter = commune.iter().filter(|p| p.at_ward_counter).cloned().collect();
        Some([counter, commune, imported("data/tthc-all.json.gz")?])
    });
    SIZES.as_ref()
}

pub fn titled(code: &str, title: &str) -> Procedure {
    Procedure {
        v: 1,
        code: code.to_owned(),
        title: title.to_owned(),
        field: "Hộ tịch".to_owned(),
        ..Procedure::default()
    }
}

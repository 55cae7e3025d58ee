//! `.br` and `.gz` beside each file, as strong as they come: made once, sent often.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::inputs::files;

/// What shrinks; pictures and fonts do not.
const KINDS: [&str; 10] = ["html", "js", "mjs", "css", "json", "wasm", "svg", "txt", "xml", "webmanifest"];

/// Brotli at quality 11 with the widest window: what the budgets count.
pub(crate) fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, 11, 22);
        writer.write_all(bytes)?;
    }
    Ok(out)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// Writes what is missing or older than its file.
pub(super) fn folder(folder: &Path) -> Result<()> {
    for file in files(folder)? {
        let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if !KINDS.contains(&kind) || is_fresh(&file, kind)? {
            continue;
        }
        let bytes = fs::read(&file)?;
        fs::write(file.with_extension(format!("{kind}.br")), brotli(&bytes)?)?;
        fs::write(file.with_extension(format!("{kind}.gz")), gzip(&bytes)?)?;
    }
    Ok(())
}

fn is_fresh(file: &Path, kind: &str) -> Result<bool> {
    let changed = fs::metadata(file)?.modified()?;
    for suffix in ["br", "gz"] {
        match fs::metadata(file.with_extension(format!("{kind}.{suffix}"))) {
            Ok(other) if other.modified()? >= changed => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

//! `.br` and `.gz` for static hosts: made once, sent often.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use mot_cua_collector::files::{File, Files};

/// What shrinks; pictures and fonts do not.
const KINDS: [&str; 8] = [
    "text/",
    "application/json",
    "application/manifest",
    "application/wasm",
    "application/xml",
    "image/svg",
    "image/x-icon",
    "font/ttf",
];

/// Adds what is missing, as strong as it comes.
pub(crate) fn all(files: &Files) -> anyhow::Result<Files> {
    let mut done = Files::default();
    for (path, file) in files.iter() {
        let mut file = file.clone();
        if is_worth_it(&file) {
            if file.brotli().is_none() {
                let small = brotli(file.bytes())?;
                file = file.with_brotli(small);
            }
            if file.gzip().is_none() {
                let small = gzip(file.bytes())?;
                file = file.with_gzip(small);
            }
        }
        done.insert(path, file);
    }
    Ok(done)
}

fn is_worth_it(file: &File) -> bool {
    KINDS.iter().any(|kind| file.content_type().starts_with(kind))
}

/// Quality 11, widest window: what the budgets count.
fn brotli(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 64 * 1024, 11, 22).write_all(bytes)?;
    Ok(out)
}

fn gzip(bytes: &[u8]) -> anyhow::Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

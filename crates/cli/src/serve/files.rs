//! The assembled site made ready to send: compressed once, without the settings of other web servers.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use mot_cua_collector::{File, Files};

/// Smaller files fit into one packet anyway.
const SMALL: usize = 1024;
/// Pages are what a first scan waits for; the rest must not delay the start.
const PAGE: u32 = 9;
const REST: u32 = 5;

pub(super) fn ready(files: &Files) -> anyhow::Result<Files> {
    let mut ready = Files::default();
    for (path, file) in files.iter().filter(|(path, _)| !is_setting(path)) {
        ready.insert(path, shrink(file.clone())?);
    }
    Ok(ready)
}

/// For Apache, IIS, nginx and Caddy.
fn is_setting(path: &str) -> bool {
    path.starts_with('.') || path == "web.config" || path.ends_with(".snippet")
}

fn shrink(file: File) -> anyhow::Result<File> {
    let kind = file.content_type();
    let text =
        kind.starts_with("text/") || kind.starts_with("application/json") || kind.starts_with("image/svg");
    if !text || file.bytes().len() < SMALL {
        return Ok(file);
    }
    let quality = if file.is_html() { PAGE } else { REST };
    let file = if file.brotli().is_some() {
        file
    } else {
        let mut small = Vec::new();
        brotli::CompressorWriter::new(&mut small, 64 * 1024, quality, 22).write_all(file.bytes())?;
        file.with_brotli(small)
    };
    if file.gzip().is_some() {
        return Ok(file);
    }
    let mut writer = GzEncoder::new(Vec::new(), Compression::new(quality));
    writer.write_all(file.bytes())?;
    Ok(file.with_gzip(writer.finish()?))
}

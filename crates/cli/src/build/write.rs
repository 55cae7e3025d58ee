//! A site into a folder, all of it or nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use mot_cua_collector::files::Files;

/// Writes beside `out`, then swaps: whoever looks sees the old site or the new one. Only a folder that holds nothing, or an
/// earlier site, is replaced.
///
/// # Errors
/// Where something cannot be written, or `out` holds something else. `out` is then as it was.
pub(crate) fn folder(files: &Files, out: &Path) -> anyhow::Result<()> {
    if out.exists() && !is_ours(out)? {
        bail!(
            "{} holds something that is no built site; nothing was written. Name an empty folder or a new one",
            out.display()
        );
    }
    let (fresh, old) = (beside(out, "new")?, beside(out, "old")?);
    let written = fill(files, &fresh).and_then(|()| swap(&fresh, out, &old));
    if written.is_err() {
        let _ = fs::remove_dir_all(&fresh);
    }
    written
}

fn is_ours(out: &Path) -> anyhow::Result<bool> {
    let mut entries =
        fs::read_dir(out).with_context(|| format!("cannot read the folder {}", out.display()))?;
    Ok(entries.next().is_none() || (out.join("manifest.json").is_file() && out.join("site.json").is_file()))
}

/// A name beside `out` (a rename must not cross file systems), of this process only.
fn beside(out: &Path, suffix: &str) -> anyhow::Result<PathBuf> {
    let name = out
        .file_name()
        .and_then(|name| name.to_str())
        .with_context(|| format!("{} is no folder's name", out.display()))?;
    Ok(out.with_file_name(format!(".{name}.{suffix}.{}", std::process::id())))
}

fn fill(files: &Files, folder: &Path) -> anyhow::Result<()> {
    for (path, file) in files.iter() {
        let path = folder.join(path);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
        put(&path, file.bytes())?;
        let name = path.as_os_str().to_owned();
        for (ending, bytes) in [(".br", file.brotli()), (".gz", file.gzip())] {
            let Some(bytes) = bytes else { continue };
            let mut name = name.clone();
            name.push(ending);
            put(Path::new(&name), bytes)?;
        }
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}

fn swap(fresh: &Path, out: &Path, old: &Path) -> anyhow::Result<()> {
    let had = out.exists();
    if had {
        fs::rename(out, old).with_context(|| format!("cannot move the old {} away", out.display()))?;
    }
    if let Err(error) = fs::rename(fresh, out) {
        if had {
            let _ = fs::rename(old, out);
        }
        return Err(error).with_context(|| format!("cannot put the new {} in place", out.display()));
    }
    if had {
        fs::remove_dir_all(old).with_context(|| {
            format!("the new site is in place, but the old one could not be removed from {}", old.display())
        })?;
    }
    Ok(())
}

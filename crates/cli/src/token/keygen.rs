//! `mot-cua token keygen`.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_link::visit::{Key, Ring};

/// Add a new key to a file; it issues from now on, the older ones still verify
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File of keys; made if it is not there, readable by this user only
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let path = &args.keys;
    let ring = if path.exists() { super::ring(path)? } else { Ring::default() };
    let key = ring.next_id().and_then(|id| Key::new(id, super::random()));
    let key = key.context("the file has 255 keys; take those out that are not used any more")?;
    let mut options = OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = || {
        let mut file = options.open(path)?;
        // What somebody wrote by hand may not end its last line.
        writeln!(file, "\n{}", key.line())?;
        file.sync_all()
    };
    write().with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: key {} issues from now on", path.display(), key.id());
    Ok(ExitCode::SUCCESS)
}

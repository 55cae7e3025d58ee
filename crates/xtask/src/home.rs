//! Where things are: the repository, the user's cache, and what a build leaves in each.

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// Places that every task needs. Nothing outside `root` and `cache` is written, except Debian packages.
#[derive(Debug, Clone)]
pub(crate) struct Home {
    /// The clone this task runs in.
    pub(crate) root: PathBuf,
    /// `$XDG_CACHE_HOME/mot-cua`, shared by all clones of one user.
    pub(crate) cache: PathBuf,
}

impl Home {
    pub(crate) fn find() -> Result<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").context("start this with `cargo xtask`")?;
        let root = Path::new(&manifest).join("../..").canonicalize()?;
        let cache = match env::var_os("XDG_CACHE_HOME").filter(|dir| !dir.is_empty()) {
            Some(dir) => PathBuf::from(dir),
            None => PathBuf::from(env::var_os("HOME").context("neither XDG_CACHE_HOME nor HOME is set")?)
                .join(".cache"),
        };
        let cache = cache.join("mot-cua");
        fs::create_dir_all(&cache).with_context(|| {
            format!("cannot write {}: set XDG_CACHE_HOME to a folder of yours", cache.display())
        })?;
        Ok(Self { root, cache })
    }

    /// One folder per tool and version: a second clone finds them, an upgrade never breaks an older clone.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// Compiled dependencies, shared by all clones.
    pub(crate) fn cargo_target(&self) -> PathBuf {
        self.cache.join("target")
    }

    /// The page without a site: `index.html` as template, hashed assets, manifest.
    /// It lies in the clone, because two clones may hold two pages.
    pub(crate) fn page(&self) -> PathBuf {
        self.root.join("target/page")
    }

    /// The sample site, stamped: what any static host can serve.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// This clone's copy of the command line, out of reach of other clones' builds.
    pub(crate) fn binary(&self) -> PathBuf {
        self.root.join("target/bin/mot-cua")
    }

    /// Only one clone builds at a time: Trunk and Cargo put their outputs at fixed places in the shared target.
    pub(crate) fn lock(&self) -> Result<File> {
        let file = File::create(self.cache.join("build.lock"))?;
        if file.try_lock().is_err() {
            println!("waiting for another build of this user to finish …");
            file.lock()?;
        }
        self.own_target()?;
        Ok(file)
    }

    /// Cargo names what it makes of a workspace's own crates by their place *inside* the workspace, and judges by file times
    /// whether it is fresh: an older clone would be given a newer clone's code. So whoever comes from another clone forgets
    /// that the workspace's own crates were built; their dependencies stay.
    fn own_target(&self) -> Result<()> {
        let target = self.cargo_target();
        let owner = target.join(".built-by");
        let me = self.root.to_string_lossy();
        if fs::read_to_string(&owner).is_ok_and(|owner| owner == me) {
            return Ok(());
        }
        for profile in profiles(&target) {
            for entry in fs::read_dir(profile.join(".fingerprint")).into_iter().flatten().flatten() {
                let name = entry.file_name();
                if name.to_string_lossy().starts_with("mot-cua-")
                    || name.to_string_lossy().starts_with("xtask-")
                {
                    fs::remove_dir_all(entry.path())?;
                }
            }
        }
        fs::create_dir_all(&target)?;
        fs::write(owner, &*me)?;
        Ok(())
    }
}

/// `debug`, `release`, and the same of each target triple.
fn profiles(target: &Path) -> Vec<PathBuf> {
    let folders = |of: &Path| -> Vec<PathBuf> {
        fs::read_dir(of)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect()
    };
    let mut all = folders(target);
    all.extend(all.clone().iter().flat_map(|folder| folders(folder)));
    all
}

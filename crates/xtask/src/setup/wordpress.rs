//! A real WordPress and the database it needs: Debian's packages, unpacked beside each other and not installed.

use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Result, bail};

use super::{Server, servers};
use crate::command::{command, on_path, run_quietly};
use crate::home::Home;
use crate::step::{Outcome, step};

const LIMIT: Duration = Duration::from_mins(10);

/// Of Debian 12. The libraries are those of `mariadbd` that a small system lacks.
const PACKAGES: [&str; 6] =
    ["wordpress", "php8.2-mysql", "mariadb-server-core", "liburing2", "libsnappy1v5", "liblz4-1"];

/// The folder in which they are unpacked.
///
/// # Errors
/// This machine has not Debian's tools, or not these packages.
pub(crate) fn wordpress(home: &Home) -> Result<PathBuf> {
    servers(&[Server::Php])?;
    let folder = home.tool("wordpress", "debian-12");
    let (mark, packages) = (folder.join("whole"), folder.join("packages"));
    step("wordpress, mariadb (Debian's packages, unpacked)", || {
        if mark.is_file() {
            return Ok(Outcome::There);
        }
        if !on_path("apt-get") || !on_path("dpkg-deb") {
            bail!("no Debian here: WordPress is taken from Debian's packages");
        }
        fs::create_dir_all(&packages)?;
        run_quietly(command("apt-get").arg("download").args(PACKAGES).current_dir(&packages), LIMIT)?;
        for entry in fs::read_dir(&packages)? {
            run_quietly(command("dpkg-deb").arg("-x").arg(entry?.path()).arg(&folder), LIMIT)?;
        }
        fs::write(&mark, "")?;
        Ok(Outcome::Done)
    })?;
    Ok(folder)
}

//! Debian packages: the only thing that is installed for the whole machine, so root must agree.

use std::time::Duration;

use anyhow::{Result, bail};

use crate::command::{command, on_path, output, run_quietly};
use crate::step::begin;

const LIMIT: Duration = Duration::from_mins(20);

/// Installs `packages`, or says the exact command that does.
pub(super) fn install(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    if !on_path("apt-get") {
        bail!(
            "missing: {list} (names of Debian's packages; this machine has no apt-get, install them its way)"
        );
    }
    if output(command("id").arg("-u"))? != "0" {
        bail!(
            "no permission to install Debian packages. Run this once, then start again:\n\n    \
               sudo apt-get update && sudo apt-get install -y {list}\n"
        );
    }
    begin(&format!("apt-get install {list}"));
    run_quietly(command("apt-get").arg("update"), LIMIT)?;
    let mut apt = command("apt-get");
    apt.args(["install", "-y", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive");
    run_quietly(&mut apt, LIMIT)
}

//! Real backends that tests start themselves, from Debian's packages. Where they are absent those tests say so and are skipped.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::Result;

use super::debian;
use crate::command::command;
use crate::step::{Outcome, step};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Server {
    /// `initdb`, `postgres`, `pg_ctl`.
    Postgresql,
    /// `php -S` with SQLite.
    Php,
    /// `python3 -m venv`, for what comes from `PyPI`.
    Python,
    /// What reads codes, and draws PDF and SVG for that.
    Decoders,
}

/// Installs those that are absent.
///
/// # Errors
/// This user may not: the sentence has the command that does.
pub(crate) fn servers(wanted: &[Server]) -> Result<()> {
    let names =
        |of: &[Server]| -> Vec<&'static str> { of.iter().flat_map(|one| one.packages()).copied().collect() };
    step(&names(wanted).join(", "), || {
        let absent: Vec<Server> = wanted.iter().copied().filter(|server| !server.is_there()).collect();
        if absent.is_empty() {
            return Ok(Outcome::There);
        }
        debian::install(&names(&absent))?;
        Ok(Outcome::Done)
    })
}

impl Server {
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Postgresql => &["postgresql"],
            Self::Php => &["php-cli", "php-sqlite3"],
            Self::Python => &["python3-venv"],
            Self::Decoders => &["zbar-tools", "poppler-utils", "librsvg2-bin"],
        }
    }

    fn is_there(self) -> bool {
        match self {
            // Debian keeps the programs of each version by themselves, off the `PATH`.
            Self::Postgresql => Path::new("/usr/lib/postgresql").read_dir().is_ok_and(|mut versions| {
                versions.any(|version| version.is_ok_and(|of| of.path().join("bin/initdb").is_file()))
            }),
            Self::Php => {
                succeeds(command("php").args(["-r", "exit(extension_loaded('pdo_sqlite') ? 0 : 1);"]))
            }
            Self::Python => succeeds(command("python3").args(["-c", "import ensurepip, venv"])),
            Self::Decoders => ["zbarimg", "pdftoppm", "rsvg-convert"].iter().all(|program| {
                command(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
            }),
        }
    }
}

fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
